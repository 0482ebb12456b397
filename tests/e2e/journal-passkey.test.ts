import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { violationsOf } from '../support/axe.ts';
import {
  lock,
  openPanel,
  setPassphrase,
  show,
  unlock,
  untilListed,
  untilLocked,
  untilOpen,
  untilSaved,
  write,
} from '../support/journal.ts';
import { heldBy, openedBy, pluggedIn, realPanel } from '../support/passkey.ts';
import { isOpen, leaveBy, press, untilSays } from '../support/popup.ts';

const PASSPHRASE = 'four unrelated words here';
const ENTRY = 'The heron stood still.';
const ADD = 'Add a passkey';
const ASKING = 'main [role="status"]';
const TROUBLE = 'main [role="alert"]';

/** How many passkeys “Keeping it” says there are, and the buttons for them. */
const standing = (panel: Page): Promise<string[]> =>
  panel.$$eval('.passkey > p:not(.hint):not(.unseen), .passkey button', (parts) =>
    parts.filter((part) => part.querySelector('button') === null).map((part) => part.textContent ?? ''),
  );
const untilStanding = (panel: Page, parts: readonly string[]) =>
  expect.poll(() => standing(panel), { timeout: 20_000 }).toEqual(parts);

describe('a passkey, in chromium', () => {
  let earshot: Earshot;
  let panel: Page;

  beforeAll(async () => {
    earshot = await launchEarshot({ browser: 'chromium', lang: 'en-GB' });
    panel = await openPanel(earshot);
    await write(panel, ENTRY);
    await untilSaved(panel);
  });
  afterAll(() => earshot?.close());

  it('is offered only beside a passphrase', async () => {
    await show(panel, 'Keeping it');
    await panel.waitForSelector('#passphrase-first');
    expect(await panel.$('.passkey')).toBeNull();
    await setPassphrase(panel, PASSPHRASE);
    await untilStanding(panel, [ADD]);
  });

  it('has a page that says what it takes, with a neutral title and nothing wrong for axe', async () => {
    const page = await openedBy(earshot, panel, ADD);
    await untilSays(page, 'main', 'You are asked twice');
    expect(await page.title()).toBe('Earshot');
    expect(await violationsOf(page)).toEqual([]);
    expect(await violationsOf(panel)).toEqual([]);
    await leaveBy(page, () => press(page, 'Cancel'));
    await untilStanding(panel, [ADD]);
  });

  it('is refused, in words, where it can hold no key', async () => {
    const page = await openedBy(earshot, panel, ADD);
    await pluggedIn(page, { prf: false });
    await press(page, 'Go on');
    await untilSays(page, TROUBLE, 'can’t hold a key for encryption');
    await untilSays(page, TROUBLE, 'Your passphrase works as ever');
    expect(await violationsOf(page)).toEqual([]);
    await leaveBy(page, () => press(page, 'Cancel'));
    await untilStanding(panel, [ADD]);
  });

  it('leaves all as it was where it is cancelled, or can’t tell who holds it', async () => {
    const page = await openedBy(earshot, panel, ADD);
    const { cdp, authenticatorId } = await pluggedIn(page, { verified: false });
    await press(page, 'Go on');
    await untilSays(page, TROUBLE, 'Nothing was changed. You can try again, or use your passphrase.');
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: false });
    await press(page, 'Try again');
    await untilSays(page, ASKING, 'Your browser asks where to keep the passkey');
    expect(await heldBy({ cdp, authenticatorId })).toEqual([]);
    await leaveBy(page, () => press(page, 'Cancel'));
    await untilStanding(panel, [ADD]);
    await lock(panel);
    expect(await panel.$('::-p-aria(Use a passkey[role="button"])')).toBeNull();
    await unlock(panel, PASSPHRASE);
  });

  it('opens the journal once it was added', async () => {
    await show(panel, 'Keeping it');
    const page = await openedBy(earshot, panel, ADD);
    await pluggedIn(page);
    await press(page, 'Go on');
    await untilSays(page, ASKING, 'The passkey opens your journal from now on.');
    await panel.bringToFront();
    const added = ['1 passkey opens this journal.', 'Add another passkey', 'Remove passkeys'];
    await expect
      .poll(async () => (await standing(panel)).filter((part) => added.includes(part)))
      .toEqual(added);

    // The next errand takes the same window, and what is plugged in stays in it.
    await lock(panel);
    await leaveBy(page, () => press(panel, 'Use a passkey'));
    await untilOpen(panel);
    await show(panel, 'Entries');
    await untilListed(panel, [ENTRY]);
  });

  it('opens it no more once it was removed, which is asked first', async () => {
    await show(panel, 'Keeping it');
    await press(panel, 'Remove passkeys');
    await press(panel, 'Keep');
    await lock(panel);
    expect(await panel.waitForSelector('::-p-aria(Use a passkey[role="button"])')).not.toBeNull();
    await unlock(panel, PASSPHRASE);
    await show(panel, 'Keeping it');
    await press(panel, 'Remove passkeys');
    await untilSays(panel, '#passkey-sure', 'Your passphrase still will.');
    await press(panel, 'Remove');
    await untilSays(panel, '.passkey [role="status"]', 'Removed: no passkey opens this journal any more.');
    expect(await violationsOf(panel)).toEqual([]);
    await lock(panel);
    await panel.waitForSelector('#secret');
    expect(await panel.$('::-p-aria(Use a passkey[role="button"])')).toBeNull();
    await unlock(panel, PASSPHRASE);
  });

  it('has nothing to do in a window that no panel opened', async () => {
    const page = await earshot.openPage('passkey.html');
    await untilSays(page, 'main', 'Nothing to do here.');
    await leaveBy(page, () => press(page, 'Close this window'));
  });

  it('is added from the real side panel too, and its window goes when that goes', async () => {
    await panel.close();
    panel = await realPanel(earshot);
    await unlock(panel, PASSPHRASE);
    await show(panel, 'Keeping it');
    const page = await openedBy(earshot, panel, ADD);
    await pluggedIn(page);
    await press(page, 'Go on');
    await untilSays(page, ASKING, 'The passkey opens your journal from now on.');
    await leaveBy(page, () => panel.close());
  });

  it('has a quick exit, which locks and closes the panel as well', async () => {
    panel = await openPanel(earshot);
    const other = await openPanel(earshot);
    await unlock(other, PASSPHRASE);
    await panel.bringToFront();
    await unlock(panel, PASSPHRASE);
    await show(panel, 'Keeping it');
    const page = await openedBy(earshot, panel, 'Add another passkey');
    await leaveBy(page, async () => {
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
    });
    await expect.poll(() => isOpen(panel)).toBe(false);
    await untilLocked(other);
  });
});

describe('a passkey, in firefox', () => {
  it('is not offered, and one line says what works instead', async () => {
    const earshot = await launchEarshot({ browser: 'firefox', lang: 'en-GB' });
    try {
      const panel = await openPanel(earshot);
      await setPassphrase(panel, PASSPHRASE);
      await untilSays(panel, '.hint', 'This browser can’t open a journal with a passkey. Your passphrase');
      expect(await panel.$('.passkey')).toBeNull();
    } finally {
      await earshot.close();
    }
  });
});
