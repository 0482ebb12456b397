import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { untilSays } from '../support/popup.ts';
import { clickRefresh, readAllies, readStates } from '../support/refreshing.ts';

const MANY = 8_000;
const documentWith = (serial: number) => ({
  format: 'earshot-directory/1',
  serial,
  issued: '2026-11-20T09:00:00Z',
  organization: { name: 'Northwind' },
  sites: [],
  allies: Array.from({ length: MANY }, (_, index) => ({
    id: `ally-${index}`,
    name: `Ally ${index} of ${serial}`,
    about: 'Glad to listen, at any hour of the working day, about whatever it is.',
    consented: '2026-01-10',
  })),
});
/** In ms, from the request to the kill: in the answer, in the check, while it is stored, after it. */
const KILLED_AFTER = [0, 25, 60, 120, 250, 500];

describe.each(BROWSER_KINDS)(
  'a background that is killed at any moment of a large refresh, in %s',
  (kind) => {
    const server = new DirectoryServer();
    let earshot: Earshot;

    beforeAll(async () => {
      await server.start();
      await server.setDirectory({ document: documentWith(1) });
      earshot = await launchEarshot({
        browser: kind,
        lang: 'en-GB',
        policy: { directoryUrl: server.url },
      });
    });
    afterAll(async () => {
      await earshot?.close();
      await server.close();
    });

    it('leaves the old directory or the new one, never half', async () => {
      const settings = await earshot.openPage('options.html');
      await untilSays(settings, '.address-item', 'Checked');
      for (const [round, wait] of KILLED_AFTER.entries()) {
        await server.setDirectory({ document: documentWith(round + 2) });
        server.requests.length = 0;
        await clickRefresh(settings);
        await server.waitForRequest(({ path }) => path === '/directory.json');
        await settings.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), wait);
        await earshot.killWorker();

        const stored = (await readStates(settings))[0]?.copy?.serial;
        const names = (await readAllies(settings)).map(({ name }) => name);
        expect(names.length).toBe(MANY);
        expect(new Set(names.map((name) => name.split(' of ')[1]))).toEqual(new Set([String(stored)]));
      }
    });
  },
);
