import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BrowserKind, ensureBrowser } from './browsers.ts';
import { type Earshot, type LaunchOptions, launchEarshot } from './launch.ts';
import { PolicyUnavailable } from './policy-unavailable.ts';
import { openCard, openTab, readListedAllies } from './popup-reading.ts';
import { type SampleServer, serveSample } from './sample-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const kind: BrowserKind = process.argv.includes('--firefox') ? 'firefox' : 'chromium';
const title = kind === 'firefox' ? 'Firefox' : 'Chromium';
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = !hasDisplay || process.argv.includes('--headless');

let server: SampleServer | undefined;
let earshot: Earshot | undefined;
let ending: Promise<void> | undefined;

/** Stops all that was started, once. */
function end(): Promise<void> {
  ending ??= (async () => {
    await earshot?.close().catch(() => undefined);
    await server?.close();
  })();
  return ending;
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void end().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143)));
}

/** @throws Error with what the builder said */
async function build(): Promise<void> {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const target = kind === 'firefox' ? ['-b', 'firefox', '--mv3'] : [];
  try {
    await promisify(execFile)(process.execPath, [wxt, 'build', ...target], { cwd: root });
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? `${error.stdout}` : '';
    throw new Error(`Earshot could not be built.\n${said}`, { cause: error });
  }
}

/** Points Earshot at the directory by policy, or where this machine has no way to, as a person would. */
async function launch(directoryUrl: string): Promise<Earshot> {
  // The popup is read in English, and looked at from London, where the sample's allies sit.
  const options: LaunchOptions = {
    browser: kind,
    headless,
    lang: 'en-GB',
    ...(headless && { timeZone: 'Europe/London' }),
  };
  try {
    return await launchEarshot({ ...options, policy: { directoryUrl, site: 'lon' } });
  } catch (error) {
    if (!(error instanceof PolicyUnavailable)) throw error;
  }
  const launched = await launchEarshot(options);
  await launched.inBackground(
    (api, url) => api.storage.local.set({ settings: { addresses: [{ url, signIn: false }] } }),
    directoryUrl,
  );
  return launched;
}

/** Two columns. */
function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`).join('\n');
}

/** Does what a person would, and shows what they would see. */
async function showWithoutDisplay(running: Earshot): Promise<void> {
  const folder = join(root, '.output', 'start');
  mkdirSync(folder, { recursive: true });
  const popup = await running.openPopup();
  const shots: string[] = [];
  const shoot = async (name: string): Promise<void> => {
    const path = `${join(folder, `${kind}-${name}`)}.png` as const;
    await popup.screenshot({ path });
    shots.push(path);
  };
  const allies = await readListedAllies(popup);
  await shoot('popup');
  await openTab(popup, 'Resources');
  await shoot('resources');
  await openTab(popup, 'Allies');
  const first = allies[0];
  if (first !== undefined) await openCard(popup, first.name);
  await shoot('card');
  console.log(`\nThe popup lists ${allies.length} allies:\n`);
  console.log(table([['Ally', 'Why here'], ...allies.map(({ name, why }) => [name, why] as const)]));
  console.log(`\nScreenshots:\n${shots.map((path) => `  ${path}`).join('\n')}`);
}

function explain(directoryUrl: string): void {
  const button =
    kind === 'firefox' ? 'the puzzle piece in the toolbar' : 'the puzzle piece beside the address';
  console.log(`
Earshot is in this ${title}, with a made-up organization served at ${directoryUrl}.
  1. Click ${button}, then Earshot: who is free to listen now.
  2. Click a name for their card, or type into the search: a topic, a language, a team.
  3. Click Resources for what else helps, and Quiet check-in for the side panel.
Close the window or press Ctrl-C to stop.
`);
}

try {
  await ensureBrowser(kind);
  console.log(`Building Earshot for ${title}…`);
  await build();
  server = await serveSample(Date.now());
  earshot = await launch(server.url);
  if (headless) await showWithoutDisplay(earshot);
  else {
    explain(server.url);
    const { browser } = earshot;
    await new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  }
} catch (error) {
  if (ending === undefined) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
} finally {
  await end();
}
