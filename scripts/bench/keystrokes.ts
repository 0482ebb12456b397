import type { Page } from 'puppeteer-core';
import type { Earshot } from '../launch.ts';
import { quantile } from './figures.ts';

const WORDS = ['burnout', 'pol', 'ada', 'payments ada', 'kofi 4', 'x'];

/** The 95th percentiles over all keys, in ms. */
export interface Keystrokes {
  /** What the page works on one: from its event until the results are in the page, and the frame with them. */
  work: number;
  /** Of that, until the results are in the page: searching and drawing. */
  results: number;
  /** From the key to the frame's end, with the wait until that frame begins. */
  whole: number;
  /** From the key to the screen by the browser's own Event Timing, in steps of 8 ms; 0 stands for under 16 ms. */
  eventTiming: number;
}

interface Seen {
  took: { results: number; frame: number; whole: number }[];
  eventTiming: number[];
  /** Keys whose results came after the frame that was measured. */
  late: number;
}

/** Collects what each change of the search field takes. It is sent to the page, and stands alone. */
function watchKeystrokes(summarySelector: string): void {
  const seen: Seen = { took: [], eventTiming: [], late: 0 };
  Reflect.set(window, 'keystrokes', seen);
  const summary = (): string | undefined => document.querySelector(summarySelector)?.textContent;
  let atFrame = summary();
  let pressed = 0;
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed = timeStamp;
    },
    { capture: true },
  );
  document.addEventListener(
    'input',
    () => {
      const began = performance.now();
      if (summary() !== atFrame) seen.late += 1;
      let drawn = began;
      const watch = new MutationObserver(() => {
        drawn = performance.now();
      });
      watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
      requestAnimationFrame(() => {
        const frame = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const end = performance.now();
          watch.disconnect();
          atFrame = summary();
          seen.took.push({ results: drawn - began, frame: end - frame, whole: end - pressed });
        };
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
  const timing: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    durationThreshold: 16,
  };
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === 'keydown') seen.eventTiming.push(duration);
  }).observe(timing);
}

/** Opens the popup, and has it read the whole directory, as a click into the search field does. */
async function readyToType(earshot: Earshot, total: number): Promise<Page> {
  const page = await earshot.openPopup();
  const field = await page.waitForSelector('input[type="search"]');
  await field?.focus();
  // The whole directory is there once the list counts all of it.
  await page.waitForFunction(
    (count: number) =>
      Number(document.querySelector('[aria-label="Allies"] > li')?.getAttribute('aria-setsize')) >= count,
    { timeout: 60_000 },
    total,
  );
  // Of few allies it counts all at once, but reads the rest, and the code that searches, all the same.
  await page.keyboard.type('e');
  await page.waitForFunction(
    () => /^\d\S*\s[^…]*$/.test(document.querySelector('[role="status"]')?.textContent ?? ''),
    { timeout: 60_000 },
  );
  await page.keyboard.press('Backspace');
  await page.waitForFunction(
    () => new Promise<boolean>((resolve) => requestIdleCallback(() => resolve(true))),
  );
  return page;
}

/** Types into the popup's search with real keys, and takes it back letter by letter. */
export async function measureKeystrokes(
  earshot: Earshot,
  total: number,
  rounds: number,
): Promise<Keystrokes> {
  return measureTyping(await readyToType(earshot, total), WORDS, rounds, '[role="status"]');
}

/**
 * Types words into the field that has the focus, takes them back letter by letter, and closes the page.
 *
 * @param summary selects the element that says how much was found
 */
export async function measureTyping(
  page: Page,
  words: readonly string[],
  rounds: number,
  summary: string,
): Promise<Keystrokes> {
  await page.evaluate(watchKeystrokes, summary);
  const keystrokes = (): Promise<Seen> => page.evaluate(() => Reflect.get(window, 'keystrokes'));
  let typed = 0;
  const press = async (key: string): Promise<void> => {
    typed += 1;
    await (key === 'Backspace' ? page.keyboard.press('Backspace') : page.keyboard.type(key));
    await page.waitForFunction(
      (count: number) => Reflect.get(window, 'keystrokes').took.length >= count,
      {},
      typed,
    );
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const word of words) {
      for (const letter of word) await press(letter);
      for (const _ of word) await press('Backspace');
    }
  }
  const { took, eventTiming, late } = await keystrokes();
  await page.close();
  if (took.length !== typed) throw new Error('Keystrokes were lost.');
  if (late > 0) throw new Error(`The results of ${late} keys came after the frame that was measured.`);
  const fast = Array.from({ length: typed - eventTiming.length }, () => 0);
  const p95 = (values: readonly number[]): number => quantile(values, 0.95);
  return {
    work: p95(took.map(({ results, frame }) => results + frame)),
    results: p95(took.map(({ results }) => results)),
    whole: p95(took.map(({ whole }) => whole)),
    eventTiming: p95([...fast, ...eventTiming]),
  };
}
