import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { middayZone, nearbyDirectory } from '../fixtures/nearby.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { listedNames, press, untilListed, untilSays } from '../support/popup.ts';

describe.each(BROWSER_KINDS)('searching and filtering, in %s', (kind) => {
  const zone = middayZone(Date.now());
  const server = new DirectoryServer();
  let earshot: Earshot;
  let popup: Page;

  beforeAll(async () => {
    await server.start();
    await server.setDirectory({ document: nearbyDirectory(Date.now(), zone) });
    earshot = await launchEarshot({
      browser: kind,
      policy: { directoryUrl: server.url, site: 'har', country: 'GB' },
      lang: 'en-GB',
      timeZone: zone,
    });
    await server.waitForRequest(({ status }) => status === 200);
    popup = await earshot.openPopup();
    await listedNames(popup);
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
  });

  async function search(query: string): Promise<void> {
    await popup.locator('input[type="search"]').click({ count: 3 });
    await popup.keyboard.press('Backspace');
    await popup.keyboard.type(query);
  }

  it.each([
    ['a name, without its accents', 'zoe bronte', ['Zoë Brontë']],
    ['a name, with a letter that has no accent to drop', 'lukasz zak', ['Łukasz Żak']],
    ['a name in capitals, with accents', 'ŁUKASZ', ['Łukasz Żak']],
    ['a name before a topic', 'grie', ['Cyrille Grieve', 'Łukasz Żak']],
    ['a team', 'night shift', ['Di Marsh']],
    ['a place', '2nd floor', ['Zoë Brontë']],
    ['a topic', 'new parents', ['Łukasz Żak']],
    ['what they say of themselves', 'lost my father', ['Łukasz Żak']],
    ['words of different kinds together', 'platform sleep', ['Cyrille Grieve']],
  ])('finds allies by %s', async (_by, query, names) => {
    await search(query);
    await untilListed(popup, names);
  });

  it('finds allies by a language’s name and by their site', async () => {
    await search('polish');
    await untilSays(popup, '.summary', '2 found');
    expect((await listedNames(popup)).toSorted()).toEqual(['Zoë Brontë', 'Łukasz Żak']);
    await search('krakow');
    await untilListed(popup, ['Fay Nowak', 'Gus Vidal']);
  });

  it('searches the resources and helplines too, and says so where no ally is found', async () => {
    await search('fairwater');
    await untilSays(popup, '.empty', 'Nobody here matches “fairwater”.');
    await press(popup, '1 resource matches');
    await untilSays(popup, '.resource h4', 'Fairwater Assistance');
    await search('samaritans');
    await untilSays(popup, '.resource h4', 'Samaritans');
    await search('sleep');
    await untilSays(popup, '.empty', 'No resource matches “sleep”.');
    await press(popup, '1 ally matches');
    await untilListed(popup, ['Cyrille Grieve']);
    await search('');
  });

  it('is set free by Escape, and goes on where it was', async () => {
    await search('nobody at all');
    await untilSays(popup, '.empty', 'Nobody here matches');
    await popup.keyboard.press('Escape');
    await untilSays(popup, '.summary', 'people are free to listen now');
    expect(await popup.$eval('input[type="search"]', (field) => field.value)).toBe('');
  });

  it('narrows by chips, alone and together, and by search on top', async () => {
    const pressed = () =>
      popup.$$eval('.chip[aria-pressed="true"]', (chips) => chips.map(({ textContent }) => textContent));
    await press(popup, 'Free now');
    await untilSays(popup, '.summary', '8 people are free to listen now');
    expect(await listedNames(popup)).toHaveLength(8);
    await press(popup, 'My site');
    await untilSays(popup, '.summary', '4 people are free to listen now');
    expect((await listedNames(popup)).toSorted()).toEqual([
      'Cyrille Grieve',
      'Otto Ownteam',
      'Zoë Brontë',
      'Łukasz Żak',
    ]);
    await press(popup, 'Polish');
    await untilSays(popup, '.summary', '2 people are free');
    await press(popup, 'grief');
    await untilListed(popup, ['Łukasz Żak']);
    expect(await pressed()).toEqual(['Free now', 'My site', 'Polish', 'grief']);
    await search('zoe');
    await untilSays(popup, '.empty', 'Nobody here matches “zoe”.');
    await press(popup, 'Show everyone');
    await untilListed(popup, ['Zoë Brontë']);
    expect(await pressed()).toEqual([]);
    await search('');
  });

  it('leaves no chip pressed in the next popup, and no word in its search', async () => {
    await press(popup, 'Free now');
    await search('zoe');
    await untilListed(popup, ['Zoë Brontë']);
    popup = await earshot.openPopup();
    expect(await listedNames(popup)).toHaveLength(15);
    expect(await popup.$('.chip[aria-pressed="true"]')).toBeNull();
    expect(await popup.$eval('input[type="search"]', (field) => field.value)).toBe('');
  });
});
