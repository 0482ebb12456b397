import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, type LaunchOptions, launchEarshot } from '../../scripts/launch.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { openEntry, openPanel, show, standing, untilListed, untilSaved } from '../support/journal.ts';
import { focusedText } from '../support/popup.ts';
import { askedByBackground } from '../support/traces.ts';

const DOCUMENT = {
  format: 'earshot-directory/1',
  serial: 1,
  issued: '2026-11-20T09:00:00Z',
  organization: { name: 'Northwind' },
  sites: [],
  allies: [{ id: 'ally', name: 'An Ally', consented: '2026-01-10' }],
};
const LINE = 'Slept little, walked to work by the river.';

describe.each(BROWSER_KINDS)('a first check-in, in %s', (kind) => {
  const server = new DirectoryServer();
  const outside = new Set<string>();
  let since: number;
  let profileDir: string;
  let options: LaunchOptions;
  let earshot: Earshot;
  let panel: Page;

  function listen(page: Page): void {
    page.on('request', (request) => {
      if (!request.url().startsWith(earshot.baseUrl) && !request.url().startsWith('data:')) {
        outside.add(request.url());
      }
    });
  }

  async function openHeard(): Promise<void> {
    panel = await openPanel(earshot);
    listen(panel);
  }

  /** Tabs on until the focus is on what `holds` is true of. */
  async function tabTo(holds: (focused: Element, wanted: string) => boolean, wanted: string): Promise<void> {
    for (let press = 0; press < 40; press += 1) {
      const there = await panel.evaluate(
        `document.activeElement !== null && (${holds})(document.activeElement, ${JSON.stringify(wanted)})`,
      );
      if (there === true) return;
      await panel.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach “${wanted}”; it is at “${await focusedText(panel)}”.`);
  }
  const named = (focused: Element, name: string): boolean =>
    focused.getAttribute('aria-label') === name || focused.textContent === name;
  const chosenAmong = (focused: Element, group: string): boolean => focused.getAttribute('name') === group;

  beforeAll(async () => {
    profileDir = await mkdtemp(join(tmpdir(), 'earshot-first-'));
    await server.start();
    await server.setDirectory({ document: DOCUMENT });
    options = { browser: kind, profileDir, lang: 'en-GB', policy: { directoryUrl: server.url } };
    earshot = await launchEarshot(options);
    await server.waitForRequest(({ status }) => status === 200);
    server.requests.length = 0;
    since = Date.now();
    await openHeard();
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
    await rm(profileDir, { recursive: true, force: true });
  });

  it('takes no set-up and no pointer, and is saved', async () => {
    await tabTo(chosenAmong, 'mood');
    // Space chooses the face that has the focus, an arrow the next one.
    await panel.keyboard.press(' ');
    await panel.keyboard.press('ArrowRight');
    await tabTo(named, 'Entry');
    await panel.keyboard.type(LINE);
    await untilSaved(panel);
  });

  it('no longer counts as saved from the next key on', async () => {
    const said = await panel.$eval('textarea', async (area) => {
      area.value += ' And back.';
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
      return document.querySelector('.standing')?.textContent;
    });
    expect(said).not.toBe('Saved');
    await untilSaved(panel);
  });

  it('is among the entries, as it was written', async () => {
    await panel.keyboard.down('Shift');
    for (let press = 0; press < 40 && (await focusedText(panel)) !== 'Entries'; press += 1) {
      await panel.keyboard.press('Tab');
    }
    await panel.keyboard.up('Shift');
    await panel.keyboard.press('Enter');
    await untilListed(panel, [`${LINE} And back.`]);
    await openEntry(panel, LINE);
    expect(await panel.$eval('.entry-mood', ({ textContent }) => textContent)).toContain('Hard');
  });

  it('is still there after a new start', async () => {
    if (kind === 'firefox') {
      // Firefox forgets an extension that was loaded for a test when it ends: here the extension starts anew.
      await earshot.setPolicy({ directoryUrl: server.url });
    } else {
      await earshot.close();
      earshot = await launchEarshot(options);
    }
    await openHeard();
    expect(await standing(panel)).toBe('');
    await show(panel, 'Entries');
    await untilListed(panel, [`${LINE} And back.`]);
  });

  it('has asked nobody for anything', async () => {
    const asked = await panel.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(asked.filter((address) => !address.startsWith(earshot.baseUrl))).toEqual([]);
    expect([...outside]).toEqual([]);
    expect(await askedByBackground(earshot, since)).toEqual([]);
    expect(server.requests).toEqual([]);
  });
});
