import type { Page } from 'puppeteer-core';

/** A row of the popup's list of allies. */
export interface ListedAlly {
  name: string;
  /** Why they stand where they do, as the popup words it. */
  why: string;
}

const LIST = '[role="list"][aria-label="Allies"]';

/** What the popup lists, once it lists as many as there are. It must be the English popup. */
export async function readListedAllies(popup: Page): Promise<ListedAlly[]> {
  await popup.waitForFunction(
    (selector: string) => {
      const rows = document.querySelectorAll(`${selector} > li`);
      return (
        rows.length > 0 && rows.length >= Math.min(100, Number(rows[0]?.getAttribute('aria-setsize') ?? 0))
      );
    },
    {},
    LIST,
  );
  return popup.$$eval(`${LIST} > li`, (rows) =>
    rows.map((row) => ({
      name: row.querySelector('h3')?.textContent?.trim() ?? '',
      why: row.querySelector('[data-why]')?.textContent?.trim() ?? '',
    })),
  );
}

/** Opens an ally's card from the list. */
export async function openCard(popup: Page, name: string): Promise<void> {
  await popup.locator(`::-p-aria(${name}[role="button"])`).click();
  await popup.waitForSelector('::-p-aria([role="article"])');
}

/** Shows one of the popup's tabs. */
export async function openTab(popup: Page, name: 'Allies' | 'Resources'): Promise<void> {
  await popup.locator(`::-p-aria(${name}[role="tab"])`).click();
  await popup.waitForSelector(`::-p-aria(${name}[role="tab"])[aria-selected="true"]`);
}
