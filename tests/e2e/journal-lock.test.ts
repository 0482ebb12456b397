import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { MINUTE, SECOND } from '../../utils/core/clock.ts';
import {
  lock,
  openPanel,
  setPassphrase,
  show,
  tryToUnlock,
  unlock,
  untilListed,
  untilLocked,
  untilSaved,
  write,
} from '../support/journal.ts';
import { retime, writeAndPress } from '../support/journal-moments.ts';
import { isOpen, leaveBy, press, untilSays } from '../support/popup.ts';

const PASSPHRASE = 'four unrelated words here';

describe.each(BROWSER_KINDS)('a journal with a passphrase, in %s', (kind) => {
  let earshot: Earshot;
  let panel: Page;

  const shown = (): Promise<string> => panel.$eval('body', ({ textContent }) => textContent ?? '');

  /** Goes on with the draft that was not finished, and answers what is in it. */
  async function resumedDraft(): Promise<string> {
    await press(panel, 'Go on with it');
    await panel.waitForFunction(() => document.querySelector('textarea')?.value !== '');
    return panel.$eval('textarea', ({ value }) => value);
  }

  beforeAll(async () => {
    earshot = await launchEarshot({ browser: kind, lang: 'en-GB' });
    panel = await openPanel(earshot);
    await write(panel, 'Before there was a passphrase.');
    await untilSaved(panel);
  });
  afterAll(() => earshot?.close());

  it('locks at the button, and shows nothing of what was written', async () => {
    expect(await panel.$('::-p-aria(Lock[role="button"])')).toBeNull();
    await setPassphrase(panel, PASSPHRASE);
    await show(panel, 'Entries');
    await untilListed(panel, ['Before there was a passphrase.']);
    await lock(panel);
    expect(await shown()).not.toContain('Before there was');
    expect(await shown()).toContain('Help at any hour');
  });

  it('says that another passphrase is the wrong one, and opens with the right one', async () => {
    await tryToUnlock(panel, 'four unrelated words there');
    await untilSays(panel, '#unlock-answer', 'That is not the passphrase.');
    await unlock(panel, PASSPHRASE);
    await show(panel, 'Entries');
    await untilListed(panel, ['Before there was a passphrase.']);
  });

  it('saves a draft in progress before it locks', async () => {
    await show(panel, 'Today');
    await writeAndPress(panel, 'In the middle of ', 'a', 'Lock');
    await untilLocked(panel);
    expect(await shown()).not.toContain('In the middle');
    await unlock(panel, PASSPHRASE);
    await show(panel, 'Today');
    expect(await resumedDraft()).toBe('In the middle of a');
    await write(panel, ' sentence.');
    await untilSaved(panel);
  });

  it('opens with its recovery code once a part of that was typed', async () => {
    await show(panel, 'Keeping it');
    await press(panel, 'Make a recovery code');
    const code = await (await panel.waitForSelector('.recovery-code'))?.evaluate((shownOnce) =>
      (shownOnce.textContent ?? '').trim(),
    );
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    const label = await panel.$eval('label[for="recovery-part"]', ({ textContent }) => textContent ?? '');
    const group = Number(/group (\d)/.exec(label)?.[1]);

    await panel.type('#recovery-part', 'ILUO');
    await panel.keyboard.press('Enter');
    await untilSays(panel, '.recovery [role="status"]', `That is not group ${group}.`);
    await panel.type('#recovery-part', code?.split('-')[group - 1]?.toLowerCase() ?? '');
    await panel.keyboard.press('Enter');
    await untilSays(panel, '.recovery [role="status"]', 'The recovery code works from now on.');

    await lock(panel);
    await press(panel, 'Use the recovery code instead');
    await tryToUnlock(panel, '0000-0000-0000-0000-0000-0000', 'Recovery code');
    await untilSays(panel, '#unlock-answer', 'That code does not fit.');
    await unlock(panel, code ?? '', 'Recovery code');
    await show(panel, 'Entries');
    await untilListed(panel, ['Before there was a passphrase.', 'In the middle of a sentence.']);
  });

  it('locks at its stored deadline, looked at or not', async () => {
    await show(panel, 'Keeping it');
    // It looks at the clock every thirty seconds.
    await retime(panel, 10 * SECOND, 100);
    await panel.select('#lock-after', '1');
    const stored = (): Promise<unknown> =>
      earshot.inBackground(async ({ storage }) => (await storage.session.get()).journalDeadline);
    await expect.poll(stored).toSatisfy((at) => Number(at) > Date.now() && Number(at) <= Date.now() + MINUTE);
    expect(await panel.$('.unlock')).toBeNull();
    await earshot.inBackground(({ storage }) => storage.session.set({ journalDeadline: Date.now() - 1 }));
    await untilLocked(panel);
  });

  it('locks at a quick exit, in all windows, and keeps what was being written', async () => {
    await panel.close();
    const other = await openPanel(earshot);
    await unlock(other, PASSPHRASE);
    panel = await openPanel(earshot);
    await unlock(panel, PASSPHRASE);
    await leaveBy(panel, () => writeAndPress(panel, 'Somebody came to my des', 'k', 'Leave'));
    expect(await isOpen(panel)).toBe(false);
    await untilLocked(other);
    panel = other;
    await panel.bringToFront();
    await unlock(panel, PASSPHRASE);
    await show(panel, 'Today');
    expect(await resumedDraft()).toBe('Somebody came to my desk');
  });

  it('is locked after it was closed', async () => {
    await panel.close();
    panel = await openPanel(earshot);
    await untilLocked(panel);
    await unlock(panel, PASSPHRASE);
  });
});
