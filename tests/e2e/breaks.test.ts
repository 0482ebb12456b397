import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { haveWorked, seeBreaks, setNumber } from '../support/breaks.ts';
import { type Display, startDisplay } from '../support/display.ts';
import { pageAt, press, untilSays } from '../support/popup.ts';

const MINUTE = 60_000;
/** An alarm may take half a minute, and the browser says “idle” after a whole one. */
const PATIENCE = 110_000;

describe('breaks at a computer with a real pointer, in chromium', () => {
  let display: Display;
  let earshot: Earshot;

  beforeAll(async () => {
    display = await startDisplay();
    process.env.DISPLAY = display.name;
    earshot = await launchEarshot({ browser: 'chromium', headless: false, lang: 'en-GB' });
  });
  afterAll(async () => {
    await earshot?.close();
    await display?.close();
  });

  /** Waits for something, with somebody at the pointer or not. */
  async function until(holds: (seen: Awaited<ReturnType<typeof seeBreaks>>) => boolean, moving: boolean) {
    await expect
      .poll(
        async () => {
          if (moving) display.movePointer();
          return holds(await seeBreaks(earshot));
        },
        { timeout: PATIENCE, interval: 1000 },
      )
      .toBe(true);
  }

  async function inPopup(job: (popup: Page) => Promise<void>): Promise<void> {
    const popup = await earshot.openPopup();
    await popup.waitForSelector('.break-strip');
    await job(popup);
    await popup.close().catch(() => undefined);
  }

  it('takes the interval from the settings, and says in a sentence what will happen', async () => {
    const settings = await earshot.openPage('options.html');
    await setNumber(settings, 'Minutes at the computer before a break', 20);
    await setNumber(settings, 'Minutes that a break takes', 1);
    await untilSays(settings, '.break-sentence', 'After 20 minutes at the computer, a break of 1 minute.');
    await untilSays(settings, 'header [role="status"]', 'Saved');
    await settings.close();
  });

  it('shows one notice once the time has come', async () => {
    await haveWorked(earshot, 20 * MINUTE - 5000);
    await until(({ notice, shown }) => notice?.kind === 'break' && shown.length === 1, true);
    expect((await seeBreaks(earshot)).badge).toBe('•');
  });

  it('puts it off by five active minutes at a click in the popup', async () => {
    await inPopup((popup) => press(popup, 'In 5 minutes'));
    await until(({ notice, shown }) => notice === undefined && shown.length === 0, true);
    expect((await seeBreaks(earshot)).record.at(-1)?.snoozed).toBe(1);
  });

  it('opens a window when the break is taken, and ends at “I’m back”', async () => {
    await haveWorked(earshot, 26 * MINUTE);
    await until(({ notice }) => notice?.kind === 'break', true);
    await inPopup((popup) => press(popup, 'Take a break'));
    const view = await pageAt(earshot, 'break.html');
    await untilSays(view, '[role="timer"]', '0:4');
    await press(view, 'I’m back');
    await until(({ taking, record }) => taking === undefined && record.at(-1)?.taken === 1, true);
  });

  it('is quiet in a meeting, and says until when', async () => {
    await inPopup(async (popup) => {
      await press(popup, 'In a meeting');
      await untilSays(popup, '.break-strip', 'In a meeting until');
    });
    await haveWorked(earshot, 30 * MINUTE);
    await until(({ active }) => active >= 30 * MINUTE, true);
    expect((await seeBreaks(earshot)).shown).toEqual([]);
    await inPopup((popup) => press(popup, 'Go on'));
    await until(({ shown }) => shown.length === 1, true);
  });

  it('takes a minute without the pointer for time away, which is a break by itself', async () => {
    await until(
      ({ away, record, shown }) =>
        away?.rested === true && record.at(-1)?.natural === 1 && shown.length === 0,
      false,
    );
    expect((await seeBreaks(earshot)).idle).toBe('idle');
  });

  it('says that it can’t tell, to somebody of whom the system sees nothing, until it sees somebody', async () => {
    const cannotTell = 'can’t tell when you are at the computer';
    await inPopup(async (popup) => {
      await press(popup, 'In a meeting');
      await untilSays(popup, '.break-strip', cannotTell);
      await press(popup, 'Go on');
      await haveWorked(earshot, MINUTE);
      await untilSays(popup, '.break-strip', cannotTell);
    });
    await until(({ idle, away }) => idle === 'active' && away === undefined, true);
    await inPopup(async (popup) => {
      await untilSays(popup, '.break-strip', 'since a break');
      expect(await popup.$eval('.break-strip', ({ textContent }) => textContent)).not.toContain(cannotTell);
    });
  });
});
