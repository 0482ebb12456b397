import { describe, expect, it } from 'vitest';
import type { BreakEvent } from '../../../utils/breaks/engine.ts';
import { createReminders, type RemindersPorts } from '../../../utils/breaks/reminders.ts';
import { breakSettingsSchema, breakStateSchema } from '../../../utils/breaks/schema.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T09:00:00Z');
/** Each notice is more pressing than the one before, and takes its place. */
const SETTINGS = breakSettingsSchema.parse({ every: 60, eyes: true, dailyLimit: 40, checkIns: ['09:25'] });
/** More calls than any of these days makes. */
const NEVER = Number.POSITIVE_INFINITY;

/** A browser whose worker dies at a call: it survives what was stored, what is shown, and the alarm. */
class Browser {
  now = START;
  stored: unknown;
  notice: string | undefined;
  /** Each notice that a person saw come, and at which minute. */
  came: { kind: string; at: number }[] = [];
  calls = 0;
  deaths = 0;
  settings = SETTINGS;
  #alarm: number | undefined;
  #die: (() => void) | undefined;
  #dieAt: number;
  #when: 'before' | 'after';

  constructor(dieAt: number, when: 'before' | 'after') {
    this.#dieAt = dieAt;
    this.#when = when;
  }

  /** One worker's hold on the browser: once it has died, nothing that it does reaches anything. */
  #ports(): RemindersPorts {
    let dead = false;
    const die = (): Promise<never> => {
      dead = true;
      this.deaths += 1;
      this.#die?.();
      return new Promise(() => undefined);
    };
    const call = async <Value>(does: () => Value): Promise<Value> => {
      await undefined;
      if (dead) return new Promise(() => undefined);
      this.calls += 1;
      const now = this.calls === this.#dieAt;
      if (now && this.#when === 'before') return die();
      const value = does();
      return now ? die() : value;
    };
    return {
      clock: { now: () => this.now },
      zone: () => 'Europe/London',
      readSettings: () => call(() => this.settings),
      readState: () => call(() => structuredClone(this.stored)),
      writeState: (state) =>
        call(() => {
          this.stored = structuredClone(state);
        }),
      look: () => call(() => ({ idle: 'active', audible: false, fullscreen: false })),
      show: (kind) =>
        call(() => {
          if (this.notice !== undefined) return;
          this.notice = kind;
          this.came.push({ kind, at: this.now });
        }),
      clear: () =>
        call(() => {
          this.notice = undefined;
        }),
      badge: () => call(() => undefined),
      open: () => call(() => undefined),
      arm: (at) =>
        call(() => {
          this.#alarm = at;
        }),
    };
  }

  /** Wakes a worker with an event; another comes with the next alarm if it dies. */
  async wake(event: BreakEvent): Promise<void> {
    const died = new Promise<void>((resolve) => {
      this.#die = resolve;
    });
    await Promise.race([createReminders(this.#ports()).happen(event), died]);
  }

  /** Somebody is there for so long, and the browser's alarm repeats each minute until it is set anew. */
  async work(minutes: number): Promise<void> {
    const until = this.now + minutes * MINUTE;
    while (this.now < until) {
      this.now = Math.min(until, this.#alarm ?? until);
      if (this.#alarm !== undefined && this.now >= this.#alarm) {
        this.#alarm = this.now + MINUTE;
        await this.wake({ kind: 'looked' });
      }
    }
  }
}

async function aDay(dieAt: number, when: 'before' | 'after'): Promise<Browser> {
  const browser = new Browser(dieAt, when);
  await browser.wake({ kind: 'looked' });
  await browser.work(80);
  return browser;
}

describe('a worker that dies at any call', () => {
  it.each(['before', 'after'] as const)(
    '%s it was done, leaves no notice out and tells none twice',
    async (when) => {
      const undisturbed = await aDay(NEVER, when);
      const kinds = undisturbed.came.map(({ kind }) => kind);
      expect(kinds).toEqual(['eyes', 'checkIn', 'limit', 'break', 'break']);
      // The first look ends with an alarm: before that, the browser's start or the person's next move is what wakes it.
      const first = new Browser(NEVER, when);
      await first.wake({ kind: 'looked' });
      for (let dieAt = first.calls + 1; dieAt <= undisturbed.calls; dieAt += 1) {
        const browser = await aDay(dieAt, when);
        expect(browser.deaths).toBe(1);
        expect(browser.came.map(({ kind }) => kind)).toEqual(kinds);
        const late = browser.came.map(({ at }, index) => at - (undisturbed.came[index]?.at ?? 0));
        expect(Math.max(...late.map(Math.abs))).toBeLessThanOrEqual(MINUTE);
        expect(browser.notice).toBe(undisturbed.notice);
      }
    },
  );

  it.each(['before', 'after'] as const)(
    '%s it was done, takes no work for time away, though what was set has it look sooner',
    async (when) => {
      const limited = async (dieAt: number): Promise<Browser> => {
        const browser = new Browser(dieAt, when);
        browser.settings = breakSettingsSchema.parse({});
        await browser.wake({ kind: 'looked' });
        await browser.work(25);
        // Another look was to come five minutes later, and is to come two minutes later now.
        browser.settings = breakSettingsSchema.parse({ every: 29 });
        await browser.wake({ kind: 'looked' });
        await browser.work(33);
        // Whoever died at the end is followed by another.
        for (let worker = 0; worker < 2; worker += 1) await browser.wake({ kind: 'looked' });
        return browser;
      };
      const undisturbed = await limited(NEVER);
      const { active } = breakStateSchema.parse(undisturbed.stored);
      expect(active).toBe(58 * MINUTE);
      const first = new Browser(NEVER, when);
      await first.wake({ kind: 'looked' });
      for (let dieAt = first.calls + 1; dieAt <= undisturbed.calls; dieAt += 1) {
        const browser = await limited(dieAt);
        expect(browser.deaths).toBe(1);
        const state = breakStateSchema.parse(browser.stored);
        expect(state.record).toEqual([]);
        expect(state.active).toBe(active);
      }
    },
  );
});
