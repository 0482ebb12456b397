import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { middayZone, nearbyDirectory } from '../fixtures/nearby.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { fill, leaveBy, listedNames, press, untilListed, untilSays } from '../support/popup.ts';
import { readLog } from '../support/refreshing.ts';

describe.each(BROWSER_KINDS)('the settings page, in %s', (kind) => {
  const zone = middayZone(Date.now());
  const directory = nearbyDirectory(Date.now(), zone);
  const company = new DirectoryServer();
  const union = new DirectoryServer();
  let earshot: Earshot;
  let page: Page;

  beforeAll(async () => {
    await Promise.all([company.start(), union.start()]);
    await company.setDirectory({
      document: {
        ...directory,
        allies: [
          { id: 'nameless', channels: [] },
          { id: 'late', name: 'Late Start', hours: [{ days: ['mo'], start: '25:00', end: '26:00' }] },
          ...(directory.allies ?? []),
        ],
      },
    });
    await union.setDirectory({
      document: {
        ...directory,
        organization: { name: 'Dockers’ Union' },
        resources: [],
        allies: [
          {
            id: 'wim',
            name: 'Wim Haven',
            site: 'har',
            hours: [{ days: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'], start: '10:00', end: '16:00' }],
            consented: '2026-01-10',
          },
        ],
      },
    });
    earshot = await launchEarshot({
      browser: kind,
      policy: { directoryUrl: company.url, country: 'GB' },
      lang: 'en-GB',
      timeZone: zone,
    });
    await company.waitForRequest(({ status }) => status === 200);
    page = await earshot.openPage('options.html');
    await untilSays(page, '.address-item', 'Checked');
  });
  afterAll(async () => {
    await earshot?.close();
    await Promise.all([company.close(), union.close()]);
  });

  it('says how the copy stands, and that the organization set the address', async () => {
    await untilSays(page, '.address-item', 'Set by your organization');
    await untilSays(page, '.address-item', 'Northwind · 18 allies · Number 1, published');
    await untilSays(page, '.address-item', 'Not signed');
    await untilSays(page, '.address-item', 'Next refresh about');
  });

  it('lists each record that was set aside with its place and its reason', async () => {
    const rows = await page.$$eval('[aria-labelledby="aside-title"] tbody tr', (all) =>
      all.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent)),
    );
    expect(rows).toEqual([
      ['allies[0].name', 'something is missing'],
      ['allies[1].hours[0].start', 'it is not a time'],
    ]);
  });

  it('fetches at a click on Refresh, once in five seconds at most, and logs it', async () => {
    const asked = () => company.requests.filter(({ path }) => path === '/directory.json');
    const before = asked().length;
    const first = company.waitForRequest(({ status }) => status === 304);
    await press(page, 'Refresh');
    expect((await first).headers['if-none-match']).toBeDefined();
    await untilSays(page, '[role="status"]', 'Refreshed');
    await press(page, 'Refresh');
    await untilSays(page, '[role="status"]', 'Refreshing');
    await untilSays(page, '[role="status"]', 'Refreshed');
    expect(asked()).toHaveLength(before + 2);
    // When the attempts began, by the one clock that spaces them: the server's knows how long each was under way too.
    const began = (await readLog(page)).map(({ at }) => at);
    expect((began.at(-1) ?? 0) - (began.at(-2) ?? 0)).toBeGreaterThan(4900);
    const outcomes = await page.$$eval('[aria-labelledby="log-title"] tbody tr td:nth-child(2)', (cells) =>
      cells.map(({ textContent }) => textContent),
    );
    expect(outcomes).toEqual(['Unchanged', 'Unchanged', 'A new directory']);
  });

  it('stores all of several changes that are made in the same moment', async () => {
    const wanted = { team: 'Payments', topics: 'grief, burnout', languages: 'Polish' };
    await page.evaluate((values) => {
      for (const [id, value] of Object.entries(values)) {
        const field = document.getElementById(id);
        if (!(field instanceof HTMLInputElement)) throw new Error(`No field ${id}.`);
        field.value = value;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }, wanted);
    await untilSays(page, 'header [role="status"]', 'Saved');
    const another = await earshot.openPage('options.html');
    await another.waitForSelector('#team');
    const stored = await another.evaluate(
      (ids) =>
        Object.fromEntries(
          ids.map((id) => {
            const field = document.getElementById(id);
            return [id, field instanceof HTMLInputElement ? field.value : undefined];
          }),
        ),
      Object.keys(wanted),
    );
    expect(stored).toEqual(wanted);
    await another.close();
  });

  it.each([
    'http://example.com/directory.json',
    'https://maya:secret@example.com/directory.json',
    'javascript:alert(1)',
    'directory.json',
  ])('refuses the address %s, and says why', async (address) => {
    await fill(page, '#address', address);
    await press(page, 'Add');
    await untilSays(page, '#address-fault', 'A directory’s address begins with https://');
    expect(await page.$$('.address-item')).toHaveLength(1);
  });

  it('refuses an address that is set already', async () => {
    await fill(page, '#address', company.url);
    await press(page, 'Add');
    await untilSays(page, '#address-fault', 'This address is set already.');
  });

  it('takes a second address, and the popup lists the allies of both', async () => {
    await fill(page, '#address', union.url);
    await press(page, 'Add');
    await union.waitForRequest(({ status }) => status === 200);
    await untilSays(page, '.address-item', 'Dockers’ Union · 1 ally');
    const popup = await earshot.openPopup();
    const names = await listedNames(popup);
    expect(names).toContain('Wim Haven');
    expect(names).toContain('Łukasz Żak');
    await popup.close();
  });

  it('lets go of an address, and of all that came from it', async () => {
    const popup = await earshot.openPopup();
    const names = await listedNames(popup);
    await popup.close();
    await press(page, `Remove ${union.url}`);
    await page.waitForFunction(() => document.querySelectorAll('.address-item').length === 1);
    await untilListed(
      await earshot.openPopup(),
      names.filter((name) => name !== 'Wim Haven'),
    );
    await page.bringToFront();
  });

  it('makes the popup’s title neutral, and leaves at once', async () => {
    await press(page, 'Neutral icon and title in the toolbar', 'checkbox');
    await untilSays(page, '[role="status"]', 'Saved');
    const title = () => earshot.inBackground((api) => api.action.getTitle({}));
    await expect.poll(title).toBe('Notes');
    await expect.poll(async () => (await earshot.openPopup()).title()).toBe('Notes');
    await page.bringToFront();
    await leaveBy(page, () => press(page, 'Leave'));
  });
});
