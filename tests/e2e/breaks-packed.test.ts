import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Earshot, type LaunchOptions, launchEarshot } from '../../scripts/launch.ts';
import { haveWorked, seeBreaks } from '../support/breaks.ts';
import { type Display, startDisplay } from '../support/display.ts';
import { type PackedChromium, servePacked } from '../support/packed.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** An alarm comes after half a minute at the soonest, and may be as much late. */
const PATIENCE = { timeout: 100 * SECOND, interval: SECOND };

describe('breaks in a packed extension, where an alarm may take half a minute', () => {
  let profileDir: string;
  let display: Display;
  let packed: PackedChromium;
  let options: LaunchOptions;
  let earshot: Earshot;

  beforeAll(async () => {
    profileDir = await mkdtemp(join(tmpdir(), 'earshot-packed-'));
    display = await startDisplay();
    process.env.DISPLAY = display.name;
    packed = await servePacked(fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url)));
    const { extensionDir, updateUrl } = packed;
    options = { browser: 'chromium', lang: 'en-GB', headless: false, extensionDir, updateUrl, profileDir };
    earshot = await launchEarshot(options);
  });
  afterAll(async () => {
    await earshot?.close();
    await packed?.close();
    await display?.close();
    await rm(profileDir, { recursive: true, force: true });
  });

  it('are in one that was installed, not loaded to try it', async () => {
    const { installType } = await earshot.inBackground((api) => api.management.getSelf());
    expect(installType).toBe('admin');
  });

  it('are told once, within the half minute that an alarm may take', async () => {
    display.movePointer();
    await haveWorked(earshot, 50 * MINUTE - 5 * SECOND);
    await expect
      .poll(async () => (await seeBreaks(earshot)).active, PATIENCE)
      .toBeGreaterThan(50 * MINUTE - 5 * SECOND);
    const { wakes = 0 } = await seeBreaks(earshot);
    // Asked for sooner, it would come later than asked, and be taken for a sleep.
    expect(wakes - Date.now()).toBeGreaterThan(25 * SECOND);
    await earshot.killWorker();
    await expect
      .poll(async () => {
        display.movePointer();
        return (await seeBreaks(earshot)).told;
      }, PATIENCE)
      .toBe(1);
    const { active, shown, badge } = await seeBreaks(earshot);
    expect(active).toBeLessThan(51 * MINUTE + 30 * SECOND);
    expect(shown).toEqual(['earshot-break']);
    expect(badge).toBe('•');
    for (let round = 0; round < 3; round += 1) await earshot.killWorker();
    expect((await seeBreaks(earshot)).told).toBe(1);
  });

  it('ask for no alarm sooner than the browser has one come', async () => {
    const between = await earshot.inBackground(
      (api) =>
        new Promise<number>((resolve) => {
          const rang: number[] = [];
          api.alarms.onAlarm.addListener(({ name }) => {
            if (name !== 'sooner') return;
            rang.push(Date.now());
            if (rang.length === 1) api.alarms.create('sooner', { when: Date.now() });
            else resolve((rang[1] ?? 0) - (rang[0] ?? 0));
          });
          // A worker without anything to do would end before that.
          setInterval(() => void api.runtime.getPlatformInfo(), 10_000);
          api.alarms.create('sooner', { when: Date.now() });
        }),
    );
    console.info(`An alarm that was asked for at once came after ${between} ms`);
    // Documented are 30 s; Chromium 156 has it come after one.
    expect(between).toBeGreaterThan(900);
    expect(between).toBeLessThan(32 * SECOND);
  });

  it('have their alarm still when the browser was started again, for the time it was set for', async () => {
    display.movePointer();
    // In three minutes the break is near.
    await haveWorked(earshot, 45 * MINUTE, { told: { times: 0, at: 0 } });
    const inThree = async (): Promise<boolean> =>
      Math.abs(((await seeBreaks(earshot)).wakes ?? 0) - Date.now() - 3 * MINUTE) < 10 * SECOND;
    await expect.poll(inThree, PATIENCE).toBe(true);
    const before = await seeBreaks(earshot);
    await earshot.close();
    earshot = await launchEarshot(options);
    display.movePointer();
    await expect.poll(async () => (await seeBreaks(earshot)).active, PATIENCE).toBeGreaterThan(before.active);
    const after = await seeBreaks(earshot);
    // Set anew, it would come as much later as the browser was closed.
    expect(Math.abs((after.wakes ?? 0) - (before.wakes ?? 0))).toBeLessThan(1.5 * SECOND);
    expect(after.shown).toEqual([]);
  });
});
