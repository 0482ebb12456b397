import { setTimeout } from 'node:timers/promises';
import type { Browser, Page, Target } from 'puppeteer-core';
import { ADay } from '../../tests/unit/breaks/a-day.ts';
import type { Earshot } from '../launch.ts';
import { cpuOfTree } from './cpu.ts';

/** So long a wake may take until the processors are at rest again, in ms. */
const WINDOW = 1500;
/** Longer than that, no worker takes to start. */
const PATIENCE = 10_000;

/** How often breaks wake the worker: at a working day of eight hours with its pauses, and at a night. */
export function countWakes(): { atWork: number; atRest: number } {
  const day = new ADay();
  const before = day.wakes;
  // Two hours, lunch, three hours with a meeting in them, and short absences all along.
  for (let hour = 0; hour < 8; hour += 1) {
    day.work(25).away(2).work(20).away(3).work(10);
    if (hour === 3) day.away(45);
    if (hour === 5) day.meeting(30);
  }
  const atWork = (day.wakes - before) / 8;
  const evening = day.wakes;
  day.away(12 * 60);
  return { atWork, atRest: (day.wakes - evening) / 12 };
}

/** An extension whose worker can be stopped, and woken by an alarm. */
interface Woken {
  worker: (target: Target) => boolean;
  /** A page of the extension that does nothing itself. */
  page: Page;
  alarm: string;
}

async function stop(browser: Browser, { worker }: Woken): Promise<void> {
  const target = browser.targets().find(worker);
  if (target === undefined) return;
  const gone = new Promise<void>((resolve) => {
    const see = (destroyed: Target): void => {
      if (destroyed !== target) return;
      browser.off('targetdestroyed', see);
      resolve();
    };
    browser.on('targetdestroyed', see);
  });
  await (await target.worker())?.close();
  await gone;
}

async function wake(browser: Browser, { worker, page, alarm }: Woken): Promise<void> {
  const started = browser.waitForTarget(worker, { timeout: PATIENCE });
  await page.evaluate(`chrome.alarms.create(${JSON.stringify(alarm)}, { when: Date.now() })`);
  await started;
}

/** What goes by of the processors' time while `job` is done and everything comes to rest, in ms. */
async function cpuOf(root: number, job: () => Promise<void>): Promise<number> {
  const before = cpuOfTree(root);
  const rest = setTimeout(WINDOW);
  await job();
  await rest;
  return cpuOfTree(root) - before;
}

/** A worker's heap after a collection, in bytes. */
async function heapOf(browser: Browser, { worker }: Woken): Promise<number> {
  const target = await browser.waitForTarget(worker, { timeout: PATIENCE });
  const session = await target.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

export interface WakeCosts {
  /** Of each wake, in ms of the processors' time, with what an idle browser takes in as long already taken off. */
  cpu: number[];
  /** In bytes, after the last wake. */
  heap: number;
}

/**
 * What a wake of Earshot's worker costs, from a stopped worker to rest again, and beside it one of an extension
 * that does nothing, in turns in the same browser.
 *
 * @param idleDir holds the idle extension
 */
export async function measureWakes(
  earshot: Earshot,
  idleDir: string,
  rounds: number,
): Promise<{ earshot: WakeCosts; idle: WakeCosts }> {
  const { browser, baseUrl } = earshot;
  const root = browser.process()?.pid;
  if (root === undefined) throw new Error('The browser has no process of its own.');
  const idleId = await browser.installExtension(idleDir);
  const idlePage = await browser.newPage();
  await idlePage.goto(`chrome-extension://${idleId}/manifest.json`);
  const isWorkerOf = (base: string) => (target: Target) =>
    target.type() === 'service_worker' && target.url().startsWith(base);
  const both = {
    earshot: { worker: isWorkerOf(baseUrl), page: await earshot.openPage('manifest.json'), alarm: 'breaks' },
    idle: { worker: isWorkerOf(`chrome-extension://${idleId}/`), page: idlePage, alarm: 'nothing' },
  };
  const cpu: Record<keyof typeof both, number[]> = { earshot: [], idle: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const which of ['earshot', 'idle'] as const) {
      await stop(browser, both[which]);
      // A process that was stopped is still being put away.
      await setTimeout(WINDOW);
      const nothing = await cpuOf(root, async () => undefined);
      const woken = await cpuOf(root, () => wake(browser, both[which]));
      cpu[which].push(woken - nothing);
    }
  }
  return {
    earshot: { cpu: cpu.earshot, heap: await heapOf(browser, both.earshot) },
    idle: { cpu: cpu.idle, heap: await heapOf(browser, both.idle) },
  };
}
