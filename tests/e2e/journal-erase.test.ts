import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import {
  openPanel,
  setPassphrase,
  show,
  unlock,
  untilListed,
  untilSaved,
  write,
} from '../support/journal.ts';
import { readJournalDatabase } from '../support/journal-disk.ts';
import { press, untilSays } from '../support/popup.ts';

const PASSPHRASE = 'four unrelated words here';

describe.each(BROWSER_KINDS)('deleting everything, in %s', (kind) => {
  let earshot: Earshot;
  let panel: Page;
  let other: Page;
  /** Ids of all records there were, the vault's too, and what was stored outside. */
  let before: { ids: string[]; outside: string };

  const idsIn = (text: string): string[] => text.match(/\b[0-9a-f]{32}\b/g) ?? [];
  const stored = async (): Promise<string> => JSON.stringify(Object.values(await readJournalDatabase(panel)));
  const outside = (): Promise<string> =>
    earshot.inBackground(async ({ storage }) =>
      JSON.stringify([await storage.local.get(), await storage.session.get(), await storage.sync.get()]),
    );
  const mayErase = (): Promise<boolean> =>
    panel.evaluate(() =>
      [...document.querySelectorAll('button')].some(
        ({ textContent, disabled }) => textContent === 'Delete everything' && !disabled,
      ),
    );

  beforeAll(async () => {
    earshot = await launchEarshot({ browser: kind, lang: 'en-GB' });
    panel = await openPanel(earshot);
    await write(panel, 'To be forgotten.');
    await untilSaved(panel);
    await setPassphrase(panel, PASSPHRASE);
    other = await openPanel(earshot);
    await unlock(other, PASSPHRASE);
    await panel.bringToFront();
    before = { ids: idsIn(await stored()), outside: await outside() };
  });
  afterAll(() => earshot?.close());

  it('takes the word for it, typed', async () => {
    expect(before.ids.length).toBeGreaterThanOrEqual(3);
    await show(panel, 'Keeping it');
    expect(await mayErase()).toBe(false);
    await panel.type('#erase-word', 'delet');
    expect(await mayErase()).toBe(false);
    await panel.type('#erase-word', 'e');
    expect(await mayErase()).toBe(true);
  });

  it('leaves no record, no key and no trace outside of the database, and says so', async () => {
    expect(before.outside).toContain('journalDeadline');
    expect(idsIn(before.outside).some((id) => before.ids.includes(id))).toBe(true);
    await press(panel, 'Delete everything');
    await untilSays(panel, '[role="status"]', 'Everything is gone. We looked again to be sure.');
    const after = await stored();
    for (const id of before.ids) expect(after).not.toContain(id);
    expect(after).not.toContain('argon2id');
    const left = await outside();
    expect(left).not.toContain('journalDeadline');
    for (const id of before.ids) expect(left).not.toContain(id);
    // The one that is there is the new one's, which has an index and nothing else.
    const names = await panel.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names.filter((name) => name?.includes('journal'))).toEqual(['earshot-journal']);
    expect((await readJournalDatabase(panel)).records).toHaveLength(1);
  });

  it('lets a new journal begin at once, in other windows too', async () => {
    await write(panel, 'A fresh page.');
    await untilSaved(panel);
    for (const one of [panel, other]) {
      await one.bringToFront();
      await show(one, 'Entries');
      await untilListed(one, ['A fresh page.']);
    }
    await other.close();
    await panel.close();
    panel = await openPanel(earshot);
    await show(panel, 'Entries');
    await untilListed(panel, ['A fresh page.']);
  });
});
