import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { middayZone, nearbyDirectory } from '../fixtures/nearby.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { listedNames } from '../support/popup.ts';
import { askedByBackground, storedTraces } from '../support/traces.ts';

const TIMES = 100;
/** Words that stand in no directory, so that each place that holds them was told by the person. */
const SEARCHED = 'quillwort';
const WRITTEN = 'marshmallow root on thursday';

/** What one use of the popup left where a page can see it. */
interface Left {
  /** Addresses that the page asked for. */
  asked: string[];
  /** Keys that it keeps for itself, and its cookies. */
  kept: string[];
}

/** What a person does in one popup: searches, opens a card, changes the first line, reads resources. */
async function useOnce(popup: Page, nth: number): Promise<Left> {
  return popup.evaluate(
    async (searched: string, written: string, turn: number) => {
      const until = async (holds: () => boolean): Promise<void> => {
        if (holds()) return;
        await new Promise<void>((resolve, reject) => {
          const inVain = () => reject(new Error(`In vain: ${holds}. There is: ${document.body.textContent}`));
          const timer = setTimeout(inVain, 10_000);
          const observer = new MutationObserver(() => {
            if (!holds()) return;
            observer.disconnect();
            clearTimeout(timer);
            resolve();
          });
          observer.observe(document, {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
          });
        });
      };
      const click = (selector: string, nthOf = 0): void => {
        const all = document.querySelectorAll<HTMLElement>(selector);
        all[nthOf % all.length]?.click();
      };
      const type = (selector: string, text: string): void => {
        const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
        if (field === null) throw new Error(`No ${selector}`);
        field.focus();
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
      await until(() => document.querySelector('.ally-open') !== null);
      type('input[type="search"]', searched);
      await until(() => document.querySelector('.empty') !== null);
      type('input[type="search"]', '');
      await until(() => document.querySelector('.ally-open') !== null);
      click('.ally-open', turn);
      await until(() => document.querySelector('#opener') !== null);
      type('#opener', written);
      await until(() => document.querySelector('.channels a') !== null);
      click('.back');
      await until(() => document.querySelector('#tab-resources') !== null);
      click('#tab-resources');
      await until(() => document.querySelector('.resource') !== null);
      return {
        asked: performance.getEntriesByType('resource').map(({ name }) => name),
        kept: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean),
      };
    },
    SEARCHED,
    WRITTEN,
    nth,
  );
}

/** Files of a folder that hold a text, as bytes of UTF-8 or of UTF-16. */
function filesHolding(folder: string, text: string): string[] {
  const wanted = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return wanted.some((part) => bytes.includes(part));
    });
}

describe.each(BROWSER_KINDS)('using Earshot, in %s', (kind) => {
  const zone = middayZone(Date.now());
  const server = new DirectoryServer();
  const profileDir = mkdtempSync(join(tmpdir(), 'earshot-silence-'));
  let earshot: Earshot;

  beforeAll(async () => {
    await server.start();
    await server.setDirectory({ document: nearbyDirectory(Date.now(), zone) });
    earshot = await launchEarshot({
      browser: kind,
      policy: { directoryUrl: server.url, site: 'har', country: 'GB' },
      lang: 'en-GB',
      timeZone: zone,
      profileDir,
    });
    await server.waitForRequest(({ status }) => status === 200);
    await listedNames(await earshot.openPopup());
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it(`a hundred times asks nobody for anything, and leaves no trace`, async () => {
    const since = Date.now();
    const before = await storedTraces(earshot);
    const outside = new Set<string>();
    const note = (address: string): void => {
      if (!address.startsWith(earshot.baseUrl) && !address.startsWith('data:')) outside.add(address);
    };
    server.requests.length = 0;
    for (let nth = 0; nth < TIMES; nth += 1) {
      const popup = await earshot.openPopup();
      popup.on('request', (request) => note(request.url()));
      const { asked, kept } = await useOnce(popup, nth);
      for (const address of asked) note(address);
      expect(kept).toEqual([]);
      await popup.close();
    }
    expect(server.requests).toEqual([]);
    expect([...outside]).toEqual([]);
    expect(await askedByBackground(earshot, since)).toEqual([]);
    const after = await storedTraces(earshot);
    expect(after).toEqual(before);
    expect(after.sync).toBe('{}');
    expect(Object.keys(after)).toContain('earshot-directory/view');
  });

  it('leaves what was searched and written in no file of the browser’s profile', async () => {
    await earshot.close();
    expect(filesHolding(profileDir, 'Fairwater')).not.toEqual([]);
    expect(filesHolding(profileDir, SEARCHED)).toEqual([]);
    expect(filesHolding(profileDir, WRITTEN)).toEqual([]);
  });
});
