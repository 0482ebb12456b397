import type { Page } from 'puppeteer-core';
import { field, show, untilSaved, write } from './journal.ts';
import { press } from './popup.ts';

/** Words that stand nowhere but where they are written, and what is written with them. */
export interface Canaries {
  text: string;
  tag: string;
  prompt: string;
}

/** Writes an entry with a text and a tag that answers a prompt of the person's own, and waits until it is saved. */
export async function writeCanaries(panel: Page, { text, tag, prompt }: Canaries): Promise<void> {
  await show(panel, 'Keeping it');
  await (await field(panel, 'A new prompt')).focus();
  await panel.keyboard.type(prompt);
  await press(panel, 'Add a prompt');
  await panel.waitForSelector(`::-p-aria(Remove “${prompt}”)`);
  await show(panel, 'Today');
  await press(panel, 'Something to begin with');
  for (let turn = 0; turn < 40; turn += 1) {
    const shown = await panel.waitForSelector('.prompt');
    if ((await shown?.evaluate(({ textContent }) => textContent)) === prompt) break;
    await press(panel, 'Another');
  }
  await press(panel, 'Add feelings and what it is about');
  await (await field(panel, 'A tag of your own')).focus();
  await panel.keyboard.type(tag);
  await panel.keyboard.press('Enter');
  await write(panel, text);
  await untilSaved(panel);
}

/** What a database of the journal holds: each record's key and fields as text, bytes as Latin-1. */
export function readJournalDatabase(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const asText = (_key: string, value: unknown): unknown => {
      if (value instanceof Uint8Array) return Array.from(value, (byte) => String.fromCharCode(byte)).join('');
      return value instanceof CryptoKey ? 'a key of the browser’s' : value;
    };
    const found: Record<string, string[]> = {};
    const database = await settled(indexedDB.open('earshot-journal'));
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      found[name] = values.map((value, at) => JSON.stringify([keys[at], value], asText));
    }
    database.close();
    return found;
  });
}

/**
 * Stores two texts in a database of this test's own, as the journal would if it kept them in the open: one in
 * plain, the other so that it stands in one piece only once what the browser packs is unpacked. So many bytes
 * follow that nobody can pack.
 */
export async function storeControls(
  page: Page,
  { plain, packed, filling }: { plain: string; packed: string; filling: number },
): Promise<void> {
  const filler = 'and so on, and so on, '.repeat(80);
  const half = Math.floor(packed.length / 2);
  const halves = `${filler}${packed.slice(0, half)} ${filler}${packed.slice(half)} ${filler}`;
  await page.evaluate(
    (texts: string[], bytes: number) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('control');
        opening.onupgradeneeded = () => opening.result.createObjectStore('texts', { autoIncrement: true });
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('texts', 'readwrite', { durability: 'strict' });
          const store = writing.objectStore('texts');
          for (const text of texts) store.put({ text });
          for (let left = bytes; left > 0; left -= 50_000)
            store.put(crypto.getRandomValues(new Uint8Array(50_000)));
          writing.onabort = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [plain, `${halves}${packed}`],
    filling,
  );
}
