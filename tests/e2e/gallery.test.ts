import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGallery, galleryStates, openState, type Showing } from '../../scripts/gallery.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { violationsOf } from '../support/axe.ts';

const output = fileURLToPath(new URL('../../.output/', import.meta.url));

/** Elements that stand out of the page sideways, or of what scrolls in it. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.closest('.chips, .unseen, .ally-open, select, svg') === null)
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right - left > 0 && (left < -1 || right > width + 1);
      })
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`);
  });

interface Look {
  width: number;
  scheme: 'light' | 'dark';
  showing: Showing;
}
const LOOKS: Readonly<Record<string, Look>> = {
  'in light, as wide as the popup': { width: 400, scheme: 'light', showing: {} },
  'in dark, narrow, from right to left': { width: 320, scheme: 'dark', showing: { dir: 'rtl' } },
  'narrow, in a wordier language': { width: 320, scheme: 'light', showing: { words: 'long' } },
};

describe('a release', () => {
  it.each(['chrome-mv3', 'firefox-mv3'])('has no gallery: %s', (folder) => {
    expect(existsSync(`${output}${folder}/popup.html`)).toBe(true);
    expect(readdirSync(output + folder)).not.toContain('gallery.html');
  });
});

describe.each([
  ['chromium', Object.entries(LOOKS)],
  ['firefox', Object.entries(LOOKS).slice(0, 1)],
] as const)('every state in the gallery, in %s', (kind, looks) => {
  let earshot: Earshot;
  let states: string[];

  beforeAll(async () => {
    earshot = await launchEarshot({ browser: kind, extensionDir: await buildGallery(kind) });
    states = await galleryStates(earshot);
  });
  afterAll(() => earshot?.close());

  it('is there', () => {
    expect(states.length).toBeGreaterThan(40);
  });

  it.each(looks)('is sound to axe, and no wider than the page: %s', async (_look, how) => {
    const found: Record<string, string[]> = {};
    for (const state of states) {
      const page = await openState(earshot, state, how.showing);
      if (kind === 'chromium') {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: how.scheme }]);
      }
      await page.setViewport({ width: how.width, height: 640 });
      const wrong = [...(await violationsOf(page)), ...(await sticksOut(page))];
      if (wrong.length > 0) found[state] = wrong;
      await page.close();
    }
    expect(found).toEqual({});
  });
});
