import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { openCard, openTab } from '../../scripts/popup-reading.ts';
import { middayZone, nearbyDirectory } from '../fixtures/nearby.ts';
import { violationsOf } from '../support/axe.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { listedNames, press, setAddresses, untilSays } from '../support/popup.ts';

const LOOKS = BROWSER_KINDS.flatMap((kind) => [
  { kind, colorScheme: 'light' as const },
  { kind, colorScheme: 'dark' as const },
]);

describe.each(LOOKS)('axe finds nothing in $kind, $colorScheme:', ({ kind, colorScheme }) => {
  const zone = middayZone(Date.now());
  const directory = nearbyDirectory(Date.now(), zone);
  const server = new DirectoryServer();
  let earshot: Earshot;
  let popup: Page;

  beforeAll(async () => {
    await server.start();
    await server.setDirectory({
      document: {
        ...directory,
        environment: 'test',
        allies: [{ id: 'nameless' }, ...(directory.allies ?? [])],
      },
    });
    earshot = await launchEarshot({ browser: kind, lang: 'en-GB', timeZone: zone, colorScheme });
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
  });

  it('the popup before there is a directory', async () => {
    popup = await earshot.openPopup();
    await untilSays(popup, 'h2', 'No directory yet');
    expect(await violationsOf(popup)).toEqual([]);
  });

  it('the popup while a country is chosen', async () => {
    await popup.waitForSelector('.crisis .quiet');
    await popup.click('.crisis .quiet');
    await popup.waitForSelector('.crisis select');
    expect(await violationsOf(popup)).toEqual([]);
    await popup.select('.crisis select', 'GB');
    await untilSays(popup, '.crisis', 'United Kingdom');
    expect(await violationsOf(popup)).toEqual([]);
  });

  it('the sample', async () => {
    await press(popup, 'Look at a sample');
    await listedNames(popup);
    expect(await violationsOf(popup)).toEqual([]);
  });

  it('the list', async () => {
    await setAddresses(earshot, [server.url]);
    await server.waitForRequest(({ status }) => status === 200);
    popup = await earshot.openPopup();
    await untilSays(popup, '.ally-open', 'Łukasz Żak');
    await untilSays(popup, '.banner', 'Test directory');
    expect(await violationsOf(popup)).toEqual([]);
  });

  it('a search that finds, with chips pressed', async () => {
    await press(popup, 'Free now');
    await popup.type('input[type="search"]', 'o');
    await untilSays(popup, '.summary', 'found');
    expect(await violationsOf(popup)).toEqual([]);
  });

  it('a search that finds nobody', async () => {
    await popup.type('input[type="search"]', 'fairwater');
    await untilSays(popup, '.empty', 'Nobody here matches');
    expect(await violationsOf(popup)).toEqual([]);
    await press(popup, 'Show everyone');
    await popup.keyboard.press('Escape');
  });

  it('a card', async () => {
    await openCard(popup, 'Łukasz Żak');
    await untilSays(popup, '.about', 'I lost my father');
    await popup.waitForSelector('.channels');
    expect(await violationsOf(popup)).toEqual([]);
    await press(popup, 'Back to allies');
  });

  it('the resources', async () => {
    await openTab(popup, 'Resources');
    await untilSays(popup, 'h3', 'Helplines in');
    expect(await violationsOf(popup)).toEqual([]);
  });

  it('the settings', async () => {
    const settings = await earshot.openPage('options.html');
    await untilSays(settings, '[aria-labelledby="aside-title"] td', 'something is missing');
    await settings.click('summary');
    await settings.type('#kid', 'k');
    await press(settings, 'Add key');
    await settings.waitForSelector('[role="alert"]');
    await settings.type('#address', 'nowhere');
    await press(settings, 'Add');
    await settings.waitForSelector('#address-fault');
    expect(await violationsOf(settings)).toEqual([]);
    await settings.close();
  });

  it('a directory that would not come', async () => {
    await setAddresses(earshot, ['http://127.0.0.1:9/directory.json']);
    popup = await earshot.openPopup();
    await untilSays(popup, '.notice', 'The directory could not be reached.');
    expect(await violationsOf(popup)).toEqual([]);
    const settings = await earshot.openPage('options.html');
    await untilSays(settings, '.address-item .notice', 'The directory could not be reached.');
    expect(await violationsOf(settings)).toEqual([]);
    await settings.close();
  });

  it('the side panel', async () => {
    const panel = await earshot.openPage('sidepanel.html');
    await panel.waitForSelector('.crisis');
    expect(await violationsOf(panel)).toEqual([]);
  });
});
