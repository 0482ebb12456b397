import type { Page } from 'puppeteer-core';

/**
 * Reads the only directory's copy again and again, each time in one transaction, as the popup does.
 *
 * @param milliseconds for how long; it is read once at least
 * @returns every different thing that was seen, as `3: 500 of 3`: the serial of its state, then how many of
 *   its allies' names end in which serial
 */
export function readSnapshots(page: Page, milliseconds: number): Promise<string[]> {
  return page.evaluate(
    (patience) =>
      new Promise<string[]>((resolve, reject) => {
        const until = performance.now() + patience;
        const seen = new Set<string>();
        const opening = indexedDB.open('earshot-directory');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const readOnce = (): void => {
            const reading = database.transaction(['states', 'heads', 'blocks']);
            const counts = new Map<string, number>();
            let serial = 0;
            const states = reading.objectStore('states').getAll();
            states.onsuccess = () => {
              serial = states.result[0]?.copy.serial;
            };
            const count = (text: string | undefined): void => {
              for (const { name } of JSON.parse(text ?? '[{"name":"missing"}]')) {
                const mark = name.split(' of ').at(-1);
                counts.set(mark, (counts.get(mark) ?? 0) + 1);
              }
            };
            const heads = reading.objectStore('heads').getAll();
            heads.onsuccess = () => {
              for (const { url, blocks } of heads.result) {
                for (const { key } of blocks) {
                  const block = reading.objectStore('blocks').get([url, key]);
                  block.onsuccess = () => count(block.result?.text);
                }
              }
            };
            reading.onabort = () => reject(reading.error);
            reading.oncomplete = () => {
              seen.add(`${serial}: ${[...counts].map(([mark, many]) => `${many} of ${mark}`).join(', ')}`);
              if (performance.now() < until) readOnce();
              else {
                database.close();
                resolve([...seen]);
              }
            };
          };
          readOnce();
        };
      }),
    milliseconds,
  );
}
