import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where the builds of Chromium look for an administrator's policy on Linux. */
const FOLDERS = ['/etc/chromium', '/etc/opt/chrome', '/etc/opt/chrome_for_testing', '/etc/opt/edge'].map(
  (folder) => `${folder}/policies/managed`,
);
/** What can be covered with a folder of ours, as far as it is there. */
const COVERABLE = ['/etc/chromium', '/etc/opt'];

/** A managed policy that is in force for one browser. */
export interface PolicyPlace {
  /** What to start in the browser's stead, so that it sees the policy. */
  executablePath: string;
  /** Replaces the policy; a running browser takes it up within seconds. */
  write(policy: unknown): void;
  remove(): void;
}

/** Runs a command with folders of ours in place of the system's, in a mount namespace that ends with it. */
const wrapper = (covers: readonly (readonly [string, string])[], command: string): string =>
  [
    '#!/bin/sh',
    `exec unshare --user --map-root-user --mount sh -c '${covers
      .map(([ours, theirs]) => `mount --bind "${ours}" "${theirs}" && `)
      .join('')}exec "$0" "$@"' '${command}' "$@"`,
    '',
  ].join('\n');

/** Needs no root, writes nothing into the system, and each browser has its own. */
function placeInNamespace(executablePath: string): PolicyPlace | undefined {
  const covered = COVERABLE.filter((folder) => existsSync(folder));
  const home = mkdtempSync(join(tmpdir(), 'earshot-policy-'));
  const remove = () => rmSync(home, { recursive: true, force: true });
  const folders = FOLDERS.filter((folder) => covered.some((cover) => folder.startsWith(`${cover}/`)));
  for (const folder of folders) mkdirSync(join(home, folder), { recursive: true });
  const covers = covered.map((folder) => [join(home, folder), folder] as const);
  const script = (name: string, command: string): string => {
    const path = join(home, name);
    writeFileSync(path, wrapper(covers, command));
    chmodSync(path, 0o755);
    return path;
  };
  const works =
    covered.length > 0 && spawnSync(script('probe', '/bin/true'), { stdio: 'ignore' }).status === 0;
  if (!works) {
    remove();
    return undefined;
  }
  return {
    executablePath: script('browser', executablePath),
    write(policy) {
      for (const folder of folders) writeFileSync(join(home, folder, 'earshot.json'), JSON.stringify(policy));
    },
    remove,
  };
}

const OURS = /^earshot-run-(\d+)\.json$/;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** In the system's own folders, for root. One at a time, since every browser of the machine reads them. */
function placeInSystem(executablePath: string): PolicyPlace {
  const files = FOLDERS.map((folder) => join(folder, `earshot-run-${process.pid}.json`));
  for (const folder of FOLDERS) {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const pid = OURS.exec(name)?.[1];
      if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
    }
  }
  return {
    executablePath,
    write(policy) {
      for (const file of files) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, JSON.stringify(policy));
      }
    },
    remove() {
      for (const file of files) {
        rmSync(file, { force: true });
        removeEmpty(dirname(file));
      }
    },
  };
}

/** Removes a folder and those above it as far as nothing else is in them, up to `/etc`. */
function removeEmpty(folder: string): void {
  if (folder === '/etc' || folder === '/etc/opt') return;
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  removeEmpty(dirname(folder));
}

/**
 * A place from which a Chromium takes managed policy (`{ "3rdparty": … }`), or undefined where this machine
 * offers none: policy files are Linux's way, and take either user namespaces or root.
 */
export function chromiumPolicyPlace(executablePath: string): PolicyPlace | undefined {
  if (process.platform !== 'linux') return undefined;
  const place = placeInNamespace(executablePath);
  if (place !== undefined) return place;
  return process.getuid?.() === 0 ? placeInSystem(executablePath) : undefined;
}
