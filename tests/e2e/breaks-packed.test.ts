import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { haveWorked, seeBreaks } from '../support/breaks.ts';
import { type Display, startDisplay } from '../support/display.ts';
import { type Installed, launchInstalled, type Package, servePackage } from '../support/packed.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** An alarm comes after half a minute at the soonest, and may be as much late. */
const PATIENCE = { timeout: 100 * SECOND, interval: SECOND };

describe('breaks in a packed extension, where an alarm takes half a minute at least', () => {
  let folder: string;
  let display: Display;
  let packed: Package;
  let earshot: Installed;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earshot-packed-'));
    display = await startDisplay();
    process.env.DISPLAY = display.name;
    packed = await servePackage(folder);
    earshot = await launchInstalled(packed, join(folder, 'profile'));
  });
  afterAll(async () => {
    await earshot?.close();
    packed?.server.close();
    await display?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are in one that was installed, not loaded to try it', async () => {
    const { installType } = await earshot.inBackground((api) => api.management.getSelf());
    expect(installType).toBe('admin');
  });

  it('are told once, within the half minute that an alarm may take', async () => {
    display.movePointer();
    await haveWorked(earshot, 50 * MINUTE - 5 * SECOND);
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

  it('go on after the browser was started again, with an alarm and no second notice', async () => {
    const before = await seeBreaks(earshot);
    expect(before.wakes).toBeDefined();
    await earshot.close();
    earshot = await launchInstalled(packed, join(folder, 'profile'));
    await expect.poll(async () => (await seeBreaks(earshot)).wakes, PATIENCE).toBeDefined();
    const after = await seeBreaks(earshot);
    // A look at the start may bring it forward; nothing puts it off beyond the next look that is due.
    expect((after.wakes ?? 0) - Date.now()).toBeLessThanOrEqual(5 * MINUTE);
    expect(after.told).toBeLessThanOrEqual(1);
  });
});
