import { SECOND } from '../core/clock.ts';
import { browser } from './browser.ts';

/** In minutes. So soon that nobody takes the time until then for time away. */
const AGAIN = 1;

/**
 * Has the worker woken at a time (ms since the epoch); undefined: not at all. An alarm that stands for that time
 * already is left as it is, so that a worker that starts often never puts it off. It comes again every minute
 * until it is set anew: a worker that dies before it has done so is woken all the same.
 */
export async function armAlarm(name: string, at: number | undefined): Promise<void> {
  const armed = await browser.alarms.get(name);
  if (at === undefined) await browser.alarms.clear(name);
  else if (armed === undefined || Math.abs(armed.scheduledTime - at) > SECOND) {
    browser.alarms.create(name, { when: at, periodInMinutes: AGAIN });
  }
}
