import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { untilSays } from '../support/popup.ts';
import { clickRefresh, readStates, refreshAll } from '../support/refreshing.ts';

const documentWith = (serial: number) => ({
  format: 'earshot-directory/1',
  serial,
  issued: '2026-11-20T09:00:00Z',
  organization: { name: 'Northwind' },
  sites: [],
  allies: ['a', 'b', 'c'].map((id) => ({ id, name: `Ally ${id} of ${serial}`, consented: '2026-01-10' })),
});

describe.each(BROWSER_KINDS)('a background that ends in the middle, in %s', (kind) => {
  const server = new DirectoryServer();
  let earshot: Earshot;
  let settings: Page;

  beforeAll(async () => {
    await server.start();
    await server.setDirectory({ document: documentWith(1) });
    earshot = await launchEarshot({ browser: kind, lang: 'en-GB', policy: { directoryUrl: server.url } });
    await server.waitForRequest(({ status }) => status === 200);
    settings = await earshot.openPage('options.html');
    await untilSays(settings, '.address-item', 'Checked');
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
  });

  it('while it waits for an answer: the old directory stays, and an alarm brings it back', async () => {
    await server.setDirectory({ document: documentWith(2) });
    await server.setFault('silent');
    server.requests.length = 0;
    await clickRefresh(settings);
    await server.waitForRequest(({ path }) => path === '/directory.json');
    await earshot.killWorker();

    const popup = await earshot.openPopup();
    await popup.waitForSelector('[role="list"][aria-label="Allies"] > li');
    expect(
      await popup.$$eval('[aria-label="Allies"] h3', (all) => all.map((h) => h.textContent).sort()),
    ).toEqual(['Ally a of 1', 'Ally b of 1', 'Ally c of 1']);
    const [state] = await readStates(settings);
    expect(state).toMatchObject({ failures: 1, copy: { serial: 1 } });
    const alarm = await earshot.inBackground((api) => api.alarms.get('directory'));
    expect(
      (alarm?.scheduledTime ?? Number.POSITIVE_INFINITY) - (state?.attemptedAt ?? 0),
    ).toBeLessThanOrEqual(61_000);
  });

  it('and takes up what it had begun when it is asked next', async () => {
    await server.setFault(undefined);
    const [line] = await refreshAll(settings, [server.url]);
    expect(line?.outcome).toBe('updated');
    const popup = await earshot.openPopup();
    await popup.waitForFunction(() =>
      document.querySelector('[aria-label="Allies"] h3')?.textContent?.endsWith('of 2'),
    );
    expect((await readStates(settings))[0]).toMatchObject({ failures: 0, copy: { serial: 2 } });
  });
});
