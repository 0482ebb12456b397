import type { Clock } from '../../utils/core/clock.ts';
import type { BackupPorts } from '../../utils/journal/exchange/contract.ts';
import type { PasskeyPorts } from '../../utils/journal/passkey.ts';
import type { Journal } from '../../utils/journal/ports.ts';
import type { CopyText } from '../ui/copy-button.tsx';
import type { BreakCounts } from './use-break-counts.ts';

/** What the side panel needs of the world around it. */
export interface JournalPorts {
  clock: Clock;
  /** The person's IANA time zone. */
  personZone: string;
  journal: Journal;
  /** Absent where the browser lets no extension use them. */
  passkeys?: PasskeyPorts | undefined;
  /** 128 random bits in hex. */
  newId: () => string;
  setCountry: (country: string) => Promise<void>;
  /** Opens the popup. Rejects where the browser doesn't let a page do so. */
  openPopup: () => Promise<void>;
  leave: () => void;
  copy: CopyText;
  print: () => void;
  /** What sealing and opening a backup take. */
  backup: BackupPorts;
  /** Hands a file to the person, as the browser does with downloads. */
  saveFile: (file: OutgoingFile) => void;
  /** Absent where breaks aren't counted. */
  breakCounts?: BreakCounts;
  /** From 0 up to 1. */
  random: () => number;
}

export interface OutgoingFile {
  name: string;
  /** `application/json` */
  type: string;
  content: string | Uint8Array<ArrayBuffer>;
}
