import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, type LaunchOptions, launchEarshot } from '../../scripts/launch.ts';
import { haveWorked, seeBreaks } from '../support/breaks.ts';
import { type Display, startDisplay } from '../support/display.ts';
import { press, untilSays } from '../support/popup.ts';

const MINUTE = 60_000;
const PATIENCE = 60_000;

describe.each(BROWSER_KINDS)('breaks and a worker that comes and goes, in %s', (kind) => {
  let display: Display;
  let profileDir: string;
  let options: LaunchOptions;
  let earshot: Earshot;

  beforeAll(async () => {
    profileDir = await mkdtemp(join(tmpdir(), 'earshot-breaks-'));
    display = await startDisplay();
    process.env.DISPLAY = display.name;
    options = { browser: kind, lang: 'en-GB', profileDir, headless: false };
    earshot = await launchEarshot(options);
  });
  afterAll(async () => {
    await earshot?.close();
    await display?.close();
    await rm(profileDir, { recursive: true, force: true });
  });

  it('have an alarm, which a worker that starts again leaves as it is', async () => {
    await expect.poll(async () => (await seeBreaks(earshot)).wakes, { timeout: PATIENCE }).toBeDefined();
    const { wakes } = await seeBreaks(earshot);
    await earshot.killWorker();
    await seeBreaks(earshot);
    await expect
      .poll(async () => Math.abs(((await seeBreaks(earshot)).wakes ?? 0) - (wakes ?? 0)), {
        timeout: PATIENCE,
      })
      .toBeLessThan(5 * MINUTE);
  });

  it('show a notice when somebody asks to see one', async () => {
    const settings = await earshot.openPage('options.html');
    await press(settings, 'Show a notice now');
    await untilSays(settings, '[role="status"]', 'handed to the system');
    expect((await seeBreaks(earshot)).shown).toEqual(['earshot-test']);
    await settings.close();
    await earshot.inBackground((api) => api.notifications.clear('earshot-test'));
  });

  it('show the notice of a break once, though the worker died before it was due', async () => {
    display.movePointer();
    await haveWorked(earshot, 50 * MINUTE - 1000);
    await earshot.killWorker();
    await expect
      .poll(
        async () => {
          display.movePointer();
          return (await seeBreaks(earshot)).told;
        },
        { timeout: PATIENCE, interval: 1000 },
      )
      .toBe(1);
    for (let round = 0; round < 5; round += 1) await earshot.killWorker();
    display.movePointer();
    await haveWorked(earshot, 51 * MINUTE);
    await expect.poll(async () => (await seeBreaks(earshot)).badge, { timeout: PATIENCE }).toBe('•');
    expect((await seeBreaks(earshot)).told).toBe(1);
  });

  it('say so where it can’t be told whether anybody is there', async () => {
    display.movePointer();
    await haveWorked(earshot, 10 * MINUTE, { unchanged: Date.now() - 5 * 60 * MINUTE, idle: 'active' });
    const popup = await earshot.openPopup();
    await untilSays(popup, '.break-strip', 'can’t tell when you are at the computer');
    await popup.close().catch(() => undefined);
  });

  it('go on after the browser was started again, and take the time between for time away', async () => {
    if (kind === 'firefox') {
      // Firefox forgets an extension that was loaded for a test when it ends: here the extension starts anew.
      await earshot.setPolicy({});
    } else {
      await earshot.close();
      earshot = await launchEarshot(options);
    }
    await expect.poll(async () => (await seeBreaks(earshot)).wakes, { timeout: PATIENCE }).toBeDefined();
    expect((await seeBreaks(earshot)).active).toBeLessThan(52 * MINUTE);
  });
});
