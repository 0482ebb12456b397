import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type { Earshot } from '../launch.ts';
import { BLANK_PAGE } from './first-ally.ts';
import type { JournalBench, Rounds } from './journal-page.ts';
import { type Keystrokes, measureTyping } from './keystrokes.ts';

const SCRIPT = 'journal-bench.js';
const SUMMARY = 'main .summary[role="status"]';
const WORDS = ['garden', 'long rain', '#wal', 'mother wind', 'przyj', 'x'];
const PATIENCE = 60_000;

/** Builds the journal's own code as a script for a page of the extension, which its policy lets load no other. */
export async function buildJournalScript(extensionDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: extensionDir,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: {
        entry: fileURLToPath(new URL('journal-page.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => SCRIPT,
      },
      minify: true,
    },
  });
}

/** What can be measured in the page. */
type Measure = 'firstScreen' | 'searchable' | 'save';

/** A page of the extension with the journal's code in it, and nothing else that works. */
async function benchPage(earshot: Earshot): Promise<Page> {
  const page = await earshot.openPage(BLANK_PAGE);
  await page.evaluate((script: string) => import(script), `/${SCRIPT}`);
  return page;
}

/** Has the journal hold `count` entries, of which `from` are there. */
export async function fillJournal(earshot: Earshot, from: number, count: number): Promise<void> {
  const page = await benchPage(earshot);
  await page.evaluate(
    (first: number, total: number): Promise<void> => Reflect.get(window, 'journalBench').fill(first, total),
    from,
    count,
  );
  await page.close();
}

export async function measureJournal(earshot: Earshot, what: Measure, rounds: number): Promise<Rounds> {
  const page = await benchPage(earshot);
  const measured = await page.evaluate(
    (name: Measure, wanted: number): Promise<Rounds> => {
      const bench: JournalBench = Reflect.get(window, 'journalBench');
      return bench[name](wanted);
    },
    what,
    rounds,
  );
  await page.close();
  return measured;
}

/** The side panel as it opens, with the view of the entries chosen in its navigation. */
async function openEntries(earshot: Earshot): Promise<Page> {
  const page = await earshot.openPage('sidepanel.html');
  await page.setViewport({ width: 400, height: 1000 });
  await page.waitForSelector('nav.views', { timeout: PATIENCE });
  return page;
}

/** In the side panel, from the click on “Entries” to the end of the frame with their list, in ms. */
export async function measureList(earshot: Earshot, rounds: number): Promise<number[]> {
  const took: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const page = await openEntries(earshot);
    await page.waitForSelector('.composer', { timeout: PATIENCE });
    const one = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const button = document.querySelectorAll<HTMLButtonElement>('nav.views button')[1];
          const began = performance.now();
          const watch = new MutationObserver(() => {
            if (document.querySelector('.entry-row') === null) return;
            watch.disconnect();
            requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => resolve(performance.now() - began);
              channel.port2.postMessage(null);
            });
          });
          watch.observe(document.body, { childList: true, subtree: true });
          button?.click();
        }),
    );
    await page.close();
    if (round >= 0) took.push(one);
  }
  return took;
}

/** Types into the search of the side panel's entries with real keys, once all can be searched. */
export async function measureJournalKeys(
  earshot: Earshot,
  count: number,
  rounds: number,
): Promise<Keystrokes> {
  const page = await openEntries(earshot);
  await page.locator('::-p-aria(Entries[role="button"])').click();
  const field = await page.waitForSelector('main input[type="search"]', { timeout: PATIENCE });
  await field?.focus();
  // Every entry has a letter of these; found is said only once all are read.
  await page.keyboard.type('e');
  await page.waitForFunction(
    (selector: string) => /\d/.test(document.querySelector(selector)?.textContent ?? ''),
    { timeout: PATIENCE },
    SUMMARY,
  );
  const said = await page.$eval(SUMMARY, ({ textContent }) => textContent ?? '');
  if (Number(said.replace(/\D/g, '')) < count / 2) throw new Error(`The search says “${said}”.`);
  await page.keyboard.press('Backspace');
  await page.waitForFunction(
    () => new Promise<boolean>((resolve) => requestIdleCallback(() => resolve(true))),
  );
  return measureTyping(page, WORDS, rounds, SUMMARY);
}
