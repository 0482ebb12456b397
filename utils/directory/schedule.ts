import { DAY, HOUR, MINUTE, SECOND } from '../core/clock.ts';
import type { SourceState } from './source.ts';

/*
 * When to refresh. Times are in ms since the epoch, spans in ms, and `random` is a number from 0 up to 1
 * that the caller draws.
 */

/** The longest that a server's `Retry-After` is honoured. */
export const LONGEST_RETRY_AFTER = 7 * DAY;
/**
 * How long a busy server is left alone where its `Retry-After` can't be read: browsers keep it from another
 * origin unless the server exposes it.
 */
export const BUSY_WAIT = 10 * MINUTE;
const LONGEST_INTERVAL = (168 * HOUR * 4) / 3;
const LONGEST_BACKOFF = 6 * HOUR;
const SHORTEST_BACKOFF = 30 * SECOND;
const BETWEEN_REQUESTS = 5 * SECOND;

/** When to refresh after a success: in `hours`, give or take a third, so that devices don't ask all at once. */
export function nextRefresh(now: number, hours: number, random: number): number {
  return Math.round(now + hours * HOUR * (2 / 3 + (random * 2) / 3));
}

/**
 * How long to wait after this many failures in a row: anything up to a minute, then two, four and so on up to
 * six hours ("full jitter"), but not less than half a minute.
 */
export function backoff(failures: number, random: number): number {
  const longest = Math.min(LONGEST_BACKOFF, MINUTE * 2 ** (failures - 1));
  return Math.max(SHORTEST_BACKOFF, Math.round(random * longest));
}

type Planned = Pick<SourceState, 'attemptedAt' | 'checkedAt' | 'failures' | 'nextAt'>;

/**
 * When an address is due under an interval of `hours`. An interval that has become shorter since the time was
 * drawn brings it forward; a wait after a failure stays as it is.
 */
function dueAt({ checkedAt, failures, nextAt }: Planned, hours: number): number {
  if (failures > 0 || checkedAt === undefined) return nextAt;
  return Math.min(nextAt, nextRefresh(checkedAt, hours, 1));
}

/**
 * Whether to refresh now, under an interval of `hours`. Also where the next time is further away than any that
 * could have been set: the clock was ahead then.
 */
export function isDue(state: Planned, hours: number, now: number): boolean {
  if (state.attemptedAt === undefined) return true;
  return dueAt(state, hours) <= now || state.nextAt - now > LONGEST_INTERVAL + LONGEST_RETRY_AFTER;
}

/** When the first of these is due under an interval of `hours`; undefined if there are none. */
export function earliest(states: readonly Planned[], hours: number): number | undefined {
  return states.length === 0 ? undefined : Math.min(...states.map((state) => dueAt(state, hours)));
}

/** How long a requested refresh has to wait, so that attempts begin at least five seconds apart. */
export function waitBeforeRequest({ attemptedAt }: Pick<SourceState, 'attemptedAt'>, now: number): number {
  if (attemptedAt === undefined || attemptedAt > now) return 0;
  return Math.max(0, attemptedAt + BETWEEN_REQUESTS - now);
}
