import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { largeDirectory } from '../tests/fixtures/large.ts';
import { DirectoryServer } from '../tests/support/directory-server.ts';
import { benchBreaks } from './bench/breaks-rows.ts';
import { countParts, measureRefresh } from './bench/directory.ts';
import { atMost, type Figure, machine, ratio, table, told } from './bench/figures.ts';
import { BLANK_HTML, BLANK_PAGE, measureFirstAlly, measurePopupItself } from './bench/first-ally.ts';
import { benchJournal } from './bench/journal-rows.ts';
import { measureKeystrokes } from './bench/keystrokes.ts';
import { scriptSize } from './bench/size.ts';
import { type BrowserKind, ensureBrowser } from './browsers.ts';
import { type Earshot, launchEarshot } from './launch.ts';

const quick = process.argv.includes('--quick');
/** With one of these, that part alone. */
const parts = ['--journal', '--breaks', '--reach'].filter((part) => process.argv.includes(part));
const isAsked = (part: string): boolean => parts.length === 0 || parts.includes(part);
const FEW = 20;
const MANY = 50_000;
const folders: string[] = [];
const figures: Figure[] = [];
const add = (figure: Figure): void => {
  figures.push(figure);
  console.log(`${figure.what}: ${figure.measured}`);
};
const words = (count: number): string => count.toLocaleString('en');

/** A folder that is gone at the end. */
function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  folders.push(folder);
  return folder;
}

/** A copy of a build with the blank page in it; undefined where there is no build. */
function withBlankPage(build: string): string | undefined {
  const built = fileURLToPath(new URL(`../.output/${build}`, import.meta.url));
  if (!existsSync(join(built, 'popup.html'))) return undefined;
  const folder = scratch();
  cpSync(built, folder, { recursive: true });
  writeFileSync(join(folder, BLANK_PAGE), BLANK_HTML);
  return folder;
}

/** Runs something in a browser whose policy names a directory of so many allies. */
async function withAllies(
  browser: BrowserKind,
  extensionDir: string,
  count: number,
  measure: (earshot: Earshot, server: DirectoryServer) => Promise<void>,
): Promise<void> {
  const server = await new DirectoryServer().start();
  await server.setDirectory(largeDirectory(count));
  const policy = { directoryUrl: server.url };
  const earshot = await launchEarshot({ browser, policy, extensionDir });
  try {
    await measure(earshot, server);
  } finally {
    await earshot.close();
    await server.close();
  }
}

async function benchDirectory(earshot: Earshot, server: DirectoryServer): Promise<void> {
  const { refresh, least, bytes, unchanged } = await measureRefresh(earshot, server, MANY, quick ? 3 : 5);
  const what = `directory of ${words(MANY)}, ${(bytes / 1e6).toFixed(1)} MB: fetch, check, store`;
  add(ratio(`${what}, to JSON.parse of its text`, refresh, least.parse, 6));
  add(ratio(`${what}, to decoding and JSON.parse`, refresh, least.decode + least.parse, 6));
  add(told('of that, fetching over loopback', least.fetch, 'ms'));
  add(atMost(`unchanged: requests, answered with ${unchanged.status}`, unchanged.requests, 1, 'request'));
  add(atMost('unchanged: texts over 100 kB that are parsed', unchanged.parses, 0, 'texts'));
  add(told('unchanged: the whole refresh', unchanged.took, 'ms'));
  add(
    atMost(
      'one ally changed, of 100 parts: parts fetched',
      await countParts(earshot, server, MANY),
      1,
      'part',
    ),
  );
}

async function benchChromium(folder: string): Promise<void> {
  for (const count of [FEW, 1_000, MANY]) {
    await withAllies('chromium', folder, count, async (earshot, server) => {
      const { popup, blank } = await measureFirstAlly(earshot, quick ? 7 : 21);
      add(ratio(`popup’s page in a tab, to its first ally of ${words(count)}`, popup, blank, 1.3));
      const itself = await measurePopupItself(earshot, quick ? 5 : 15);
      add(ratio(`popup itself, to its first ally of ${words(count)}`, itself.popup, itself.blank, 1.3));
      const keys = await measureKeystrokes(earshot, count, quick ? 1 : 2);
      add(atMost(`keystroke, p95, of ${words(count)}: work until painted`, keys.work, 16, 'ms'));
      add(told('of that, until the results are in the page', keys.results, 'ms'));
      add(told('with the wait for the next frame', keys.whole, 'ms'));
      add(told('by Event Timing, in steps of 8 ms', keys.eventTiming, 'ms'));
      if (count === MANY) await benchDirectory(earshot, server);
    });
  }
}

async function benchFirefox(folder: string): Promise<void> {
  for (const count of [FEW, MANY]) {
    await withAllies('firefox', folder, count, async (earshot) => {
      const { popup, blank } = await measureFirstAlly(earshot, quick ? 5 : 15);
      add(ratio(`Firefox: popup’s page in a tab, to its first ally of ${words(count)}`, popup, blank, 1.3));
    });
  }
}

async function benchReach(chromium: string): Promise<void> {
  await benchChromium(chromium);
  const size = scriptSize(chromium, 'popup.html');
  add(atMost('the popup’s JavaScript, gzipped', size.first / 1000, 25, 'kB'));
  add(told('what it may load later', size.later / 1000, 'kB'));

  const firefox = withBlankPage('firefox-mv3');
  if (firefox === undefined) console.log('Firefox is left out: npm run build:firefox was not run.');
  else {
    await ensureBrowser('firefox');
    await benchFirefox(firefox);
  }
}

try {
  const chromium = withBlankPage('chrome-mv3');
  if (chromium === undefined) throw new Error('There is nothing to measure yet: run npm run build.');
  await ensureBrowser('chromium');
  if (isAsked('--journal')) await benchJournal(chromium, add, quick);
  if (isAsked('--breaks')) await benchBreaks(chromium, scratch(), add, quick);
  if (isAsked('--reach')) await benchReach(chromium);
  console.log(`\n${table(figures)}\n\n${new Date().toISOString()}, ${machine()}`);
  if (figures.some(({ holds }) => holds === false)) process.exitCode = 1;
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
