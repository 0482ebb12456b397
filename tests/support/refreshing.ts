import type { Page } from 'puppeteer-core';
import { vi } from 'vitest';
import type { LogEntry, SourceState } from '../../utils/directory/source.ts';

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
  await settings.locator('::-p-aria(Refresh[role="button"])').click();
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
