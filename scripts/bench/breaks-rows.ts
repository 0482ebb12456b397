import { join } from 'node:path';
import { launchEarshot } from '../launch.ts';
import { countWakes, measureWakes } from './breaks.ts';
import { type Figure, quantile, told } from './figures.ts';
import { writeIdleExtension } from './idle-extension.ts';

/** Beside it, an alarm every five minutes, as an extension has that checks something now and then. */
const OFTEN = 12;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Where the middle half lies. */
const spread = (values: readonly number[]): string =>
  `(half of them ${quantile(values, 0.25)} to ${quantile(values, 0.75)})`;

/**
 * The rows of breaks: how often the worker is woken for them, and what a wake costs in the real Chromium.
 *
 * @param scratch a folder of its own
 */
export async function benchBreaks(
  extensionDir: string,
  scratch: string,
  add: (figure: Figure) => void,
  quick: boolean,
): Promise<void> {
  const { atWork, atRest } = countWakes();
  add(told('breaks: wakes in an hour at work', atWork, `(an alarm every five minutes: ${OFTEN})`));
  add(told('breaks: wakes in an hour away', atRest, ''));
  const idleDir = join(scratch, 'idle');
  writeIdleExtension(idleDir);
  const earshot = await launchEarshot({ browser: 'chromium', extensionDir });
  try {
    const { earshot: ours, idle } = await measureWakes(earshot, idleDir, quick ? 6 : 20);
    const [cost, least] = [mean(ours.cpu), mean(idle.cpu)];
    add(told('a wake for breaks, a stopped worker to rest: processor time', cost, `ms ${spread(ours.cpu)}`));
    add(told('beside it, an extension that does nothing', least, `ms ${spread(idle.cpu)}`));
    add(told('that is', cost / least, '×'));
    add(told('the worker’s heap', ours.heap / 1e6, 'MB'));
    add(told('beside it, that of the extension that does nothing', idle.heap / 1e6, 'MB'));
    add(told('that is', ours.heap / idle.heap, '×'));
  } finally {
    await earshot.close();
  }
}
