import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Earshot } from '../../scripts/launch.ts';
import { press, untilSays } from './popup.ts';

/** As wide as a side panel, and so high that the numbers at its foot lie over nothing that is to be clicked. */
const SIZE = { width: 400, height: 1600 };
/** So long a passphrase may take to be stretched on a busy machine. */
const PATIENCE = 30_000;

export type View = 'Today' | 'Entries' | 'Look back' | 'Keeping it';

/** The panel in a tab, once it shows something: the journal, or what asks for the passphrase. */
export async function openPanel(earshot: Earshot): Promise<Page> {
  const panel = await earshot.openPage('sidepanel.html');
  await panel.setViewport(SIZE);
  await panel.waitForSelector('.composer, .unlock, main .notice', { timeout: PATIENCE });
  return panel;
}

/** The field that has this role and accessible name. */
export async function field(panel: Page, name: string, role = 'textbox'): Promise<ElementHandle<Element>> {
  const found = await panel.waitForSelector(`::-p-aria(${name}[role="${role}"])`, { timeout: PATIENCE });
  if (found === null) throw new Error(`There is no ${role} named ${name}.`);
  return found;
}

/** Types at the end of what the editor holds. */
export async function write(panel: Page, text: string): Promise<void> {
  const entry = await field(panel, 'Entry');
  await entry.focus();
  await panel.keyboard.type(text);
}

/** What the status beside the editor says. */
export const standing = (panel: Page): Promise<string> =>
  panel.$eval('.standing[role="status"]', (status) => status.textContent ?? '');

/** Waits until the status reads “Saved”. */
export const untilSaved = (panel: Page): Promise<void> =>
  untilSays(panel, '.standing[role="status"]', 'Saved');

export async function show(panel: Page, view: View): Promise<void> {
  await press(panel, view);
  await panel.waitForFunction(
    (name: string) => document.querySelector('.views [aria-current="page"]')?.textContent === name,
    { timeout: PATIENCE },
    view,
  );
}

/** How the entries that are listed begin, in their order. */
export const beginnings = (panel: Page): Promise<string[]> =>
  panel.$$eval('.entry-row', (rows) =>
    rows.map((row) => row.querySelector('.entry-beginning')?.textContent ?? ''),
  );

/** Waits until the entries that are listed begin so, in any order. */
export async function untilListed(panel: Page, texts: readonly string[]): Promise<void> {
  const wanted = [...texts].sort();
  await expect.poll(async () => (await beginnings(panel)).sort(), { timeout: PATIENCE }).toEqual(wanted);
}

/** Opens the entry that begins so, from the list. */
export async function openEntry(panel: Page, text: string): Promise<void> {
  const rows = await panel.$$('.entry-row');
  for (const row of rows) {
    if (!(await row.evaluate((one, part) => one.textContent?.includes(part), text))) continue;
    await (await row.$('.entry-open'))?.click();
    await panel.waitForSelector('.entry-view', { timeout: PATIENCE });
    return;
  }
  throw new Error(`No entry has “${text}”.`);
}

/** Sets the passphrase, or another one, under “Keeping it”. */
export async function setPassphrase(panel: Page, passphrase: string): Promise<void> {
  await typePassphrase(panel, passphrase);
  await panel.keyboard.press('Enter');
  await untilSays(panel, '.passphrase-form [role="alert"]', 'The passphrase is set.');
}

/** Fills in the form for a passphrase. With Enter it is set. */
export async function typePassphrase(panel: Page, passphrase: string): Promise<void> {
  await show(panel, 'Keeping it');
  const open = await panel.$('.passphrase-form[open]');
  if (open === null) await panel.click('.passphrase-form summary');
  for (const selector of ['#passphrase-first', '#passphrase-second']) {
    const input = await panel.waitForSelector(selector, { visible: true, timeout: PATIENCE });
    await input?.focus();
    await panel.keyboard.type(passphrase);
  }
}

/** Gives a file to “Keeping it”, to be brought in. */
export async function chooseFile(panel: Page, file: string): Promise<void> {
  await show(panel, 'Keeping it');
  const input = await panel.waitForSelector('input[type="file"]');
  // Puppeteer's types know a field for files by its element's.
  await input?.toElement('input').then((element) => element.uploadFile(file));
}

export const untilLocked = async (panel: Page): Promise<void> => {
  await panel.waitForSelector('.unlock', { timeout: PATIENCE });
};

export const untilOpen = async (panel: Page): Promise<void> => {
  await panel.waitForSelector('nav.views', { timeout: PATIENCE });
};

export async function lock(panel: Page): Promise<void> {
  await press(panel, 'Lock');
  await untilLocked(panel);
}

/** Types a secret where the vault asks for it, and presses “Unlock”. What comes of it is to be awaited. */
export async function tryToUnlock(panel: Page, secret: string, name = 'Passphrase'): Promise<void> {
  // By its label: in Firefox a field for passwords has another role.
  await untilSays(panel, 'label[for="secret"]', name);
  await panel.focus('#secret');
  await panel.keyboard.type(secret);
  await press(panel, 'Unlock');
}

export async function unlock(panel: Page, secret: string, name = 'Passphrase'): Promise<void> {
  await tryToUnlock(panel, secret, name);
  await untilOpen(panel);
}

/** The records of the journal's database that couldn't be read, as the panel counts them; '' for none. */
export async function unreadable(panel: Page): Promise<string> {
  await show(panel, 'Keeping it');
  return panel.evaluate(
    () => document.querySelector('[aria-labelledby="aside-title"] .notice')?.textContent ?? '',
  );
}
