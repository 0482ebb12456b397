import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type LaunchOptions, launchEarshot } from '../../scripts/launch.ts';
import { largeDirectory } from '../fixtures/large.ts';
import { withEarshot } from '../support/browser.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { listedNames, untilSays } from '../support/popup.ts';
import { readAllies, readStates, refreshAll } from '../support/refreshing.ts';

const documentWith = (serial: number) => ({
  format: 'earshot-directory/1',
  serial,
  issued: '2026-11-20T09:00:00Z',
  organization: { name: 'Northwind' },
  sites: [],
  allies: [{ id: 'ally', name: `Ally of ${serial}`, consented: '2026-01-10' }],
});

// Firefox forgets what belongs to an add-on that was loaded for a test, so that it can't be asked there.
describe('a browser that starts again, in chromium', () => {
  const server = new DirectoryServer();
  let profileDir: string;
  beforeAll(async () => {
    profileDir = await mkdtemp(join(tmpdir(), 'earshot-restart-'));
    await server.start();
    await server.setDirectory({ document: documentWith(1) });
  });
  afterAll(async () => {
    await server.close();
    await rm(profileDir, { recursive: true, force: true });
  });
  const options = (): LaunchOptions => ({
    browser: 'chromium',
    profileDir,
    lang: 'en-GB',
    policy: { directoryUrl: server.url },
  });

  it('has the directory still, and the time of the next refresh, with nobody at the address', async () => {
    let planned: number | undefined;
    await withEarshot(options(), async (earshot) => {
      const settings = await earshot.openPage('options.html');
      await untilSays(settings, '.address-item', 'Checked');
      planned = (await readStates(settings))[0]?.nextAt;
    });
    await server.setFault('refused');
    await withEarshot(options(), async (earshot) => {
      expect(await listedNames(await earshot.openPopup())).toEqual(['Ally of 1']);
      const settings = await earshot.openPage('options.html');
      expect((await readStates(settings))[0]?.nextAt).toBe(planned);
      await expect
        .poll(async () => (await earshot.inBackground((api) => api.alarms.get('directory')))?.scheduledTime, {
          timeout: 10_000,
        })
        .toBeCloseTo(planned ?? 0, -4);
    });
    await server.setFault(undefined);
  });
});

describe.each(BROWSER_KINDS)('a directory in parts, in %s', (kind) => {
  it('is fetched again only where it changed, and not taken where a part does not fit', async () => {
    const server = await new DirectoryServer().start();
    const directory = largeDirectory(1_000, { parts: 20 });
    const { document, parts } = directory;
    await server.setDirectory(directory);
    const earshot = await launchEarshot({
      browser: kind,
      lang: 'en-GB',
      policy: { directoryUrl: server.url },
    });
    const fetched = () => server.requests.filter(({ path }) => path.startsWith('/allies-'));
    try {
      const settings = await earshot.openPage('options.html');
      await untilSays(settings, '.address-item', '1,000 allies');
      expect(fetched().length).toBe(20);

      const other = largeDirectory(1_000, { parts: 20, seed: 2 });
      const [changed, ...rest] = [other.document.parts?.[0], ...(document.parts?.slice(1) ?? [])];
      if (changed === undefined) throw new Error('There are no parts.');
      const files = new Map([...parts, ...other.parts]);
      server.requests.length = 0;
      await server.setDirectory({
        document: { ...document, serial: 2, parts: [changed, ...rest] },
        parts: files,
      });
      expect((await refreshAll(settings, [server.url]))[0]?.outcome).toBe('updated');
      expect(fetched().map(({ path }) => path)).toEqual([`/${changed.path}`]);
      expect((await readAllies(settings)).length).toBe(1_000);

      await server.setDirectory({
        document: { ...document, serial: 3, parts: [{ ...changed, sha256: 'a'.repeat(64) }, ...rest] },
        parts: files,
      });
      expect((await refreshAll(settings, [server.url]))[0]?.outcome).toBe('partMismatch');
      expect((await readAllies(settings)).length).toBe(1_000);
      expect((await readStates(settings))[0]?.copy?.serial).toBe(2);
    } finally {
      await earshot.close();
      await server.close();
    }
  });
});
