import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';

export const BROWSER_KINDS = ['chromium', 'firefox'] as const;
export type BrowserKind = (typeof BROWSER_KINDS)[number];

/** What the look-up needs to know of the machine. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  exists(path: string): boolean;
  /** The path of an earlier download of ours. */
  downloaded(kind: BrowserKind): string | undefined;
}

interface Places {
  variable: string;
  title: string;
  /** Names on PATH. */
  names: readonly string[];
  mac: readonly string[];
  /** Below the folders of programs. */
  windows: readonly string[];
  aptPackage: string;
  download: Browser;
}

const PLACES: Readonly<Record<BrowserKind, Places>> = {
  chromium: {
    variable: 'CHROME_PATH',
    title: 'Chromium',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    mac: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    windows: [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
    aptPackage: 'chromium',
    download: Browser.CHROME,
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    title: 'Firefox',
    names: ['firefox-esr', 'firefox'],
    mac: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe'],
    aptPackage: 'firefox-esr',
    download: Browser.FIREFOX,
  },
};

const DOWNLOADS = fileURLToPath(new URL('../.browsers/', import.meta.url));
/** Holds the path of what was downloaded, so that it is found again without asking anybody. */
const noteOf = (kind: BrowserKind): string => join(DOWNLOADS, `${kind}.path`);

const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  exists: existsSync,
  downloaded: (kind) => (existsSync(noteOf(kind)) ? readFileSync(noteOf(kind), 'utf8').trim() : undefined),
};

/**
 * The path of a browser that is already there: the one named by `CHROME_PATH` or `FIREFOX_PATH`, else one on
 * PATH or in the system's usual places, else an earlier download.
 *
 * @throws Error where the variable names a file that doesn't exist
 */
export function findBrowser(kind: BrowserKind, machine: Machine = thisMachine): string | undefined {
  const { variable, names, mac, windows } = PLACES[kind];
  const { env, platform } = machine;
  const named = env[variable];
  if (named !== undefined && named !== '') {
    if (machine.exists(named)) return named;
    throw new Error(`${variable} is set to ${named}, and there is no such file.`);
  }
  const candidates =
    platform === 'darwin'
      ? mac
      : platform === 'win32'
        ? [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
            folder === undefined ? [] : windows.map((file) => `${folder}\\${file}`),
          )
        : names.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));
  const downloaded = machine.downloaded(kind);
  return [...candidates, ...(downloaded === undefined ? [] : [downloaded])].find(machine.exists);
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** Whether the system's own package was installed. */
function installWithApt(kind: BrowserKind): boolean {
  if (process.platform !== 'linux' || !isRoot()) return false;
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  // What was fetched before may do where an update fails.
  apt('update');
  return apt('install', '-y', '--no-install-recommends', PLACES[kind].aptPackage);
}

async function download(kind: BrowserKind): Promise<string> {
  const platform = detectBrowserPlatform();
  if (platform === undefined) throw new Error('no build for this system');
  const browser = PLACES[kind].download;
  const buildId = await resolveBuildId(browser, platform, 'stable');
  const installed = await install({
    browser,
    buildId,
    platform,
    cacheDir: DOWNLOADS,
    installDeps: kind === 'chromium' && platform === 'linux' && isRoot(),
  });
  mkdirSync(DOWNLOADS, { recursive: true });
  writeFileSync(noteOf(kind), installed.executablePath);
  return installed.executablePath;
}

/**
 * The path of a browser, installed if need be: by the system's packages as root on Debian and its kin, else
 * as a download into `.browsers/`.
 *
 * @throws Error with one sentence that says what to do
 */
export async function ensureBrowser(kind: BrowserKind): Promise<string> {
  const found = findBrowser(kind);
  if (found !== undefined) return found;
  const { title, variable } = PLACES[kind];
  console.log(`No ${title} here yet. Fetching one; this takes a minute or two.`);
  const installed = installWithApt(kind) ? findBrowser(kind) : undefined;
  if (installed !== undefined) return installed;
  try {
    return await download(kind);
  } catch (cause) {
    throw new Error(
      `${title} is not on this computer and could not be downloaded: install it, or set ${variable} to its path.`,
      { cause },
    );
  }
}

if (import.meta.main && process.argv.includes('--ensure')) {
  try {
    for (const kind of BROWSER_KINDS) console.log(`${PLACES[kind].title}: ${await ensureBrowser(kind)}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
