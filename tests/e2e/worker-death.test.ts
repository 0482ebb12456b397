import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { MINUTE, SECOND } from '../../utils/core/clock.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { untilListed, untilSays } from '../support/popup.ts';
import {
  clickRefresh,
  makeOverdue,
  readAlarm,
  readStates,
  ring,
  untilArmedForNext,
} from '../support/refreshing.ts';
import { readSnapshots } from '../support/snapshots.ts';

const MANY = 8_000;
const KILLS = 12;

const documentWith = (serial: number, count = 1) => ({
  format: 'earshot-directory/1',
  serial,
  issued: '2026-11-20T09:00:00Z',
  organization: { name: 'Northwind' },
  sites: [],
  allies: Array.from({ length: count }, (_, index) => ({
    id: `ally-${index}`,
    name: `Ally ${index} of ${serial}`,
    about: 'Glad to listen, at any hour of the working day, about whatever it is.',
    consented: '2026-01-10',
  })),
});

describe.each(BROWSER_KINDS)('a background that is killed in the middle of a refresh, in %s', (kind) => {
  const server = new DirectoryServer();
  let earshot: Earshot;
  let settings: Page;

  beforeAll(async () => {
    await server.start();
    await server.setDirectory({ document: documentWith(1) });
    earshot = await launchEarshot({ browser: kind, lang: 'en-GB', policy: { directoryUrl: server.url } });
    settings = await earshot.openPage('options.html');
    await untilSays(settings, '.address-item', 'Checked');
    await untilArmedForNext(settings);
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
  });

  it('leaves the old directory listed, and an alarm that comes back to what it began', async () => {
    await server.setDirectory({ document: documentWith(2) });
    await server.setFault('silent');
    server.requests.length = 0;
    await clickRefresh(settings);
    await server.waitForRequest(() => true);
    await earshot.killWorker();

    const [state] = await readStates(settings);
    expect(state).toMatchObject({ failures: 1, copy: { serial: 1 } });
    const begun = state?.attemptedAt ?? 0;
    const alarm = (await readAlarm(settings)) ?? 0;
    expect(alarm).toBeGreaterThan(begun);
    expect(alarm).toBeLessThanOrEqual(begun + MINUTE + SECOND);
    await untilListed(await earshot.openPopup(), ['Ally 0 of 1']);
  });

  it('has it completed when that alarm goes off', async () => {
    await server.setFault(undefined);
    server.requests.length = 0;
    await makeOverdue(settings);
    await ring(settings);
    await server.waitForRequest(({ status }) => status === 200);
    await untilArmedForNext(settings);
    expect((await readStates(settings))[0]).toMatchObject({ failures: 0, copy: { serial: 2 } });
    await untilListed(await earshot.openPopup(), ['Ally 0 of 2']);
  });

  it('is not made up for twice', async () => {
    server.requests.length = 0;
    await earshot.killWorker();
    await ring(settings);
    // The alarm is spent. Once it is set again, the background has been awake.
    await untilArmedForNext(settings);
    expect(server.requests).toEqual([]);
  });

  it('leaves a large directory as it was, or the new one, never half, whenever it happens', async () => {
    const whole = (serial: number): string => `${serial}: ${serial === 2 ? 1 : MANY} of ${serial}`;
    let stored = whole(2);
    let wait = 40;
    for (let serial = 3; serial < KILLS + 3; serial += 1) {
      await server.setDirectory({ document: documentWith(serial, MANY) });
      server.requests.length = 0;
      await makeOverdue(settings);
      await ring(settings);
      await server.waitForRequest(({ path }) => path === '/directory.json');
      const seen = await readSnapshots(settings, wait);
      await earshot.killWorker();
      const [after = ''] = await readSnapshots(settings, 0);
      for (const snapshot of [...seen, after]) expect([stored, whole(serial)]).toContain(snapshot);
      stored = after;
      // Earlier if that was too late, later if it was too early: the kills gather around the storing.
      wait = after === whole(serial) ? wait * 0.7 : wait * 1.3 + 5;
    }
  });
});
