import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { field, openPanel, untilSaved, write } from '../support/journal.ts';
import { untilSays } from '../support/popup.ts';

const DATABASE = 'earshot-journal';

/** Removes the journal’s database from one of the extension's pages, as a browser does that found it damaged. */
const lose = (page: Page): Promise<void> =>
  page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
    DATABASE,
  );

/** Makes a database of a version that this Earshot doesn't know, as a newer one would leave it. */
const makeNewer = (page: Page): Promise<void> =>
  page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, 99);
        request.onupgradeneeded = () => request.result.createObjectStore('later').put('kept', 'it');
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
    DATABASE,
  );

const readNewer = (page: Page): Promise<unknown> =>
  page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const { result } = request;
          const read = result.transaction('later').objectStore('later').get('it');
          read.onsuccess = () => {
            result.close();
            resolve(read.result);
          };
        };
      }),
    DATABASE,
  );

describe.each(BROWSER_KINDS)('a database that isn’t as it was left, in %s', (kind) => {
  let earshot: Earshot;

  beforeAll(async () => {
    earshot = await launchEarshot({ browser: kind, lang: 'en-GB' });
  });
  afterAll(() => earshot?.close());

  it('is missed, and a new one is begun only when the person says so', async () => {
    const panel = await openPanel(earshot);
    await write(panel, 'It was here.');
    await untilSaved(panel);
    await panel.close();
    const settings = await earshot.openPage('options.html');
    await lose(settings);
    await settings.close();
    const later = await openPanel(earshot);
    await untilSays(later, 'main .notice', 'the browser has lost it');
    await (await later.waitForSelector('::-p-aria(Begin a new journal[role="button"])'))?.click();
    await field(later, 'Entry');
    await later.close();
  });

  it('is left alone where a newer Earshot made it', async () => {
    const settings = await earshot.openPage('options.html');
    await lose(settings);
    await makeNewer(settings);
    const panel = await openPanel(earshot);
    await untilSays(panel, 'main .notice', 'made by a newer Earshot');
    expect(await panel.$('textarea')).toBeNull();
    await panel.close();
    expect(await readNewer(settings)).toBe('kept');
  });
});
