import type { Outgoing } from './contract.ts';

export const JOURNAL_FORMAT = 'earshot-journal/1';

/**
 * The whole journal as JSON, an entry a line: versions and trash included, instants in ms since the epoch.
 * `docs/journal-format.md` tells what is in it.
 *
 * @param now when it is written, in ms since the epoch
 */
export function exportJson({ entries, prefs, missing = 0 }: Outgoing, now: number): string {
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  const head = `"format":${JSON.stringify(JOURNAL_FORMAT)},"exported":${now},"missing":${missing}`;
  const tail = prefs === undefined ? '' : `,"prefs":${JSON.stringify(prefs)}`;
  return `{${head},"entries":[\n${lines}\n]${tail}}\n`;
}
