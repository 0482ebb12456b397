import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { openCard, openTab } from '../../scripts/popup-reading.ts';
import { listedNames, pageAt, press, untilSays } from '../support/popup.ts';

describe.each(BROWSER_KINDS)('before there is a directory, in %s', (kind) => {
  let earshot: Earshot;
  beforeAll(async () => {
    earshot = await launchEarshot({ browser: kind, lang: 'en-GB', timeZone: 'Europe/London' });
  });
  afterAll(() => earshot?.close());

  it('the popup says how to get one, and has the country’s numbers', async () => {
    const popup = await earshot.openPopup();
    await untilSays(popup, 'h2', 'No directory yet');
    await untilSays(popup, '.no-directory', 'The person who runs your ally network has its address.');
    await untilSays(popup, '[aria-label="Help at any hour"]', 'United Kingdom');
    const numbers = await popup.$$eval('.crisis a', (links) =>
      links.map((link) => link.getAttribute('href')),
    );
    expect(numbers).toEqual(expect.arrayContaining(['tel:999', 'tel:116123']));
  });

  it('the popup leads to settings to add an address', async () => {
    const popup = await earshot.openPopup();
    await press(popup, 'Add an address');
    const settings = await pageAt(earshot, 'options.html');
    await settings.waitForSelector('#address');
    await settings.close();
  });

  it('the popup shows the bundled sample, says that it is one, and reaches nobody with it', async () => {
    const popup = await earshot.openPopup();
    await press(popup, 'Look at a sample');
    await untilSays(popup, '.banner', 'Sample. These people are made up and the numbers cannot be dialled.');
    const names = await listedNames(popup);
    expect(names).toHaveLength(24);
    const addresses = new Set<string>();
    const collect = async (): Promise<void> => {
      const hrefs = await popup.$$eval('main a', (links) => links.map((link) => link.href));
      for (const href of hrefs) addresses.add(href);
    };
    await collect();
    await openCard(popup, names[0] ?? '');
    await popup.waitForSelector('.channels');
    await collect();
    await press(popup, 'Back to allies');
    await openTab(popup, 'Resources');
    await popup.waitForSelector('.resource');
    const organizations = await popup.$$eval('.resources section:not(:last-child) a', (links) =>
      links.map((link) => link.href),
    );
    for (const href of organizations) addresses.add(href);
    const real = [...addresses].filter(
      (href) =>
        // Names and numbers that are kept free for examples (RFC 2606, Ofcom, the North American plan).
        !/[@/.][a-z-]+\.example\b/.test(decodeURIComponent(href)) &&
        !/^(?:tel|sms):(?:\+442079460|\+447700900|\+1\d{3}55501)\d+/.test(href) &&
        !/^slack:\/\/user\?team=T0NORTHWIND/.test(href) &&
        !/^https:\/\/app\.slack\.com\/client\/T0NORTHWIND\//.test(href),
    );
    expect(real).toEqual([]);
  });

  it('the sample stays for the next popup, until it is closed', async () => {
    const popup = await earshot.openPopup();
    await listedNames(popup);
    await press(popup, 'Close the sample');
    await untilSays(popup, 'h2', 'No directory yet');
    expect(await popup.$('.banner')).toBeNull();
    expect(await popup.$('[role="list"][aria-label="Allies"]')).toBeNull();
    const next = await earshot.openPopup();
    await untilSays(next, 'h2', 'No directory yet');
  });
});
