import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type BrowserKind } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { BreakDay, noonZone } from '../support/break-day.ts';
import { type DayRun, liveDay } from '../support/break-script.ts';
import { type Display, startDisplay } from '../support/display.ts';
import { withStops } from '../support/stopping-worker.ts';

/** How often the worker dies, and in how many days on end. */
const ROUNDS: Readonly<Record<BrowserKind, { kills: number; days: number }>> = {
  chromium: { kills: 100, days: 3 },
  firefox: { kills: 30, days: 1 },
};
const BUILDS: Readonly<Record<BrowserKind, string>> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

describe.each(BROWSER_KINDS)('a day whose worker dies at any moment, in %s', (kind) => {
  const { kills, days } = ROUNDS[kind];
  let display: Display;
  let extensionDir: string;
  let earshot: Earshot;

  beforeAll(async () => {
    extensionDir = await withStops(fileURLToPath(new URL(`../../.output/${BUILDS[kind]}`, import.meta.url)));
    // Without a pointer Firefox takes everybody for away; without a screen Chromium takes everybody for there.
    display = await startDisplay();
    process.env.DISPLAY = display.name;
  });
  afterAll(async () => {
    await earshot?.close();
    await display?.close();
    await rm(extensionDir, { recursive: true, force: true });
  });

  /** Lives the same days in a new profile. */
  async function live(deaths: number, seed: number): Promise<DayRun> {
    earshot = await launchEarshot({
      browser: kind,
      extensionDir,
      lang: 'en-GB',
      timeZone: noonZone(Date.now()),
      headless: kind === 'chromium',
    });
    const day = await BreakDay.begin(earshot);
    const run = await liveDay(day, {
      days,
      kills: deaths,
      seed,
      noticesStay: kind === 'chromium',
      beThere: () => display.movePointer(),
    });
    await earshot.close();
    return run;
  }

  it(`has the same notices with ${kills} deaths as with none, one at a time and none twice`, async () => {
    const seed = Date.now() % 2 ** 32;
    const calm = await live(0, seed);
    const deadly = await live(kills, seed);
    console.info(
      `${deadly.kills} deaths with the seed ${seed}, ${deadly.stops.length} of them in the middle: ${[...new Set(deadly.stops)].sort().join(', ')}`,
    );
    expect(calm.parts.flatMap(({ shown }) => shown)).toHaveLength(8 * days);
    expect(deadly.parts, `seed ${seed}`).toEqual(calm.parts);
    expect(deadly.record, `seed ${seed}`).toEqual(calm.record);
    expect(deadly.kills).toBe(kills);
    expect(deadly.stops.length).toBeGreaterThan(kills / 2);
    expect([calm.most, deadly.most]).toEqual([1, 1]);
  }, 300_000);
});
