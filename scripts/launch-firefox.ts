import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { FIREFOX_QUIET } from './firefox-preferences.ts';
import type { Earshot, ResolvedLaunch } from './launch.ts';
import { PolicyUnavailable } from './policy-unavailable.ts';

const SETTLED = 15_000;
const POPUP_SIZE = { width: 400, height: 600 };

interface Opening {
  /** An expression that is true once the page is there. */
  ready: string;
  size?: typeof POPUP_SIZE | undefined;
  /** Behind the tab in front, which would otherwise stop drawing, and with it whatever a test waits for there. */
  behind?: boolean;
}

/**
 * Opens a page of an extension or of the browser. The navigation to one never reports its end, so that the page
 * is asked again and again from here: its own timers and frames are slow behind, code may not be made of text
 * there, and in the middle of a navigation there is nobody to answer.
 */
async function openTab(browser: Browser, address: string, { ready, size, behind }: Opening): Promise<Page> {
  const page = await browser.newPage({ background: behind === true });
  if (size !== undefined) await page.setViewport(size);
  page.goto(address).catch(() => undefined);
  const until = performance.now() + SETTLED;
  while ((await page.evaluate(ready).catch(() => false)) !== true) {
    if (performance.now() > until) throw new Error(`Firefox did not open ${address}.`);
    await setTimeout(20);
  }
  return page;
}

/** Starts Firefox with the extension; see `launchEarshot`. */
export async function launchFirefox(options: ResolvedLaunch): Promise<Earshot> {
  const {
    extensionId,
    extensionDir,
    executablePath,
    headless,
    lang,
    policy,
    profileDir,
    downloadDir,
    colorScheme,
    isInProfile,
  } = options;
  if (policy !== undefined && process.platform !== 'linux') {
    throw new PolicyUnavailable('Managed policy takes Linux.');
  }
  // What is stored belongs to the host: where it outlives the browser, so must the host.
  const host = isInProfile === true ? '0e5a7507-0000-4000-8000-000000000000' : randomUUID();
  const baseUrl = `moz-extension://${host}/`;
  // Firefox looks for a managed storage manifest in the home folder: each launch has a home of its own.
  const home = mkdtempSync(join(tmpdir(), 'earshot-home-'));
  const removeHome = () => rmSync(home, { recursive: true, force: true });
  const done = () => {
    removeHome();
    process.off('exit', removeHome);
  };
  process.once('exit', removeHome);
  const manifests = join(home, '.mozilla', 'managed-storage');
  function writePolicy(data: unknown): void {
    mkdirSync(manifests, { recursive: true });
    const manifest = { name: extensionId, description: 'Policy of Earshot', type: 'storage', data };
    writeFileSync(join(manifests, `${extensionId}.json`), JSON.stringify(manifest));
  }
  if (policy !== undefined) writePolicy(policy);

  let browser: Browser;
  try {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless,
      args: ['--remote-allow-system-access'],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      defaultViewport: null,
      env: { ...options.env, ...(process.platform === 'linux' && { HOME: home }) },
      ...(profileDir !== undefined && { userDataDir: profileDir }),
      extraPrefsFirefox: {
        ...FIREFOX_QUIET,
        'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: host }),
        // Its own notices: without a service for them the system's would be closed as soon as they are shown.
        'alerts.useSystemBackend': false,
        'intl.accept_languages': lang,
        'intl.locale.requested': lang,
        ...(isInProfile === true && {
          'extensions.autoDisableScopes': 0,
          'extensions.enabledScopes': 5,
          'extensions.startupScanScopes': 15,
          'xpinstall.signatures.required': false,
        }),
        ...(downloadDir !== undefined && {
          'browser.download.folderList': 2,
          'browser.download.dir': downloadDir,
        }),
        ...(colorScheme !== undefined && {
          'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
        }),
      },
    });
  } catch (error) {
    done();
    throw error;
  }
  const openOwn = (path: string, opening: Omit<Opening, 'ready'> = {}): Promise<Page> => {
    const ready = `location.href.startsWith('${baseUrl + path}') && document.readyState === 'complete'`;
    return openTab(browser, baseUrl + path, { ready, ...opening });
  };
  let inert: Page | undefined;
  /** A page of the extension that does nothing itself, to reach the background from. */
  async function lobby(): Promise<Page> {
    if (inert === undefined || inert.isClosed()) inert = await openOwn('manifest.json', { behind: true });
    return inert;
  }
  let support: Page | undefined;
  /** Runs code with the browser's own rights, as about:debugging does, in a page of the browser's own process. */
  async function privileged<Value>(code: string): Promise<Value> {
    const ready = "location.href === 'about:support' && typeof ChromeUtils === 'object'";
    support ??= await openTab(browser, 'about:support', { ready, behind: true });
    return support.evaluate(code) as Promise<Value>;
  }
  const inBackground: Earshot['inBackground'] = async <Value>(job: unknown, argument?: unknown) =>
    (await lobby()).evaluate(
      `browser.runtime.getBackgroundPage().then((page) => (${job})(page.browser, ${JSON.stringify(argument)}, page))`,
    ) as Promise<Value>;
  const addon = `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)})`;

  const earshot: Earshot = {
    kind: 'firefox',
    browser,
    extensionId,
    baseUrl,
    openPopup: () => openOwn('popup.html', { size: POPUP_SIZE }),
    openPage: (path) => openOwn(path),
    inBackground,
    async setPolicy(values) {
      writePolicy(values);
      inert = undefined;
      await privileged(`(async () => {
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        await (await AddonManager.getAddonByID(${JSON.stringify(extensionId)})).reload();
      })()`);
    },
    killWorker: () =>
      privileged(
        `${addon}.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      ),
    workerLogs: () =>
      privileged(
        `Services.console.getMessageArray().map(String).filter((line) => line.includes(${JSON.stringify(baseUrl)}))`,
      ),
    async close() {
      await browser.close();
      done();
    },
  };
  try {
    if (isInProfile !== true) await browser.installExtension(extensionDir);
  } catch (error) {
    await earshot.close();
    throw error;
  }
  return earshot;
}
