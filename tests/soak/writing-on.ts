import type { Page } from 'puppeteer-core';

/** The words of an entry at its `version`: so what is read later says what it is. */
export const wordsOf = (name: string, version: number): string => `Kept ${name} at ${version}.`;

/** The name and version that an entry's text says; undefined where none of these wrote it. */
export function readWords(text: string): { name: string; version: number } | undefined {
  const [, name, version] = /^Kept (\S+) at (\d+)\.$/.exec(text) ?? [];
  return name === undefined ? undefined : { name, version: Number(version) };
}

/**
 * Writes one entry after the other, each changed twice, until `count` are there or the page ends. Says of each
 * version when the status reads “Saved”.
 *
 * @param saved gets the words that were shown as saved
 */
export async function writeOn(
  panel: Page,
  name: string,
  count: number,
  saved: (words: string) => void,
): Promise<void> {
  await panel.exposeFunction('tellSaved', saved);
  await panel.evaluate(
    async (prefix: string, many: number) => {
      const until = (holds: () => boolean): Promise<void> =>
        new Promise((resolve) => {
          const look = (): void => {
            if (!holds()) return;
            observer.disconnect();
            resolve();
          };
          const observer = new MutationObserver(look);
          observer.observe(document, { subtree: true, childList: true, characterData: true });
          look();
        });
      // A pause of 800 ms after each version would leave the browser idle for most of the time.
      const later = window.setTimeout.bind(window);
      const hurried = (job: () => void, milliseconds = 0): number => later(job, Math.min(milliseconds, 20));
      Object.defineProperty(window, 'setTimeout', { value: hurried, configurable: true });
      const says = (): string | null | undefined => document.querySelector('.standing')?.textContent;
      for (let nth = 0; nth < many; nth += 1) {
        await until(() => document.querySelector('textarea')?.value === '' && says() === '');
        for (let version = 1; version <= 3; version += 1) {
          const area = document.querySelector('textarea');
          if (area === null) return;
          area.value = `Kept ${prefix}-${nth} at ${version}.`;
          area.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await new Promise((resolve) => later(resolve));
          await until(() => says() === 'Saved');
          // Not awaited: the browser may be killed before anybody hears of it.
          if ('tellSaved' in window && typeof window.tellSaved === 'function') window.tellSaved(area.value);
        }
        const another = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === 'Begin another',
        );
        another?.click();
      }
    },
    name,
    count,
  );
}

/** Shows all pages of the entries that are listed. */
export async function showAll(panel: Page): Promise<void> {
  await panel.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let clickedAt = 0;
        const look = (): void => {
          const rows = document.querySelectorAll('.entry-row').length;
          const more = [...document.querySelectorAll('button')].find(
            ({ textContent }) => textContent === 'Show more',
          );
          if (more === undefined) {
            observer.disconnect();
            resolve();
          } else if (rows > clickedAt) {
            clickedAt = rows;
            more.click();
          }
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true });
        look();
      }),
  );
}
