import { once } from 'node:events';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { openPanel } from '../support/journal.ts';

const isThere = (group: number): boolean => {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
};

/** Kills a browser and all its processes at once, and waits until there is none of them. */
export async function kill(earshot: Earshot): Promise<void> {
  const child = earshot.browser.process();
  if (child?.pid === undefined) throw new Error('The browser has no process.');
  const group = child.pid;
  const ended = once(child, 'exit');
  process.kill(-group, 'SIGKILL');
  await ended;
  await expect.poll(() => isThere(group), { timeout: 10_000, interval: 20 }).toBe(false);
  await earshot.close().catch(() => undefined);
}

/** Runs `job` with the panel, in Chromium with this profile, and ends the browser if `job` hasn't. */
export async function inBrowser<Value>(
  profileDir: string,
  job: (panel: Page, earshot: Earshot) => Promise<Value>,
): Promise<Value> {
  const earshot = await launchEarshot({ browser: 'chromium', lang: 'en-GB', profileDir });
  try {
    return await job(await openPanel(earshot), earshot);
  } finally {
    if (earshot.browser.connected) await earshot.close();
  }
}
