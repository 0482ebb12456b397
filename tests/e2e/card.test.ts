import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { openCard } from '../../scripts/popup-reading.ts';
import { middayZone, nearbyDirectory } from '../fixtures/nearby.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { listedNames, press, untilSays } from '../support/popup.ts';

const SUBJECT = encodeURIComponent('A few minutes this week?');
const TEXT = encodeURIComponent('Hi, do you have a few minutes to talk this week?');
const IN_FRAME = { target: null, rel: 'noreferrer' };
const IN_A_TAB = { target: '_blank', rel: 'noopener noreferrer' };

describe.each(BROWSER_KINDS)('an ally’s card, in %s', (kind) => {
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
    await openCard(popup, 'Łukasz Żak');
    await untilSays(popup, '.about', 'I lost my father');
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
  });

  const links = () =>
    popup.$$eval('.channels a', (all) =>
      all.map((link) => ({
        href: link.getAttribute('href'),
        target: link.getAttribute('target'),
        rel: link.getAttribute('rel'),
      })),
    );

  it('reaches them over each kind of channel, in the frame or in a tab as it needs', async () => {
    expect(await links()).toEqual([
      { href: `mailto:lukasz@northwind.example?subject=${SUBJECT}&body=${TEXT}`, ...IN_FRAME },
      { href: 'tel:+442079460123', ...IN_FRAME },
      { href: 'tel:4417', ...IN_FRAME },
      { href: `sms:+447700900123?body=${TEXT}`, ...IN_FRAME },
      { href: `sms:85258?body=${TEXT}`, ...IN_FRAME },
      { href: 'slack://user?team=T0NORTHWIND&id=U0LUKASZ', ...IN_FRAME },
      { href: 'https://app.slack.com/client/T0NORTHWIND/U0LUKASZ', ...IN_A_TAB },
      {
        href: `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent('lukasz@northwind.example')}&message=${TEXT}`,
        ...IN_A_TAB,
      },
      { href: `webexteams://im?email=${encodeURIComponent('lukasz@northwind.example')}`, ...IN_FRAME },
      { href: 'https://book.northwind.example/lukasz', ...IN_A_TAB },
      { href: 'https://northwind.example/people/lukasz?tab=about', ...IN_A_TAB },
    ]);
  });

  it('says where a short number is dialled, and who can see each channel', async () => {
    const ways = await popup.$$eval('.channels > li', (items) => items.map(({ textContent }) => textContent));
    expect(ways[1]).not.toContain('dialled in');
    expect(ways[2]).toContain('From any desk');
    expect(ways[2]).toContain('dialled in United Kingdom');
    const seen = await popup.$$eval('.visible-to', (notes) => notes.map(({ textContent }) => textContent));
    expect(seen).toHaveLength(10);
    expect(seen[0]).toContain('administrators may be able to see the subject line');
  });

  it('says what they are like to talk to, when they are free, and what stays between you', async () => {
    const card = await popup.$eval('article.card', ({ textContent }) => textContent ?? '');
    for (const fact of [
      'he/him',
      'Engineer · Platform',
      'A trained volunteer who listens. Not a counsellor.',
      'Free until 16:00',
      'grief and new parents',
      'Polish and English',
      'Mental Health First Aid, valid until 31 March 2038',
      'It stays between the two of you.',
    ]) {
      expect(card).toContain(fact);
    }
  });

  it('sends a changed first line along, and keeps it nowhere', async () => {
    await popup.locator('#opener').fill('Tea on Thursday?');
    await popup.waitForSelector('.channels a[href$="body=Tea%20on%20Thursday%3F"]');
    await press(popup, 'Back to allies');
    await openCard(popup, 'Zoë Brontë');
    expect(
      await popup.$eval('#opener', (field) => (field instanceof HTMLTextAreaElement ? field.value : '')),
    ).toBe('Hi, do you have a few minutes to talk this week?');
    await press(popup, 'Back to allies');
    await openCard(popup, 'Łukasz Żak');
  });

  it('copies an address', async () => {
    await press(popup, 'Copy +447700900123');
    await untilSays(popup, '.copy [role="status"]', 'Copied');
    // What was copied shows where it is pasted.
    await popup.$eval('#opener', (field) => field instanceof HTMLTextAreaElement && field.select());
    await popup.focus('#opener');
    await popup.keyboard.down('Control');
    await popup.keyboard.press('v', { commands: ['Paste'] });
    await popup.keyboard.up('Control');
    await popup.waitForSelector('.channels a[href="sms:85258?body=%2B447700900123"]');
  });

  it('goes back to the row that it came from', async () => {
    await press(popup, 'Back to allies');
    await popup.waitForFunction(() => document.activeElement?.textContent === 'Łukasz Żak');
  });

  it('leaves the list where it was, however far down', async () => {
    const scrolled = () => popup.$eval('main[data-scroller]', ({ scrollTop }) => scrollTop);
    const last = await popup.waitForSelector('::-p-aria(Nia Obi[role="button"])');
    await last?.scrollIntoView();
    const before = await scrolled();
    expect(before).toBeGreaterThan(100);
    await openCard(popup, 'Nia Obi');
    await popup.keyboard.press('Escape');
    await popup.waitForFunction(() => document.activeElement?.textContent === 'Nia Obi');
    expect(await scrolled()).toBe(before);
  });

  it('leads to the professionals', async () => {
    await openCard(popup, 'Zoë Brontë');
    await press(popup, 'See resources');
    await popup.waitForSelector('::-p-aria(Resources[role="tab"])[aria-selected="true"]');
    await untilSays(popup, 'h4', 'Fairwater Assistance');
  });
});
