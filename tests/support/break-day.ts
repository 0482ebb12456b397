import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import type { Earshot } from '../../scripts/launch.ts';
import type { BreakAct } from '../../utils/breaks/events.ts';
import type { BreakSettings, BreakState } from '../../utils/breaks/schema.ts';
import type { StopNews, StopOrder } from './stopping-worker.ts';

/** What functions that run in the page find there. */
declare const chrome: ExtensionApi;
declare global {
  interface Window {
    stops: {
      after: number | null;
      stopped: string | undefined;
      shown: string[];
      /** Handed over, and nobody has said yet that the browser has it. */
      handing: string | undefined;
      told: () => void;
      channel: BroadcastChannel;
    };
  }
}

/** How the worker dies in a step. */
export interface Kill {
  /** Dead already when the event comes, which starts it again. */
  before: boolean;
  /** At how many moments from then on it stands still and is killed, unless all is done by then; null: it lives. */
  after: number | null;
}

/** Whether a kill came in the middle, and of what. */
export interface Step {
  stoppedAt: string | undefined;
}

/** A zone in which it is about noon, so that a day of several minutes doesn't cross midnight. */
export function noonZone(now: number): string {
  const offset = 12 - new Date(now).getUTCHours();
  return offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

/**
 * A day at a computer that takes seconds: in place of the clock going on, all that is stored moves back, up to the time
 * of the alarm, which goes off then. To be had in a build from `withStops`.
 */
export class BreakDay {
  readonly #earshot: Earshot;
  readonly #page: Page;
  #rings = 0;

  private constructor(earshot: Earshot, page: Page) {
    this.#earshot = earshot;
    this.#page = page;
  }

  static async begin(earshot: Earshot): Promise<BreakDay> {
    // The most inert page of the extension.
    const page = await earshot.openPage('manifest.json');
    await page.evaluate(() => {
      const channel = new BroadcastChannel('stops');
      const stops: Window['stops'] = {
        after: null,
        stopped: undefined,
        shown: [],
        handing: undefined,
        told: () => undefined,
        channel,
      };
      window.stops = stops;
      channel.onmessage = ({ data }: MessageEvent<StopNews>) => {
        if (data.kind === 'hands') stops.handing = data.title;
        else if (data.kind === 'shown') {
          stops.shown.push(data.title);
          stops.handing = undefined;
        } else if (data.kind === 'stopped') stops.stopped = data.at;
        else if (data.kind === 'told') stops.told();
        else channel.postMessage({ kind: 'plan', after: stops.after } satisfies StopOrder);
      };
      // Whoever started before has asked in vain.
      channel.postMessage({ kind: 'plan', after: null } satisfies StopOrder);
    });
    return new BreakDay(earshot, page);
  }

  /** The titles of all notices that the browser was given, in their order. */
  shown(): Promise<string[]> {
    return this.#page.evaluate(async () => {
      const { stops } = window;
      // A worker that died meanwhile can't say so.
      if (stops.handing !== undefined && Object.keys(await chrome.notifications.getAll()).length > 0) {
        stops.shown.push(stops.handing);
        stops.handing = undefined;
      }
      return stops.shown;
    });
  }

  /** How many notices the browser has now. */
  there(): Promise<number> {
    return this.#page.evaluate(async () => Object.keys(await chrome.notifications.getAll()).length);
  }

  state(): Promise<BreakState> {
    return this.#page.evaluate(
      async () => (await chrome.storage.local.get('breakState')).breakState as BreakState,
    );
  }

  /** A new day: nothing was told of it, or asked. The settings are these, and otherwise as they come. */
  async morning(settings: Partial<BreakSettings>): Promise<void> {
    await this.rest();
    await this.#page.evaluate(async () => {
      const { breakState } = await chrome.storage.local.get('breakState');
      const today = { day: '2000-01-01', active: 0, limitTold: false };
      await chrome.storage.local.set({ breakState: { ...(breakState as object), today, checkIn: '' } });
    });
    await this.change(settings);
  }

  /** Sets these settings, and all others as they come. */
  change(settings: Partial<BreakSettings>, kill?: Kill): Promise<Step> {
    return this.#withKill(kill, () =>
      this.#page.evaluate(async (given) => {
        const began = Date.now();
        await chrome.storage.local.set({ breakSettings: { ...given, touched: Math.random() } });
        const seen = async () =>
          ((await chrome.storage.local.get('breakState')).breakState as BreakState).seen >= began;
        while (window.stops.stopped === undefined && !(await seen())) {
          await new Promise((resolve) => setTimeout(resolve, 3));
        }
      }, settings),
    );
  }

  /** The time on the wall, as `12:05`. */
  clockTime(): Promise<string> {
    return this.#page.evaluate(() => Temporal.Now.plainTimeISO().toString().slice(0, 5));
  }

  /** Waits until the background, which this wakes, is done with all that happened, or stands still. */
  async rest(): Promise<void> {
    await this.#page.evaluate(async () => {
      const { stops } = window;
      const answered = chrome.runtime
        .sendMessage({ earshot: 'forgetBreakCounts', request: { counts: [] } })
        .catch(() => undefined);
      let isDone = false;
      void answered.then(() => {
        isDone = true;
      });
      while (!isDone && stops.stopped === undefined) await new Promise((resolve) => setTimeout(resolve, 2));
      await new Promise<void>((resolve) => {
        stops.told = resolve;
        stops.channel.postMessage({ kind: 'tell' } satisfies StopOrder);
      });
    });
  }

  async #plan(after: number | null): Promise<void> {
    await this.#page.evaluate((moments) => {
      window.stops.after = moments;
      window.stops.stopped = undefined;
      window.stops.channel.postMessage({ kind: 'plan', after: moments } satisfies StopOrder);
    }, after);
  }

  async #withKill(kill: Kill | undefined, event: () => Promise<void>): Promise<Step> {
    if (kill?.before === true) await this.#earshot.killWorker();
    if (kill !== undefined) await this.#plan(kill.after);
    await event();
    await this.rest();
    if (kill === undefined || kill.after === null) return { stoppedAt: undefined };
    const stoppedAt = await this.#page.evaluate(() => window.stops.stopped);
    await this.#plan(null);
    await this.#earshot.killWorker();
    return { stoppedAt };
  }

  /**
   * Goes on to the time of the alarm, which goes off then.
   *
   * @returns how many ms went by
   * @throws Error where no alarm would ever wake the worker again
   */
  async toAlarm(kill?: Kill): Promise<Step & { passed: number }> {
    this.#rings += 1;
    // The browser has a real alarm wait for up to a second: every eighth is one.
    const isReal = this.#rings % 8 === 0;
    let passed = 0;
    const step = await this.#withKill(kill, async () => {
      passed = await this.#untilAlarm();
      await this.#pass(passed, isReal);
    });
    return { ...step, passed };
  }

  #untilAlarm(): Promise<number> {
    return this.#page.evaluate(async () => {
      const alarm = await chrome.alarms.get('breaks');
      if (alarm === undefined) throw new Error('No alarm would wake the worker again.');
      return Math.max(0, Math.ceil(alarm.scheduledTime - Date.now()));
    });
  }

  /** The computer sleeps for so many ms, over whatever alarm there is, which goes off afterwards. */
  sleep(milliseconds: number, kill?: Kill): Promise<Step> {
    return this.#withKill(kill, () => this.#pass(milliseconds, false));
  }

  /** Moves the day on, and has the alarm go off. */
  #pass(milliseconds: number, isReal: boolean): Promise<void> {
    return this.#page.evaluate(
      async (passed, ring) => {
        const { breakState } = await chrome.storage.local.get('breakState');
        const state = breakState as BreakState;
        const began = Date.now();
        const moved: BreakState = {
          ...state,
          seen: state.seen - passed,
          expected: state.expected - passed,
          // Now and then somebody sits still for a minute: that they can be told apart is for other tests.
          unchanged: began,
          ...(state.away && { away: { ...state.away, since: state.away.since - passed } }),
          ...(state.notice && { notice: { ...state.notice, since: state.notice.since - passed } }),
          ...(state.taking && {
            taking: { ...state.taking, began: state.taking.began - passed, ends: state.taking.ends - passed },
          }),
          ...(state.meeting !== undefined && { meeting: state.meeting - passed }),
          ...(state.paused !== undefined && { paused: state.paused - passed }),
        };
        const alarm = await chrome.alarms.get('breaks');
        const period = alarm?.periodInMinutes;
        await chrome.storage.local.set({ breakState: moved });
        const rung = Date.now();
        if (ring) chrome.alarms.create('breaks', { when: rung, ...(period && { periodInMinutes: period }) });
        else {
          // What is left of an alarm that has gone off, and a change that the background looks at.
          if (period) chrome.alarms.create('breaks', { delayInMinutes: period, periodInMinutes: period });
          else await chrome.alarms.clear('breaks');
          const { breakSettings } = await chrome.storage.local.get('breakSettings');
          await chrome.storage.local.set({
            breakSettings: { ...(breakSettings as object), touched: Math.random() },
          });
        }
        const seen = async () =>
          ((await chrome.storage.local.get('breakState')).breakState as BreakState).seen >= rung;
        while (window.stops.stopped === undefined && !(await seen())) {
          await new Promise((resolve) => setTimeout(resolve, 3));
        }
      },
      milliseconds,
      isReal,
    );
  }

  /** Does something as a person does, who looks whether it was taken in and does it again if it wasn't. */
  async act(act: BreakAct, isTakenIn: (state: BreakState) => boolean, kill?: Kill): Promise<Step> {
    const send = () =>
      this.#page.evaluate(async (request) => {
        const answered = chrome.runtime
          .sendMessage({ earshot: 'actOnBreak', request })
          .catch(() => undefined);
        let isDone = false;
        void answered.then(() => {
          isDone = true;
        });
        while (!isDone && window.stops.stopped === undefined) {
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
      }, act);
    const step = await this.#withKill(kill, send);
    if (!isTakenIn(await this.state())) await this.#withKill(undefined, send);
    return step;
  }
}
