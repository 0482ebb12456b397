import type { Page } from 'puppeteer-core';
import { vi } from 'vitest';
import type { Earshot } from '../../scripts/launch.ts';

const PATIENCE = { timeout: 30_000, interval: 200 };

/** Lets the extension into Firefox's private windows, as a person does in about:addons. */
async function letIntoPrivateWindows({ browser, extensionId }: Earshot): Promise<void> {
  const support = await browser.newPage();
  // The navigation to a page of the browser never reports its end.
  support.goto('about:support').catch(() => undefined);
  await vi.waitUntil(() => support.evaluate('typeof ChromeUtils === "object"').catch(() => false), PATIENCE);
  const id = JSON.stringify(extensionId);
  await support.evaluate(`(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const permissions = ['internal:privateBrowsingAllowed'];
    await ExtensionPermissions.add(${id}, { permissions, origins: [], data_collection: [] });
    await (await AddonManager.getAddonByID(${id})).reload();
  })()`);
  await support.close();
}

/** Opens one of the extension's pages in a private window of Firefox. */
export async function openPrivately(earshot: Earshot, path: string): Promise<Page> {
  await letIntoPrivateWindows(earshot);
  const settings = await earshot.openPage('options.html');
  const address = earshot.baseUrl + path;
  await settings.evaluate(
    `browser.windows.create({ incognito: true, url: ${JSON.stringify(address)} }).then(() => undefined)`,
  );
  const opened = await vi.waitUntil(async () => {
    const pages = await earshot.browser.pages();
    // What a page says of itself is ahead of what the driver was told.
    const at = await Promise.all(pages.map((page) => page.evaluate('location.href').catch(() => '')));
    return pages[at.indexOf(address)];
  }, PATIENCE);
  await settings.close();
  return opened;
}
