import { type Earshot, launchEarshot } from '../launch.ts';
import { atMost, type Figure, median, ratio, told } from './figures.ts';
import {
  buildJournalScript,
  fillJournal,
  measureJournal,
  measureJournalKeys,
  measureList,
} from './journal.ts';
import type { Rounds } from './journal-page.ts';

const COUNTS = [200, 2_000, 20_000];

const medians = ({ took, reference }: Rounds): [number, number] => [median(took), median(reference)];

/** Adds the rows of a journal of `count`, and says how many times as long as 50 records its first entries take. */
async function benchCount(
  earshot: Earshot,
  count: number,
  add: (figure: Figure) => void,
  quick: boolean,
): Promise<number> {
  const of = `journal of ${count.toLocaleString('en')}`;
  const [first, fifty] = medians(await measureJournal(earshot, 'firstScreen', quick ? 7 : 21));
  add(atMost(`${of}: unlocked to its first entries`, first, 100, 'ms'));
  add(told('beside it, reading 50 records', fifty, 'ms'));
  add(atMost(`${of}: the list of entries, click to frame`, median(await measureList(earshot, 5)), 100, 'ms'));
  // The fewer there are, the shorter it takes, and the less one round tells.
  const rounds = count < 20_000 ? 51 : 15;
  const whole = medians(await measureJournal(earshot, 'searchable', quick ? 5 : rounds));
  add(ratio(`${of}: unlocked to whole text searchable`, ...whole, 2));
  const save = medians(await measureJournal(earshot, 'save', quick ? 40 : 300));
  add(ratio(`${of}: saving an entry, to a bare put`, ...save, 2));
  const keys = await measureJournalKeys(earshot, count, quick ? 1 : 2);
  add(atMost(`${of}: keystroke, p95: work until painted`, keys.work, 16, 'ms'));
  add(told('of that, until the results are in the page', keys.results, 'ms'));
  return first / fifty;
}

/**
 * The journal's rows, in the real Chromium, with a journal that grows.
 *
 * @param extensionDir a copy of the build with the blank page in it; a script is added
 */
export async function benchJournal(
  extensionDir: string,
  add: (figure: Figure) => void,
  quick: boolean,
): Promise<void> {
  await buildJournalScript(extensionDir);
  const earshot = await launchEarshot({ browser: 'chromium', extensionDir });
  const times: number[] = [];
  try {
    for (const [at, count] of COUNTS.entries()) {
      await fillJournal(earshot, COUNTS[at - 1] ?? 0, count);
      times.push(await benchCount(earshot, count, add, quick));
    }
  } finally {
    await earshot.close();
  }
  // Beside their references, since the machine may be busier at one time than at another.
  const [few = 0, many = 0] = [times[0], times.at(-1)];
  add(ratio('journal: first entries of 20,000, to those of 200', many, few, 1.5, 'times 50 records'));
}
