import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Earshot } from '../../scripts/launch.ts';

const PATIENCE = { timeout: 60_000, interval: 500 };

/** How breaks stand, as it is stored and as the browser shows it. */
export interface BreaksSeen {
  active: number;
  idle: string;
  away: { rested: boolean } | undefined;
  notice: { kind: string } | undefined;
  taking: { ends: number } | undefined;
  record: { taken: number; natural: number; snoozed: number; skipped: number }[];
  told: number;
  badge: string;
  /** The ids of notices that the system has. */
  shown: string[];
  /** When the worker is woken next, in ms since the epoch. */
  wakes: number | undefined;
}

export const seeBreaks = (earshot: Pick<Earshot, 'inBackground'>): Promise<BreaksSeen> =>
  earshot.inBackground(async (api) => {
    const { breakState: state } = (await api.storage.local.get('breakState')) as Record<
      string,
      Record<string, never> | undefined
    >;
    return {
      active: state?.active ?? 0,
      idle: state?.idle ?? '',
      away: state?.away,
      notice: state?.notice,
      taking: state?.taking,
      record: state?.record ?? [],
      told: (state?.told as { times: number } | undefined)?.times ?? 0,
      badge: await api.action.getBadgeText({}),
      shown: Object.keys(await api.notifications.getAll()),
      wakes: (await api.alarms.get('breaks'))?.scheduledTime,
    };
  });

/**
 * Lets so many ms at the computer have gone by already, and has the background look. A look that was under way may
 * store what it knew before: then it is told again.
 */
export async function haveWorked(
  earshot: Pick<Earshot, 'inBackground'>,
  active: number,
  more: object = {},
): Promise<void> {
  await expect
    .poll(async () => {
      await tellOfWork(earshot, active, more);
      return (await seeBreaks(earshot)).active;
    }, PATIENCE)
    .toBeGreaterThanOrEqual(active);
}

/** Resolves once the background has looked. */
const tellOfWork = (earshot: Pick<Earshot, 'inBackground'>, active: number, more: object): Promise<void> =>
  earshot.inBackground(
    async (api, given) => {
      const { breakState } = await api.storage.local.get('breakState');
      const state = { ...(breakState as object), ...given.more, active: given.active, seen: Date.now() };
      await api.storage.local.set({ breakState: state });
      const { breakSettings } = await api.storage.local.get('breakSettings');
      const looked = new Promise<void>((resolve) => {
        api.storage.local.onChanged.addListener(function see(changes) {
          if (!('breakState' in changes)) return;
          api.storage.local.onChanged.removeListener(see);
          resolve();
        });
      });
      // Written anew, the settings have the background look.
      await api.storage.local.set({
        breakSettings: { ...(breakSettings as object), touched: Math.random() },
      });
      await looked;
    },
    { active, more },
  );

/** Sets a field for numbers as a person does. */
export async function setNumber(page: Page, name: string, value: number): Promise<void> {
  const input = await page.waitForSelector(`::-p-aria(${name}[role="spinbutton"])`);
  await input?.focus();
  await input?.evaluate((element) => element instanceof HTMLInputElement && element.select());
  await page.keyboard.type(String(value));
  await page.keyboard.press('Tab');
}
