import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, type LaunchOptions, launchEarshot } from '../../scripts/launch.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { setAddresses, untilListed, untilSays } from '../support/popup.ts';
import { loseAlarm, makeOverdue, readStates, untilArmedForNext } from '../support/refreshing.ts';

const documentWith = (serial: number) => ({
  format: 'earshot-directory/1',
  serial,
  issued: '2026-11-20T09:00:00Z',
  organization: { name: 'Northwind' },
  sites: [],
  allies: [{ id: 'ally', name: `Ally of ${serial}`, consented: '2026-01-10' }],
});

describe.each(BROWSER_KINDS)('a browser that starts again, in %s', (kind) => {
  const server = new DirectoryServer();
  let profileDir: string;
  let options: LaunchOptions;
  let policy: { directoryUrl: string };
  let earshot: Earshot;
  let settings: Page;

  /**
   * Firefox forgets, when it ends, all that belongs to an extension that was loaded for a test: there the
   * extension alone starts anew.
   */
  async function startAgain(managed?: LaunchOptions['policy']): Promise<void> {
    if (kind === 'firefox') await earshot.setPolicy(managed ?? {});
    else {
      await earshot.close();
      earshot = await launchEarshot({ ...options, ...(managed && { policy: managed }) });
    }
  }

  beforeAll(async () => {
    profileDir = await mkdtemp(join(tmpdir(), 'earshot-restart-'));
    await server.start();
    await server.setDirectory({ document: documentWith(1) });
    options = { browser: kind, profileDir, lang: 'en-GB' };
    policy = { directoryUrl: server.url };
    earshot = await launchEarshot({ ...options, policy });
    settings = await earshot.openPage('options.html');
    await untilSays(settings, '.address-item', 'Checked');
    await untilArmedForNext(settings);
    await setAddresses(earshot, [server.url]);
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
    await rm(profileDir, { recursive: true, force: true });
  });

  it('has the directory still, and an alarm for the next refresh, with nobody at the address', async () => {
    const planned = (await readStates(settings))[0]?.nextAt;
    expect(planned).toBeGreaterThan(Date.now());
    await server.setFault('refused');
    await loseAlarm(settings);
    await startAgain(policy);
    await untilListed(await earshot.openPopup(), ['Ally of 1']);
    settings = await earshot.openPage('options.html');
    await untilArmedForNext(settings);
    expect((await readStates(settings))[0]?.nextAt).toBe(planned);
  });

  it('makes up for a refresh that was missed, with no policy that would wake it', async () => {
    await server.setFault(undefined);
    await server.setDirectory({ document: documentWith(2) });
    server.requests.length = 0;
    await makeOverdue(settings);
    await startAgain();
    await server.waitForRequest(({ status }) => status === 200);
    await untilListed(await earshot.openPopup(), ['Ally of 2']);
    settings = await earshot.openPage('options.html');
    await untilArmedForNext(settings);
  });
});
