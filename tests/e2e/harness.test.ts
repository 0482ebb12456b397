import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';

// Nobody listens at this port: what the extension makes of that is the subject of other tests.
const POLICY = { directoryUrl: 'http://127.0.0.1:9/directory.json', country: 'GB' };

describe.each(BROWSER_KINDS)('Earshot in %s', (kind) => {
  let earshot: Earshot;
  const managed = () => earshot.inBackground((api) => api.storage.managed.get());

  beforeAll(async () => {
    earshot = await launchEarshot({
      browser: kind,
      policy: POLICY,
      lang: 'pl',
      timeZone: 'America/Toronto',
      colorScheme: 'dark',
    });
  });
  afterAll(() => earshot?.close());

  it('reads the managed policy in its background', async () => {
    expect(await managed()).toEqual(POLICY);
  });

  it('opens its popup, and opens it again', async () => {
    const first = await earshot.openPopup();
    expect(await first.evaluate('location.href')).toBe(`${earshot.baseUrl}popup.html`);
    const second = await earshot.openPopup();
    expect(await second.$eval('#app', (element) => element.tagName)).toBe('DIV');
  });

  it('runs under the language, time zone and colours that were asked for', async () => {
    const page = await earshot.openPage('options.html');
    const seen = await page.evaluate(() => ({
      language: navigator.language,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
    }));
    expect(seen).toEqual({ language: 'pl', timeZone: 'America/Toronto', dark: true });
  });

  it('starts its background again after it was ended', async () => {
    const started = () => earshot.inBackground((_api, _nothing, { performance }) => performance.timeOrigin);
    const before = await started();
    await earshot.killWorker();
    expect(await started()).toBeGreaterThan(before);
  });

  it('takes up a changed policy', async () => {
    const changed = { ...POLICY, country: 'PL' };
    await earshot.setPolicy(changed);
    expect(await managed()).toEqual(changed);
  });
});
