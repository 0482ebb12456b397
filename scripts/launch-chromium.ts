import { setTimeout } from 'node:timers/promises';
import puppeteer, {
  type Browser,
  type ConsoleMessage,
  type Page,
  type Target,
  type WebWorker,
} from 'puppeteer-core';
import { chromiumPolicyPlace } from './chromium-policy.ts';
import type { Earshot, ResolvedLaunch } from './launch.ts';
import { PolicyUnavailable } from './policy-unavailable.ts';

const NO_BACKGROUND_NETWORKING = '--disable-background-networking';
const QUIET = ['--disable-gpu', '--no-first-run', '--disable-component-update', '--disable-sync'];
const SETTLED = 15_000;

/** Starts Chromium with the extension; see `launchEarshot`. */
export async function launchChromium(options: ResolvedLaunch): Promise<Earshot> {
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
    updateUrl,
  } = options;
  const isManaged = policy !== undefined || updateUrl !== undefined;
  const place = isManaged ? chromiumPolicyPlace(executablePath) : undefined;
  if (isManaged && place === undefined) {
    throw new PolicyUnavailable('Managed policy takes Linux, and root or user namespaces.');
  }
  const forced = {
    ExtensionSettings: { [extensionId]: { installation_mode: 'force_installed', update_url: updateUrl } },
    // Else nobody may look into what an administrator has installed.
    DeveloperToolsAvailability: 1,
  };
  const forExtension = (values: unknown) => ({
    '3rdparty': { extensions: { [extensionId]: values } },
    ...(updateUrl !== undefined && forced),
  });
  if (isManaged) place?.write(forExtension(policy ?? {}));
  const removePolicy = () => place?.remove();
  process.once('exit', removePolicy);
  const done = () => {
    removePolicy();
    process.off('exit', removePolicy);
  };

  let browser: Browser;
  try {
    browser = await puppeteer.launch({
      executablePath: place?.executablePath ?? executablePath,
      headless,
      pipe: true,
      enableExtensions: updateUrl === undefined ? [extensionDir] : true,
      ignoreDefaultArgs: updateUrl === undefined ? [] : [NO_BACKGROUND_NETWORKING],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      defaultViewport: null,
      env: { ...options.env, LANGUAGE: lang },
      ...(profileDir !== undefined && { userDataDir: profileDir }),
      ...(downloadDir !== undefined && {
        downloadBehavior: { policy: 'allow' as const, downloadPath: downloadDir },
      }),
      args: [
        ...QUIET,
        // What an administrator installs is fetched in the background; nothing else is to be found there.
        updateUrl === undefined
          ? NO_BACKGROUND_NETWORKING
          : '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        '--screen-info={1440x900}',
        `--lang=${lang}`,
        `--accept-lang=${lang}`,
        // Root, and who seems to be root in a namespace, can't have Chromium's own sandbox.
        ...(process.getuid?.() === 0 || place !== undefined ? ['--no-sandbox'] : []),
      ],
    });
  } catch (error) {
    done();
    throw error;
  }

  const baseUrl = `chrome-extension://${extensionId}/`;
  const isWorker = (target: Target) => target.type() === 'service_worker' && target.url().startsWith(baseUrl);
  const isPopup = (target: Target) => target.url() === `${baseUrl}popup.html`;
  const logs: string[] = [];
  const listening = new WeakSet<WebWorker>();

  async function workerOf(target: Target): Promise<WebWorker> {
    const worker = await target.worker();
    if (worker === null) throw new Error('The background ended before it could be reached.');
    if (!listening.has(worker)) {
      listening.add(worker);
      worker.on('console', (message: ConsoleMessage) => logs.push(`${message.type()}: ${message.text()}`));
    }
    return worker;
  }
  browser.on('targetcreated', (target: Target) => {
    if (isWorker(target)) workerOf(target).catch(() => undefined);
  });

  async function dressed(page: Page): Promise<Page> {
    if (colorScheme !== undefined) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colorScheme }]);
    }
    return page;
  }
  async function openTab(path: string): Promise<Page> {
    const page = await dressed(await browser.newPage());
    await page.goto(baseUrl + path);
    return page;
  }

  /** The background's worker; a message from the most inert page there is starts it. */
  async function awake(): Promise<WebWorker> {
    const running = browser.targets().find(isWorker);
    if (running !== undefined) return workerOf(running);
    const page = await openTab('manifest.json');
    const started = browser.waitForTarget(isWorker, { timeout: SETTLED });
    await page.evaluate('chrome.runtime.sendMessage({}).catch(() => undefined)');
    const worker = await workerOf(await started);
    await page.close();
    return worker;
  }
  const inBackground: Earshot['inBackground'] = async <Value>(job: unknown, argument?: unknown) =>
    (await awake()).evaluate(`(${job})(chrome, ${JSON.stringify(argument)}, globalThis)`) as Promise<Value>;

  /** Chromium publishes a policy to an extension some time after it was loaded, or after the file changed. */
  async function untilPublished(values: Readonly<Record<string, unknown>>): Promise<void> {
    const asText = (value: object) => JSON.stringify(Object.entries(value).sort());
    const until = performance.now() + SETTLED;
    while (asText(await inBackground((api) => api.storage.managed.get())) !== asText(values)) {
      if (performance.now() > until) {
        throw new Error('Chromium did not publish the policy: does it fit public/managed_schema.json?');
      }
      await setTimeout(50);
    }
  }

  const earshot: Earshot = {
    kind: 'chromium',
    browser,
    extensionId,
    baseUrl,
    openPage: openTab,
    inBackground,
    async openPopup() {
      const open = browser.targets().find(isPopup);
      if (open !== undefined) await (await open.asPage()).close();
      const extension = (await browser.extensions()).get(extensionId);
      const [tab] = (await browser.pages()).filter((page) => !page.url().startsWith(`${baseUrl}popup.html`));
      if (extension === undefined) throw new Error('Chromium did not load the extension.');
      const opened = browser.waitForTarget((target) => isPopup(target) && target !== open, {
        timeout: SETTLED,
      });
      await extension.triggerAction(tab ?? (await browser.newPage()));
      const page = await dressed(await (await opened).asPage());
      await page.waitForFunction("document.readyState === 'complete'");
      return page;
    },
    async setPolicy(values) {
      if (place === undefined) throw new Error('Launch with a policy to be able to change it.');
      place.write(forExtension(values));
      await untilPublished(values);
    },
    async killWorker() {
      const target = browser.targets().find(isWorker);
      if (target === undefined) return;
      const gone = new Promise<void>((resolve) => {
        browser.on('targetdestroyed', (destroyed: Target) => {
          if (destroyed === target) resolve();
        });
      });
      await (await workerOf(target)).close();
      await gone;
    },
    workerLogs: async () => [...logs],
    async close() {
      await browser.close();
      done();
    },
  };
  try {
    await browser.waitForTarget(isWorker, { timeout: SETTLED });
    if (policy !== undefined) await untilPublished(policy);
  } catch (error) {
    await earshot.close();
    throw error;
  }
  return earshot;
}
