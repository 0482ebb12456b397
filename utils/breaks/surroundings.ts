import { SECOND } from '../core/clock.ts';
import { browser } from '../platform/browser.ts';
import { IDLE_AFTER } from './advance.ts';

/** In seconds, as browsers take it; it is the least that they take. */
const DETECTION = IDLE_AFTER / SECOND;

/** What the browser tells of the computer just now. */
export interface Surroundings {
  /** Of the whole computer's input. Firefox never says `locked`. */
  idle: 'active' | 'idle' | 'locked';
  /** Whether a tab of the focused window can be heard. */
  audible: boolean;
  /** Whether the focused window fills the screen. */
  fullscreen: boolean;
}

/** Looks once. What can't be told counts as not so. */
export async function lookAround(): Promise<Surroundings> {
  const [idle, front] = await Promise.all([
    browser.idle.queryState(DETECTION),
    browser.windows.getLastFocused().catch(() => undefined),
  ]);
  const focused = front?.focused === true ? front : undefined;
  const heard =
    focused?.id === undefined
      ? []
      : await browser.tabs.query({ windowId: focused.id, audible: true }).catch(() => []);
  return { idle, audible: heard.length > 0, fullscreen: focused?.state === 'fullscreen' };
}

/** Calls back when the computer becomes idle, active or locked. To be called at the start of the worker. */
export function onIdleChange(changed: () => void): void {
  browser.idle.setDetectionInterval(DETECTION);
  browser.idle.onStateChanged.addListener(changed);
}
