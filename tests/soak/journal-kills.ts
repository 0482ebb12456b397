import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import {
  beginnings,
  setPassphrase,
  show,
  tryToUnlock,
  typePassphrase,
  unreadable,
  untilOpen,
} from '../support/journal.ts';
import { readJournalDatabase } from '../support/journal-disk.ts';
import { untilSays } from '../support/popup.ts';
import { inBrowser, kill } from './killed-browser.ts';
import { randomFrom } from './random.ts';
import { readWords, showAll, wordsOf, writeOn } from './writing-on.ts';

export interface KillOptions {
  /** The same seed makes the same choices. */
  seed: number;
  rounds: number;
  /** So many entries are rotated to another key. */
  entries: number;
  say: (line: string) => void;
}

/** What was done, and how often a kill came in the middle of it. */
export interface KillReport {
  kills: number;
  /** Versions of entries that were shown as saved, all of which were there afterwards. */
  saved: number;
  /** Changes of the passphrase that were on the disk but not shown yet. */
  changesUnseen: number;
  /** Rotations that a kill left half done. */
  rotationsLeft: number;
}

/** Later than that nothing of what is killed is still under way. */
const LONGEST = { saves: 2500, passphrase: 1200, rotation: 1500 };

/** Every entry's version by its name, and whether nothing is unreadable, as the panel shows it. */
async function readEntries(panel: Page): Promise<Map<string, number>> {
  expect(await unreadable(panel)).toBe('');
  await show(panel, 'Entries');
  await panel.waitForSelector('.entry-row');
  await showAll(panel);
  const found = new Map<string, number>();
  for (const text of await beginnings(panel)) {
    const words = readWords(text);
    if (words === undefined) throw new Error(`An entry reads “${text}”.`);
    if (found.has(words.name)) throw new Error(`${words.name} is there twice.`);
    found.set(words.name, words.version);
  }
  return found;
}

/** Opens the vault with the first of these that fits. Fails if none does. Undefined if it was open. */
async function openWith(panel: Page, passphrases: readonly string[]): Promise<string | undefined> {
  if ((await panel.$('.unlock')) === null) {
    await untilOpen(panel).catch(async () => {
      throw new Error(`It says: ${await panel.$eval('main', ({ textContent }) => textContent)}`);
    });
    return undefined;
  }
  for (const passphrase of passphrases) {
    await tryToUnlock(panel, passphrase);
    const answer = await panel.waitForFunction(
      () =>
        document.querySelector('nav.views') !== null
          ? 'open'
          : document.querySelector('#unlock-answer')?.textContent || undefined,
      { timeout: 30_000 },
    );
    if ((await answer.jsonValue()) === 'open') return passphrase;
  }
  throw new Error(`None of ${passphrases.join(', ')} opens it.`);
}

/** Brings in so many entries at once, as from another journal. */
async function bringIn(panel: Page, file: string, count: number): Promise<void> {
  const entries = Array.from({ length: count }, (_, nth) => ({
    date: '2026-11-01',
    time: `${String(nth % 24).padStart(2, '0')}:${String(Math.floor(nth / 24) % 60).padStart(2, '0')}`,
    title: wordsOf(`old-${nth}`, 1),
    body: '',
  }));
  await writeFile(file, JSON.stringify({ entries }));
  await show(panel, 'Keeping it');
  const input = await panel.waitForSelector('input[type="file"]');
  await input?.toElement('input').then((element) => element.uploadFile(file));
  await panel.waitForSelector('.import-preview');
  await panel.click('.import-preview .button');
  await untilSays(panel, '[role="status"]', 'were brought in');
}

/** Waits until the rotation that was begun has come to its end. */
async function untilRotated(panel: Page): Promise<void> {
  const isRotating = async (): Promise<boolean> =>
    (await readJournalDatabase(panel)).vault?.[0]?.includes('rotation') ?? true;
  await expect.poll(isRotating, { timeout: 30_000, interval: 50 }).toBe(false);
}

/**
 * Kills the browser again and again while it saves, changes the passphrase, and seals everything under another
 * key. After each kill all that was shown as saved is there, nothing is unreadable, and no vault is lost.
 *
 * @throws where anything of that isn't so; its message has the seed
 */
export async function killAndLook({ seed, rounds, entries, say }: KillOptions): Promise<KillReport> {
  const random = randomFrom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'earshot-kills-'));
  const written = join(folder, 'written');
  const unset = join(folder, 'unset');
  const rotating = join(folder, 'rotating');
  const report: KillReport = { kills: 0, saved: 0, changesUnseen: 0, rotationsLeft: 0 };
  /** The last version of each entry that was shown as saved. */
  const saved = new Map<string, number>();
  let passphrase = 'the passphrase of round 0';

  const remember = (words: string): void => {
    const read = readWords(words);
    if (read === undefined) return;
    saved.set(read.name, read.version);
    report.saved += 1;
  };
  function compare(found: ReadonlyMap<string, number>): void {
    for (const [name, version] of saved) expect(found.get(name) ?? 0, name).toBeGreaterThanOrEqual(version);
    for (const [name, version] of found) saved.set(name, version);
  }

  async function killDuring(
    round: string,
    job: (panel: Page) => Promise<unknown>,
    longest: number,
    profile: string,
  ) {
    const wait = Math.round(random() * longest);
    await inBrowser(profile, async (panel, earshot) => {
      await openWith(panel, [passphrase]);
      // It ends with the browser.
      job(panel).catch(() => undefined);
      await setTimeout(wait);
      await kill(earshot);
    });
    report.kills += 1;
    say(`${round}, killed after ${wait} ms`);
  }

  async function killSaves(round: number): Promise<void> {
    const write = (panel: Page) => writeOn(panel, `r${round}`, 1000, remember);
    await killDuring(`${round}: saving`, write, LONGEST.saves, written);
    await inBrowser(written, async (panel) => {
      await openWith(panel, [passphrase]);
      compare(await readEntries(panel));
    });
  }

  async function killChange(round: number): Promise<void> {
    const next = `the passphrase of round ${round}`;
    let seen = false;
    const change = async (panel: Page) => {
      await setPassphrase(panel, next);
      seen = true;
    };
    await killDuring(`${round}: changing the passphrase`, change, LONGEST.passphrase, written);
    await inBrowser(written, async (panel) => {
      const fits = await openWith(panel, seen ? [next] : [next, passphrase]);
      if (fits === next && !seen) report.changesUnseen += 1;
      passphrase = fits ?? passphrase;
      compare(await readEntries(panel));
    });
  }

  async function killRotation(round: number): Promise<void> {
    await rm(rotating, { recursive: true, force: true });
    await cp(unset, rotating, { recursive: true });
    await killDuring(
      `${round}: rotating`,
      async (panel) => {
        await typePassphrase(panel, passphrase);
        await panel.keyboard.press('Enter');
      },
      LONGEST.rotation,
      rotating,
    );
    // It goes on when the journal is opened again, and may be killed again.
    if (random() < 0.5) await killDuring(`${round}: going on`, async () => undefined, 300, rotating);
    await inBrowser(rotating, async (panel) => {
      if ((await readJournalDatabase(panel)).vault?.[0]?.includes('rotation')) report.rotationsLeft += 1;
      if ((await openWith(panel, [passphrase])) !== undefined) await untilRotated(panel);
      const found = await readEntries(panel);
      for (let nth = 0; nth < entries; nth += 1) expect(found.get(`old-${nth}`), `old-${nth}`).toBe(1);
    });
  }

  try {
    await inBrowser(unset, (panel) => bringIn(panel, join(folder, 'jrnl.json'), entries));
    await inBrowser(written, async (panel) => {
      await writeOn(panel, 'r0', 1, remember);
      await setPassphrase(panel, passphrase);
    });
    say(`${entries} entries are there`);
    const kinds = [killSaves, killRotation, killChange];
    for (let round = 1; round <= rounds; round += 1) await kinds[(round - 1) % kinds.length]?.(round);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    return report;
  } catch (error) {
    throw new Error(`After ${report.kills} kills with the seed ${seed}; see ${folder}`, { cause: error });
  }
}
