import { sealBackup } from '../../utils/journal/exchange/backup.ts';
import type { BackupPorts, Outgoing } from '../../utils/journal/exchange/contract.ts';
import { exportCsv } from '../../utils/journal/exchange/csv.ts';
import { exportJson } from '../../utils/journal/exchange/export-json.ts';
import { exportMarkdown, exportZip } from '../../utils/journal/exchange/markdown-export.ts';
import type { OutgoingFile } from './journal-ports.ts';

export const takeOutFormats = ['backup', 'json', 'markdown', 'zip', 'csv'] as const;
export type TakeOutFormat = (typeof takeOutFormats)[number];

export interface TakeOutOptions {
  /** As `2026-11-20`, for the file's name. */
  day: string;
  /** ms since the epoch. */
  now: number;
  /** For a backup. */
  passphrase: string;
  backup: BackupPorts;
}

/** The journal as a file, named so that a list of downloads tells little. */
export async function takeOut(
  format: TakeOutFormat,
  outgoing: Outgoing,
  { day, now, passphrase, backup }: TakeOutOptions,
): Promise<OutgoingFile> {
  switch (format) {
    case 'backup':
      return {
        name: `notes-${day}.backup.json`,
        type: 'application/json',
        content: await sealBackup(outgoing, passphrase, now, backup),
      };
    case 'json':
      return { name: `notes-${day}.json`, type: 'application/json', content: exportJson(outgoing, now) };
    case 'markdown':
      return { name: `notes-${day}.md`, type: 'text/markdown', content: exportMarkdown(outgoing.entries) };
    case 'zip':
      return { name: `notes-${day}.zip`, type: 'application/zip', content: exportZip(outgoing.entries) };
    case 'csv':
      return { name: `notes-${day}.csv`, type: 'text/csv', content: exportCsv(outgoing.entries) };
  }
}
