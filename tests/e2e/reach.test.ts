import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { openTab, readListedAllies } from '../../scripts/popup-reading.ts';
import { middayZone, NEARBY_IN_ORDER, nearbyDirectory } from '../fixtures/nearby.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { fill, focusedText, isOpen, leaveBy, press, untilListed, untilSays } from '../support/popup.ts';

describe.each(BROWSER_KINDS)('reaching somebody, in %s', (kind) => {
  const zone = middayZone(Date.now());
  const server = new DirectoryServer();
  let earshot: Earshot;

  beforeAll(async () => {
    await server.start();
    await server.setDirectory({ document: nearbyDirectory(Date.now(), zone) });
    earshot = await launchEarshot({
      browser: kind,
      policy: { directoryUrl: server.url, site: 'har', country: 'GB' },
      lang: 'en-GB',
      timeZone: zone,
    });
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
  });

  it('fetches the directory that policy names, by itself, and lists it', async () => {
    const { headers } = await server.waitForRequest(({ status }) => status === 200);
    expect(headers.cookie).toBeUndefined();
    const popup = await earshot.openPopup();
    const names = (await readListedAllies(popup)).map(({ name }) => name);
    // Without a profile nobody is of the own team; the order is the subject of the next test.
    expect(names.toSorted()).toEqual([...NEARBY_IN_ORDER, 'Otto Ownteam'].toSorted());
  });

  it('takes a person’s languages, team and topics from settings, and orders by them', async () => {
    const settings = await earshot.openPage('options.html');
    await fill(settings, '#languages', 'Polish');
    await fill(settings, '#team', 'Payments');
    await fill(settings, '#topics', 'grief');
    await untilSays(settings, 'header [role="status"]', 'Saved');
    await settings.close();
    const popup = await earshot.openPopup();
    await untilListed(popup, NEARBY_IN_ORDER);
  });

  it('says of each why they stand there', async () => {
    const popup = await earshot.openPopup();
    const listed = await readListedAllies(popup);
    const why = (name: string) => listed.find((ally) => ally.name === name)?.why;
    expect(why('Łukasz Żak')).toBe('Free until 16:00 · your site, 3rd floor, east · Polish · grief');
    expect(why('Di Marsh')).toMatch(/^Free until 16:00 · Mill, \d\d km away$/);
    expect(why('Eve Stone')).toBe('Free until 16:00 · your country');
    expect(why('Fay Nowak')).toBe('Free until 16:00 · Kraków · works your hours');
    expect(why('Gus Vidal')).toBe('Free now · Kraków');
    expect(why('Hal Dunne')).toBe('Free from 15:00 · your site');
    expect(why('Kit Moreau')).toMatch(/^Free \w+day at 0?9:00 · your site$/);
    expect(why('Lou Hale')).toBe('Hours not given · your site');
    expect(why('Max Berg')).toMatch(/^Away until \d+ \w+ \d+ · your site$/);
    expect(why('Nia Obi')).toBe('Not taking new conversations · your site');
  });

  it('reaches the first ally with one click from the list', async () => {
    const popup = await earshot.openPopup();
    const link = await popup.waitForSelector('::-p-aria(Email Łukasz Żak[role="link"])');
    expect(await link?.evaluate((element) => element.getAttribute('href'))).toBe(
      'mailto:lukasz@northwind.example',
    );
  });

  it('is used by keyboard alone: slash, arrows, Enter, Escape', async () => {
    const popup = await earshot.openPopup();
    await untilListed(popup, NEARBY_IN_ORDER);
    await popup.keyboard.press('/');
    await popup.keyboard.type('br');
    await untilListed(popup, ['Zoë Brontë']);
    await popup.keyboard.press('Escape');
    await untilListed(popup, NEARBY_IN_ORDER);
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowUp');
    expect(await focusedText(popup)).toBe('Zoë Brontë');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('article.card');
    expect(await focusedText(popup)).toBe('Zoë Brontë');
    await popup.keyboard.press('Escape');
    await popup.waitForFunction(
      () =>
        document.activeElement?.matches('.ally-open') && document.activeElement.textContent === 'Zoë Brontë',
    );
    await popup.keyboard.press('ArrowUp');
    await popup.keyboard.press('ArrowUp');
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  });

  it('shows what else helps: the organization’s, by kind, then the country’s helplines', async () => {
    const popup = await earshot.openPopup();
    await openTab(popup, 'Resources');
    await untilSays(popup, 'h3', 'Helplines in United Kingdom');
    const headings = await popup.$$eval('#section h3, #section h4', (all) =>
      all.map(({ textContent }) => textContent),
    );
    expect(headings.slice(0, 7)).toEqual([
      'Employee assistance',
      'Fairwater Assistance',
      'Guides',
      'A first talk',
      'Helplines',
      'Talking Line',
      'Helplines in United Kingdom',
    ]);
    const eap = await popup.$eval('.resource', (item) => item.textContent ?? '');
    for (const fact of [
      'Day and night, every day',
      'English and Polish',
      'Free',
      'Everyone who works here',
    ]) {
      expect(eap).toContain(fact);
    }
    expect(eap).toContain('Checked on 1 June 2026');
    await untilSays(popup, '.resource .checked', 'Due for a check since 1 January 2026');
    expect(await popup.$eval('.resource a', (link) => link.getAttribute('href'))).toBe('tel:+442079460700');
  });

  it('keeps the country’s numbers at its foot, and changes the country for all pages', async () => {
    const foot = '[aria-label="Help at any hour"]';
    const numbers = (page: Page) =>
      page.$$eval(`${foot} a`, (links) => links.map((link) => link.getAttribute('href')));
    const popup = await earshot.openPopup();
    await untilSays(popup, foot, 'United Kingdom');
    expect(await numbers(popup)).toEqual(expect.arrayContaining(['tel:999', 'tel:116123']));
    await press(popup, 'Change country, now United Kingdom');
    await popup.waitForSelector(`${foot} select`);
    await popup.select(`${foot} select`, 'PL');
    await untilSays(popup, foot, 'Poland');
    expect(await numbers(popup)).toEqual(expect.arrayContaining(['tel:112']));
    expect(await numbers(popup)).not.toContain('tel:999');

    const panel = await earshot.openPage('sidepanel.html');
    await untilSays(panel, foot, 'Poland');
    await press(panel, 'Change country, now Poland');
    await panel.waitForSelector(`${foot} select`);
    await panel.select(`${foot} select`, 'MN');
    await untilSays(panel, foot, 'We have not checked numbers for Mongolia.');
    expect(await numbers(panel)).toEqual(['https://findahelpline.com/']);
    await panel.close();
  });

  it('leaves at once by its button, and by Shift three times', async () => {
    const byButton = await earshot.openPopup();
    await leaveBy(byButton, () => press(byButton, 'Leave'));

    const byKeys = await earshot.openPopup();
    await byKeys.waitForSelector('.quick-exit');
    for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift'] as const) await byKeys.keyboard.press(key);
    expect(await isOpen(byKeys)).toBe(true);
    await leaveBy(byKeys, () => byKeys.keyboard.press('Shift'));
  });

  it('has a panel with a greeting, numbers and a way out', async () => {
    const panel = await earshot.openPage('sidepanel.html');
    await untilSays(panel, 'h2', 'Good afternoon.');
    await panel.waitForSelector('[aria-label="Help at any hour"]');
    await leaveBy(panel, () => press(panel, 'Leave'));
  });
});

describe('the popup’s button “Quiet check-in”, in chromium', () => {
  // Firefox gives tests no popup to click in, and opens its sidebar for no page in a tab.
  it('opens the side panel', async () => {
    const earshot = await launchEarshot({ browser: 'chromium', lang: 'en-GB' });
    try {
      const popup = await earshot.openPopup();
      const opened = earshot.browser.waitForTarget(
        (target) => target.url() === `${earshot.baseUrl}sidepanel.html`,
        { timeout: 10_000 },
      );
      await press(popup, 'Quiet check-in');
      const panel = await (await opened).asPage();
      await untilSays(panel, 'h1', 'Quiet check-in');
      await leaveBy(panel, () => press(panel, 'Leave'));
    } finally {
      await earshot.close();
    }
  });
});
