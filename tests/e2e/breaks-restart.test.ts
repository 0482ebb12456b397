import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { type Earshot, type LaunchOptions, launchEarshot } from '../../scripts/launch.ts';
import { MINUTE, SECOND } from '../../utils/core/clock.ts';
import { haveWorked, seeBreaks } from '../support/breaks.ts';
import { type Display, startDisplay } from '../support/display.ts';
import { putIntoProfile } from '../support/packed.ts';

/** What a function that runs in a page of the extension finds there. */
declare const browser: ExtensionApi;

const PATIENCE = { timeout: 60 * SECOND, interval: 200 };

describe('breaks across a restart of Firefox, which forgets its alarms', () => {
  let display: Display;
  let profileDir: string;
  let options: LaunchOptions;
  let earshot: Earshot;

  beforeAll(async () => {
    profileDir = await mkdtemp(join(tmpdir(), 'earshot-breaks-'));
    await putIntoProfile(fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url)), profileDir);
    display = await startDisplay();
    process.env.DISPLAY = display.name;
    options = { browser: 'firefox', lang: 'en-GB', profileDir, isInProfile: true, headless: false };
    earshot = await launchEarshot(options);
    display.movePointer();
  });
  afterAll(async () => {
    await earshot?.close();
    await display?.close();
    await rm(profileDir, { recursive: true, force: true });
  });

  /** Ends the browser, and starts it again with the same profile. */
  async function startAgain(): Promise<void> {
    await earshot.close();
    earshot = await launchEarshot(options);
    display.movePointer();
  }

  /** The state as one that was left so many ms ago. */
  async function leaveFor(milliseconds: number): Promise<void> {
    await earshot.inBackground(async (api, passed) => {
      const { breakState } = await api.storage.local.get('breakState');
      const { seen, expected } = breakState as { seen: number; expected: number };
      await api.storage.local.set({
        breakState: { ...(breakState as object), seen: seen - passed, expected: expected - passed },
      });
    }, milliseconds);
  }

  it('have an alarm again, for the time it was set for', async () => {
    // In three minutes the break is near.
    await haveWorked(earshot, 45 * MINUTE);
    const inThree = async (): Promise<boolean> =>
      Math.abs(((await seeBreaks(earshot)).wakes ?? 0) - Date.now() - 3 * MINUTE) < 10 * SECOND;
    await expect.poll(inThree, PATIENCE).toBe(true);
    const before = await seeBreaks(earshot);
    await startAgain();
    // A page that wakes nobody.
    const page = await earshot.openPage('manifest.json');
    const wakes = (): Promise<number> =>
      page.evaluate(async () => (await browser.alarms.get('breaks'))?.scheduledTime ?? 0);
    await expect.poll(wakes, PATIENCE).not.toBe(0);
    // Set anew, it would come as much later as the browser was closed.
    expect(Math.abs((await wakes()) - (before.wakes ?? 0))).toBeLessThan(1.5 * SECOND);
    expect((await seeBreaks(earshot)).active).toBeGreaterThan(before.active);
  });

  it('leave a notice told that was told', async () => {
    display.movePointer();
    await haveWorked(earshot, 50 * MINUTE);
    await expect.poll(async () => (await seeBreaks(earshot)).shown, PATIENCE).toEqual(['earshot-break']);
    await expect.poll(async () => (await seeBreaks(earshot)).wakes, PATIENCE).toBeDefined();
    const { active } = await seeBreaks(earshot);
    await startAgain();
    await expect.poll(async () => (await seeBreaks(earshot)).active, PATIENCE).toBeGreaterThan(active);
    const { told, shown, badge, wakes } = await seeBreaks(earshot);
    expect({ told, shown, badge }).toEqual({ told: 1, shown: [], badge: '•' });
    expect(wakes).toBeDefined();
  });

  it('take the time in between for time away, which is a break if it was long', async () => {
    await leaveFor(20 * MINUTE);
    await startAgain();
    await expect.poll(async () => (await seeBreaks(earshot)).record.at(-1)?.natural, PATIENCE).toBe(1);
    const { active, badge, notice, wakes } = await seeBreaks(earshot);
    expect(active).toBeLessThan(MINUTE);
    expect({ badge, notice }).toEqual({ badge: '', notice: undefined });
    expect(wakes).toBeDefined();
  });
});
