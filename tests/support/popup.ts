import type { Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import type { Earshot } from '../../scripts/launch.ts';
import { readListedAllies } from '../../scripts/popup-reading.ts';

/** The names that a popup lists, in their order, once it lists as many as it says. */
export async function listedNames(popup: Page): Promise<string[]> {
  return (await readListedAllies(popup)).map(({ name }) => name);
}

/** Waits until the popup lists just these, in this order. Fails with what it listed instead. */
export async function untilListed(popup: Page, names: readonly string[]): Promise<void> {
  const listed = (): Promise<string[]> =>
    popup.$$eval('[role="list"][aria-label="Allies"] > li h3', (rows) =>
      rows.map((row) => row.textContent ?? ''),
    );
  await popup
    .waitForFunction(
      (wanted: string) => {
        const rows = document.querySelectorAll('[role="list"][aria-label="Allies"] > li h3');
        return JSON.stringify([...rows].map((row) => row.textContent)) === wanted;
      },
      { timeout: 20_000 },
      JSON.stringify(names),
    )
    .catch(async () => {
      throw new Error(`Listed: ${(await listed()).join(', ')}. Expected: ${names.join(', ')}.`);
    });
}

/** Waits until a selector's text holds `text`. */
export async function untilSays(page: Page, selector: string, text: string): Promise<void> {
  await page
    .waitForFunction(
      (within: string, wanted: string) =>
        [...document.querySelectorAll(within)].some((element) => element.textContent?.includes(wanted)),
      { timeout: 20_000 },
      selector,
      text,
    )
    .catch(async () => {
      const said = await page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent));
      throw new Error(`“${text}” is not in: ${said.join(' | ')}`);
    });
}

/** Clicks what has this role and accessible name. */
export async function press(page: Page, name: string, role = 'button'): Promise<void> {
  const found = await page.waitForSelector(`::-p-aria(${name}[role="${role}"])`);
  // In the middle, where nothing that stays in sight lies over it.
  await found?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await found?.click();
}

/** Replaces what a field holds, by keyboard, and leaves the field. */
export async function fill(page: Page, selector: string, text: string): Promise<void> {
  const field = await page.waitForSelector(selector);
  await field?.focus();
  await page.$eval(selector, (element) => element instanceof HTMLInputElement && element.select());
  await page.keyboard.press('Backspace');
  if (text !== '') await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}

/** The text of the element that has the focus. */
export const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? '');

/** Whether a page is there and answers. Puppeteer is not told when a page of Firefox closes itself. */
export const isOpen = (page: Page): Promise<boolean> => page.evaluate(() => true).catch(() => false);

/** Does what closes its own page, for which puppeteer may wait for ever, and waits until it is closed. */
export async function leaveBy(page: Page, act: () => Promise<void>): Promise<void> {
  act().catch(() => undefined);
  await expect.poll(() => isOpen(page), { timeout: 20_000 }).toBe(false);
}

/** Sets the addresses, as the settings page would. */
export async function setAddresses(earshot: Earshot, urls: readonly string[]): Promise<void> {
  const addresses = urls.map((url) => ({ url, signIn: false }));
  await earshot.inBackground((api, settings) => api.storage.local.set({ settings }), {
    addresses,
    publicKeys: [],
    discreet: false,
    sample: false,
  });
}

/** The open page of the extension whose path begins so, once there is one. */
export async function pageAt(earshot: Earshot, path: string): Promise<Page> {
  return vi.waitFor(
    async () => {
      for (const page of await earshot.browser.pages()) {
        // Firefox doesn't report the navigations of an extension's pages, so that each is asked.
        const address = await page.evaluate(() => location.href).catch(() => '');
        if (address.startsWith(earshot.baseUrl + path)) return page;
      }
      throw new Error(`No ${path} is open.`);
    },
    { timeout: 10_000, interval: 100 },
  );
}
