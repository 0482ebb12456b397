import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { middayZone, nearbyDirectory } from '../fixtures/nearby.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { allowBeforehand, promptless } from '../support/permission.ts';
import { listedNames, press, untilSays } from '../support/popup.ts';

describe.each(BROWSER_KINDS)('a directory behind a sign-in, in %s', (kind) => {
  const zone = middayZone(Date.now());
  const server = new DirectoryServer({ signIn: true, cors: false });
  const profileDir = mkdtempSync(join(tmpdir(), 'earshot-sign-in-'));
  let earshot: Earshot;

  beforeAll(async () => {
    promptless(profileDir);
    await server.start();
    await server.setDirectory({ document: nearbyDirectory(Date.now(), zone) });
    earshot = await launchEarshot({
      browser: kind,
      policy: { directoryUrl: server.url, country: 'GB' },
      lang: 'en-GB',
      timeZone: zone,
      profileDir,
    });
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it('is asked without cookies, and says that it may want a sign-in, with a way there', async () => {
    await server.waitForRequest(({ status }) => status === 302);
    const popup = await earshot.openPopup();
    await untilSays(popup, '.conditions .notice', 'It may want you to sign in');
    await untilSays(popup, '.conditions .notice', 'There is no earlier copy. The lines below still work.');
    const link = await popup.$eval('.conditions .notice a', (button) => ({
      says: button.textContent,
      href: button.getAttribute('href'),
      target: button.getAttribute('target'),
      rel: button.getAttribute('rel'),
    }));
    expect(link).toEqual({
      says: 'Open the sign-in page',
      href: server.url,
      target: '_blank',
      rel: 'noopener noreferrer',
    });
    expect(server.requests.filter(({ headers }) => headers.cookie !== undefined)).toEqual([]);
  });

  it('is fetched with cookies once the person has allowed that and signed in', async () => {
    await allowBeforehand(earshot, 'http://127.0.0.1/*');
    const tab = await earshot.browser.newPage();
    await tab.goto(server.url);
    await tab.click('button');
    await server.waitForRequest(
      ({ path, status, headers }) =>
        path === '/directory.json' && status === 200 && headers.cookie !== undefined,
    );
    await tab.close();

    const settings = await earshot.openPage('options.html');
    expect(await earshot.inBackground((api) => api.permissions.getAll())).toMatchObject({ origins: [] });
    server.requests.length = 0;
    await press(settings, 'A sign-in stands in front of it', 'checkbox');
    await settings.waitForSelector('.address-item input[type="checkbox"]:checked');
    expect(await earshot.inBackground((api) => api.permissions.getAll())).toMatchObject({
      origins: ['http://127.0.0.1/*'],
    });
    await press(settings, 'Refresh');
    const { headers } = await server.waitForRequest(({ status }) => status === 200);
    expect(headers.cookie).toBe('session=signed-in');
    await untilSays(settings, '.address-item', 'Checked');
    const popup = await earshot.openPopup();
    expect(await listedNames(popup)).toContain('Łukasz Żak');
  });

  it('keeps the last good copy when the sign-in has run out, and says so', async () => {
    await earshot.browser.deleteCookie(...(await earshot.browser.cookies()));
    const settings = await earshot.openPage('options.html');
    await press(settings, 'Refresh');
    await untilSays(settings, '.address-item .notice', 'The directory asks you to sign in.');
    const popup = await earshot.openPopup();
    expect(await listedNames(popup)).toContain('Łukasz Żak');
    await untilSays(popup, '.conditions .notice', 'The directory asks you to sign in.');
    await untilSays(popup, '.conditions .notice', 'You are seeing the copy from');
    await untilSays(popup, '.conditions .notice a', 'Open the sign-in page');
  });
});
