import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { openTab } from '../../scripts/popup-reading.ts';
import { HOSTILE, RAN, SOUND_ALLY, SOUND_RESOURCE } from '../fixtures/hostile.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { fill, listedNames, setAddresses, untilSays } from '../support/popup.ts';

const SAFE =
  /^(?:https:\/\/(?![^/]*@)|mailto:[^?\s]+@|tel:\+?\d+$|sms:\+?\d+(?:\?|$)|slack:\/\/user\?|webexteams:\/\/im\?)/;
const CARDS_OPENED = 6;

/** What a page shows that no directory may bring about. */
interface Findings {
  links: string[];
  images: string[];
  overflows: string[];
  /** How far the page is longer than its window, in px. */
  below: number;
  overrides: boolean;
  ran: boolean;
}

const look = (page: Page): Promise<Findings> =>
  page.evaluate(
    (ran: string) => ({
      links: [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? 'none'),
      images: [...document.querySelectorAll('img')].map(({ src }) => src.slice(0, 30)),
      overflows: [document.documentElement, document.body, ...document.querySelectorAll('main, li')]
        .filter((box) => box.scrollWidth > box.clientWidth)
        .map((box) => `${box.tagName} ${box.scrollWidth} > ${box.clientWidth}`),
      below: document.documentElement.scrollHeight - document.documentElement.clientHeight,
      overrides: /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(document.body.textContent),
      ran:
        Reflect.has(globalThis, ran) || document.querySelector('iframe, object, embed, svg[onload]') !== null,
    }),
    RAN,
  );

describe.each(BROWSER_KINDS)('a hostile directory, in %s', (kind) => {
  let earshot: Earshot;
  beforeAll(async () => {
    earshot = await launchEarshot({
      browser: kind,
      policy: { country: 'GB' },
      lang: 'en-GB',
      timeZone: 'Europe/London',
    });
  });
  afterAll(() => earshot?.close());

  async function expectHarmless(page: Page, where: string): Promise<void> {
    const { links, images, overflows, below, overrides, ran } = await look(page);
    expect({ where, ran, overrides, overflows }).toEqual({
      where,
      ran: false,
      overrides: false,
      overflows: [],
    });
    // The settings scroll as a page; the popup has its numbers at its foot, always in sight.
    if (where !== 'settings') expect(below).toBe(0);
    expect(links.filter((href) => !SAFE.test(href))).toEqual([]);
    expect(images.filter((src) => !src.startsWith('data:image/'))).toEqual([]);
  }

  it.each(HOSTILE)('$name: harms nothing, and the rest is listed', async ({ document, parts }) => {
    const server = await new DirectoryServer().start();
    const faults: string[] = [];
    const watch = (page: Page): void => {
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    };
    try {
      await server.setDirectory({ document, ...(parts && { parts }) });
      const settings = await earshot.openPage('options.html');
      watch(settings);
      await setAddresses(earshot, [server.url]);
      await untilSays(settings, '.address-item', 'Checked');
      await expectHarmless(settings, 'settings');
      await settings.close();

      const popup = await earshot.openPopup();
      watch(popup);
      const listed = (await listedNames(popup)).length;
      await expectHarmless(popup, 'list');
      for (let nth = 0; nth < Math.min(CARDS_OPENED, listed); nth += 1) {
        await popup.keyboard.press('ArrowDown');
        await popup.keyboard.press('Enter');
        await popup.waitForSelector('.card section');
        await expectHarmless(popup, 'card');
        await popup.keyboard.press('Escape');
        await popup.waitForSelector('.ally-open:focus');
      }
      await openTab(popup, 'Resources');
      await untilSays(popup, '.resource h4', SOUND_RESOURCE);
      await expectHarmless(popup, 'resources');
      await openTab(popup, 'Allies');
      await fill(popup, 'input[type="search"]', SOUND_ALLY);
      await untilSays(popup, '.ally-open', SOUND_ALLY);
      await expectHarmless(popup, 'search');
      await popup.close();
      expect(faults).toEqual([]);
      expect((await earshot.workerLogs()).filter((line) => /error/i.test(line))).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
