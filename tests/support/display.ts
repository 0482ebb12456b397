import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** A real X server with a pointer that can be moved. */
export interface Display {
  /** As `DISPLAY` has it. */
  name: string;
  /** Moves the pointer a little, as somebody does who is there. */
  movePointer(): void;
  close(): Promise<void>;
}

const has = (command: string): boolean => spawnSync('which', [command]).status === 0;

/** Debian's packages, where this is Debian and we may install them. */
function install(): boolean {
  if (process.getuid?.() !== 0 || !has('apt-get')) return false;
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', ['-qq', ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'xvfb', 'xdotool');
}

/**
 * Starts an X server without a screen.
 *
 * @throws Error where there is none and none can be had
 */
export async function startDisplay(): Promise<Display> {
  if (!(has('Xvfb') && has('xdotool')) && !install()) {
    throw new Error('Xvfb and xdotool are needed here, and could not be installed.');
  }
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = server.stdio[3];
  if (told === null || told === undefined) throw new Error('The X server has nothing to say.');
  const [number] = await once(told, 'data');
  const name = `:${String(number).trim()}`;
  let moves = 0;
  return {
    name,
    movePointer() {
      moves += 1;
      const at = [String(300 + (moves % 40) * 3), String(300 + (moves % 25) * 4)];
      execFileSync('xdotool', ['mousemove', ...at], { env: { ...process.env, DISPLAY: name } });
    },
    async close() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
