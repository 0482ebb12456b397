import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the background tells on the channel `stops`. */
export type StopNews =
  /** It has just started, and asks where to stop. */
  | { kind: 'asks' }
  /** A notice is being handed to the browser; and the browser has it. */
  | { kind: 'hands' | 'shown'; title: string }
  /** All that it had to tell has been told. */
  | { kind: 'told' }
  /** It stands still from here on, until it is killed. */
  | { kind: 'stopped'; at: string };

/** At how many moments from now to stop; null: never. Or the question whether all was told. */
export type StopOrder = { kind: 'plan'; after: number | null } | { kind: 'tell' };

/**
 * Runs in the background before its own script. Just before and just after each call of the browser that breaks need
 * there is a moment at which it can be made to stand still, as if it had ended right there. Stands alone.
 */
function standStill(): void {
  const CALLS: readonly (readonly [string, readonly string[]])[] = [
    ['storage.local', ['get', 'set']],
    ['alarms', ['get', 'create', 'clear']],
    ['notifications', ['create', 'clear', 'getAll']],
    ['action', ['setBadgeText']],
    ['idle', ['queryState']],
  ];
  type Call = (...args: unknown[]) => Promise<unknown>;
  const channel = new BroadcastChannel('stops');
  const say = (news: StopNews): void => channel.postMessage(news);
  /** Undefined until it is known. */
  let left: number | null | undefined;
  let planned: () => void = () => undefined;
  const known = new Promise<void>((resolve) => {
    planned = resolve;
  });
  let standing = false;

  channel.onmessage = ({ data }: MessageEvent<StopOrder>) => {
    if (data.kind === 'tell') return say({ kind: 'told' });
    left = data.after;
    planned();
  };
  say({ kind: 'asks' });

  /** Whether it goes on after this moment. */
  function passes(at: string): boolean {
    if (standing) return false;
    if (typeof left !== 'number') return true;
    left -= 1;
    if (left >= 0) return true;
    standing = true;
    say({ kind: 'stopped', at });
    return false;
  }
  const forever = new Promise<never>(() => undefined);

  function titleOf([, notice]: unknown[]): string {
    return typeof notice === 'object' && notice !== null && 'title' in notice ? String(notice.title) : '';
  }
  function watched(name: string, call: Call): Call {
    function run(args: unknown[]): Promise<unknown> {
      if (!passes(`before ${name}`)) return forever;
      const title = titleOf(args);
      const isNotice = name === 'notifications.create';
      if (isNotice) say({ kind: 'hands', title });
      return call(...args).then((value) => {
        if (isNotice) say({ kind: 'shown', title });
        return passes(`after ${name}`) ? value : forever;
      });
    }
    return (...args) => {
      const last = args.at(-1);
      const callback = typeof last === 'function' ? last : undefined;
      const given = callback === undefined ? args : args.slice(0, -1);
      const done = left === undefined ? known.then(() => run(given)) : run(given);
      if (callback === undefined) return done;
      return done.then((value) => callback(value));
    };
  }

  const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const inside = (holder: unknown, key: string): object => {
    const value: unknown =
      typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
    if (typeof value !== 'object' || value === null) throw new Error(`There is no ${key} here.`);
    return value;
  };
  for (const [path, names] of CALLS) {
    let holder: unknown = api;
    for (const key of path.split('.')) holder = inside(holder, key);
    const area = inside({ holder }, 'holder');
    for (const name of names) {
      const call: Call = Reflect.get(area, name).bind(area);
      Reflect.set(area, name, watched(`${path}.${name}`, call));
    }
  }
}

/**
 * A copy of a build whose background can be stopped at a moment, and tells of each notice that it hands to the browser.
 *
 * @param build the folder of a build for Chromium or Firefox
 * @returns the copy's folder, to be deleted afterwards
 */
export async function withStops(build: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-stops-'));
  await cp(build, folder, { recursive: true });
  const manifestPath = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8'));
  await writeFile(join(folder, 'stops.js'), `(${standStill})();\n`);
  if ('service_worker' in manifest.background) {
    await writeFile(
      join(folder, 'stopping.js'),
      `import './stops.js';\nimport './${manifest.background.service_worker}';\n`,
    );
    manifest.background.service_worker = 'stopping.js';
  } else manifest.background.scripts.unshift('stops.js');
  await writeFile(manifestPath, JSON.stringify(manifest));
  return folder;
}
