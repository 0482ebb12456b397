import type { Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import type { LogEntry, SourceState } from '../../utils/directory/source.ts';

/** What a function that runs in a page of the extension finds there. */
declare const chrome: ExtensionApi;

/** Reads a whole store of the directory's database, from one of the extension's pages. */
function readAll<Value>(page: Page, store: string): Promise<Value[]> {
  return page.evaluate(
    (name) =>
      new Promise<Value[]>((resolve, reject) => {
        const opening = indexedDB.open('earshot-directory');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            resolve(reading.result);
            database.close();
          };
        };
      }),
    store,
  );
}

/** The log of refreshes, the oldest first. */
export const readLog = (page: Page): Promise<LogEntry[]> => readAll<LogEntry>(page, 'log');

/** What is known of each address. */
export const readStates = (page: Page): Promise<SourceState[]> => readAll<SourceState>(page, 'states');

const newestOf = (log: readonly LogEntry[], url: string): LogEntry | undefined =>
  log.filter((line) => line.url === url).at(-1);

/** Clicks Refresh from within the page: a tab behind another one gets no frames to wait for a pointer in. */
export async function clickRefresh(settings: Page): Promise<void> {
  const button = await settings.waitForSelector('::-p-aria(Refresh[role="button"])');
  await button?.evaluate((element) => element instanceof HTMLElement && element.click());
}

/**
 * Clicks Refresh in the settings page, and waits until the log has a new line for each of these addresses.
 *
 * @param patience in ms
 * @returns those lines, in the addresses' order
 */
export async function refreshAll(
  settings: Page,
  urls: readonly string[],
  patience = 90_000,
): Promise<LogEntry[]> {
  const before = await readLog(settings);
  await clickRefresh(settings);
  return vi.waitFor(
    async () => {
      const log = await readLog(settings);
      return urls.map((url) => {
        const line = newestOf(log, url);
        if (line === undefined || line.at === newestOf(before, url)?.at)
          throw new Error(`No new line for ${url}.`);
        return line;
      });
    },
    { timeout: patience, interval: 200 },
  );
}

/** All allies of the copies in use, as a reader finds them: through the heads, in one transaction. */
export function readAllies(page: Page): Promise<{ name: string }[]> {
  return page.evaluate(
    () =>
      new Promise<{ name: string }[]>((resolve, reject) => {
        const opening = indexedDB.open('earshot-directory');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction(['heads', 'blocks']);
          const allies: { name: string }[] = [];
          const heads = reading.objectStore('heads').getAll();
          heads.onsuccess = () => {
            for (const { url, blocks } of heads.result) {
              for (const { key } of blocks) {
                const block = reading.objectStore('blocks').get([url, key]);
                block.onsuccess = () => allies.push(...JSON.parse(block.result.text));
              }
            }
          };
          reading.onabort = () => reject(reading.error);
          reading.oncomplete = () => {
            resolve(allies);
            database.close();
          };
        };
      }),
  );
}

/** Moves the next refresh of every address to a second ago, as if the time until then had passed. */
export function makeOverdue(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('earshot-directory');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction('states', 'readwrite', { durability: 'strict' });
          const states = writing.objectStore('states');
          const reading = states.getAll();
          reading.onsuccess = () => {
            for (const state of reading.result) states.put({ ...state, nextAt: Date.now() - 1000 });
          };
          writing.onabort = () => reject(writing.error);
          writing.oncomplete = () => {
            resolve();
            database.close();
          };
        };
      }),
  );
}

/** When the background's alarm goes off, in ms since the epoch; asks from a page, which wakes nobody. */
export const readAlarm = (page: Page): Promise<number | undefined> =>
  page.evaluate(async () => (await chrome.alarms.get('directory'))?.scheduledTime);

/** Has the background's alarm go off now. */
export const ring = (page: Page): Promise<void> =>
  page.evaluate(() => chrome.alarms.create('directory', { when: Date.now() }));

/** Takes the background's alarm away, as a browser may that starts again. */
export async function loseAlarm(page: Page): Promise<void> {
  await page.evaluate(() => chrome.alarms.clear('directory'));
}

/** Waits until the background's alarm is set for the time that the only address's next refresh is planned for. */
export async function untilArmedForNext(page: Page): Promise<void> {
  await vi.waitFor(
    async () => {
      const planned = (await readStates(page))[0]?.nextAt ?? 0;
      expect(planned).toBeGreaterThan(Date.now());
      expect(await readAlarm(page)).toBe(planned);
    },
    { timeout: 20_000, interval: 50 },
  );
}
