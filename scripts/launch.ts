import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { type BrowserKind, ensureBrowser } from './browsers.ts';
import { extensionIdOf } from './extension-id.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';

export interface LaunchOptions {
  browser: BrowserKind;
  /** Managed policy, as an administrator would set it. Needs Linux. */
  policy?: Readonly<Record<string, unknown>>;
  /** Keeps the profile there; by default each launch has a new one, which is deleted afterwards. */
  profileDir?: string;
  /** True unless said otherwise. */
  headless?: boolean;
  /** BCP 47; `en-US` unless said otherwise. */
  lang?: string;
  /** IANA name; the machine's own unless said otherwise. */
  timeZone?: string;
  colorScheme?: 'light' | 'dark';
  /** Where files that are saved go; by default the browser's own place. */
  downloadDir?: string;
  /** The built extension; by default what `npm run build` made. */
  extensionDir?: string;
  /**
   * Chromium alone: where an update manifest is. The extension is installed packed from there, as administrators do it
   * (Linux, as for `policy`), and `extensionDir` tells its id.
   */
  updateUrl?: string;
  /** Firefox alone: `profileDir` holds the packed extension, which outlives the browser there. */
  isInProfile?: boolean;
}

/** `LaunchOptions` with everything looked up. */
export interface ResolvedLaunch extends LaunchOptions {
  executablePath: string;
  extensionId: string;
  extensionDir: string;
  headless: boolean;
  lang: string;
  env: Record<string, string | undefined>;
}

/** A running browser with Earshot in it. */
export interface Earshot {
  kind: BrowserKind;
  browser: Browser;
  extensionId: string;
  /** The origin of the extension's pages, with a slash at its end. */
  baseUrl: string;
  /**
   * In Chromium the real popup, as by a click on the toolbar's button; a second one replaces the first. In
   * Firefox, which offers no way into a popup, the same page in a tab of a popup's size.
   */
  openPopup(): Promise<Page>;
  /** One of the extension's pages in a new tab, as `options.html`. */
  openPage(path: string): Promise<Page>;
  /**
   * Runs a function with the API and the global object of the background, which it wakes. The function must
   * stand alone, since it is sent as text; what it needs comes as `argument`, and both ways as JSON. In
   * Firefox it runs beside the background, so that its own globals are another page's.
   */
  inBackground<Value, Argument = undefined>(
    job: (api: ExtensionApi, argument: Argument, global: typeof globalThis) => Value | Promise<Value>,
    argument?: Argument,
  ): Promise<Value>;
  /**
   * Changes the managed policy. Chromium takes it up by itself, within seconds. Firefox reads it only when
   * an extension starts, so that the extension is started anew, and its pages close.
   */
  setPolicy(policy: Readonly<Record<string, unknown>>): Promise<void>;
  /** Ends the background at once, whatever it is doing. The next event starts it again. */
  killWorker(): Promise<void>;
  /** What the background has written to its console since the launch; in Firefox, warnings and errors alone. */
  workerLogs(): Promise<string[]>;
  /** Ends the browser and removes what was written for it. */
  close(): Promise<void>;
}

const folderOf: Readonly<Record<BrowserKind, string>> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/**
 * Starts a browser with the built extension and nothing else that would use the network.
 *
 * @throws Error where there is no browser or no build
 * @throws PolicyUnavailable where this machine offers no way to set a policy
 */
export async function launchEarshot(options: LaunchOptions): Promise<Earshot> {
  const kind = options.browser;
  const extensionDir =
    options.extensionDir ?? fileURLToPath(new URL(`../.output/${folderOf[kind]}`, import.meta.url));
  const resolved: ResolvedLaunch = {
    ...options,
    extensionDir,
    extensionId: extensionIdOf(extensionDir),
    executablePath: await ensureBrowser(kind),
    headless: options.headless ?? true,
    lang: options.lang ?? 'en-US',
    env: { ...process.env, ...(options.timeZone !== undefined && { TZ: options.timeZone }) },
  };
  return kind === 'chromium' ? launchChromium(resolved) : launchFirefox(resolved);
}
