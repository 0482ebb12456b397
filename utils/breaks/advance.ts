import { DAY, HOUR, MINUTE, SECOND } from '../core/clock.ts';
import { AUDIBLE_CAP } from './reasons.ts';
import { counted, dayIn } from './record.ts';
import type { BreakSettings, BreakState } from './schema.ts';

/** What was seen of the computer. */
export interface Seen {
  idle: 'active' | 'idle' | 'locked';
  /** Whether a tab of the focused window could be heard, and whether that window filled the screen. */
  audible: boolean;
  fullscreen: boolean;
}

/** What the engine goes by, beside what happened. */
export interface World {
  settings: BreakSettings;
  /** ms since the epoch. */
  now: number;
  /** The person's IANA zone. */
  zone: string;
}

/** The browser says “idle” so long after the last input: that much was time away already. */
export const IDLE_AFTER = MINUTE;
/** A look that comes later than expected by more than this means that the computer slept. */
const LATE = 90 * SECOND;
/** No pause is longer than this, whatever the clock was set to when it began. */
const LONGEST_MEETING = 8 * HOUR;
const LONGEST_PAUSE = 2 * DAY;

/** Ends that a clock set back has moved out of reach are brought back into it. */
const within = (end: number | undefined, now: number, longest: number): number | undefined =>
  end === undefined || end <= now ? undefined : Math.min(end, now + longest);

/** A break of at least this length, away, is a break by itself. */
const restLength = ({ length }: BreakSettings): number => length * MINUTE;

interface Passed {
  /** ms at the computer, and since when away, as far as it is known now. */
  active: number;
  awaySince: number | undefined;
}

/** What the time since the last look was. */
function passed(state: BreakState, seen: Seen, now: number): Passed {
  const { away, expected } = state;
  const elapsed = now - state.seen;
  if (elapsed <= 0) {
    return { active: 0, awaySince: away?.since ?? (seen.idle === 'active' ? undefined : now) };
  }
  // Nothing looked when it should have: the computer slept, or the browser was closed.
  if (now > expected + LATE) return { active: 0, awaySince: away?.since ?? state.seen };
  const heard = state.audible !== undefined && state.seen < state.audible + AUDIBLE_CAP;
  const there = away === undefined || (heard && state.idle !== 'locked');
  if (!there) return { active: 0, awaySince: away.since };
  const staysHeard = heard && seen.audible && seen.idle === 'idle';
  if (seen.idle === 'active' || staysHeard) return { active: elapsed, awaySince: undefined };
  // Idle is told a minute late, whatever was taken for work meanwhile; a lock is told at once.
  const late = seen.idle === 'idle' ? IDLE_AFTER : 0;
  return { active: Math.max(0, elapsed - late), awaySince: now - late };
}

/** The state at `now`: time is added up, what has ended is gone, and time away long enough was a break. */
export function advance(state: BreakState, seen: Seen, { settings, now, zone }: World): BreakState {
  const day = dayIn(now, zone);
  const { active, awaySince: since } = passed(state, seen, now);
  const awaySince = since === undefined ? undefined : Math.min(since, now);
  const isBack = awaySince === undefined || seen.idle === 'active';
  const awayFor = awaySince === undefined ? 0 : now - awaySince;
  const wasRested = state.away?.rested === true;
  const rests = !wasRested && awayFor >= restLength(settings) && state.taking === undefined;
  const { away: _away, notice, ...rest } = state;
  let next: BreakState = {
    ...rest,
    ...(notice !== undefined && { notice }),
    seen: now,
    idle: seen.idle,
    active: state.active + active,
    eyes: awayFor >= IDLE_AFTER ? 0 : state.eyes + active,
    today:
      state.today.day === day
        ? { ...state.today, active: state.today.active + active }
        : { day, active: Math.min(active, now - startOf(day, zone)), limitTold: false },
    unchanged:
      seen.idle !== state.idle ||
      now - state.unchanged >= DAY ||
      now < state.unchanged ||
      seen.idle !== 'active'
        ? now
        : state.unchanged,
  };
  if (!isBack && awaySince !== undefined) {
    next = { ...next, away: { since: awaySince, rested: wasRested || rests } };
  }
  if (rests) next = rested(next, counts(state) ? counted(next.record, day, 'natural') : next.record);
  return withEnds(next, state, seen, now);
}

const startOf = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

/** A rest from next to nothing is none to count: the night's second hour isn't a break. */
const counts = ({ active }: BreakState): boolean => active >= 5 * MINUTE;

/** Begins anew after a break, however it came about. */
export function rested(state: BreakState, record: BreakState['record']): BreakState {
  const { notice: _notice, ...rest } = state;
  return { ...rest, active: 0, eyes: 0, target: 0, snoozed: 0, told: { times: 0, at: 0 }, record };
}

/** A break that a clock set back has moved into the future begins now. */
function begunBy(taking: NonNullable<BreakState['taking']>, now: number): typeof taking {
  return taking.began <= now ? taking : { ...taking, began: now, ends: now + taking.ends - taking.began };
}

/** What holds for a while, as far as it still holds. */
function withEnds(next: BreakState, before: BreakState, seen: Seen, now: number): BreakState {
  const { meeting: _m, paused: _p, audible: _a, fullscreen: _f, blind: _b, taking, ...rest } = next;
  const meeting = within(before.meeting, now, LONGEST_MEETING);
  const paused = within(before.paused, now, LONGEST_PAUSE);
  const since = (known: number | undefined): number => Math.min(known ?? now, now);
  return {
    ...rest,
    ...(taking !== undefined && { taking: begunBy(taking, now) }),
    ...(meeting !== undefined && { meeting }),
    ...(paused !== undefined && { paused }),
    ...(before.blind !== undefined && seen.idle !== 'active' && { blind: since(before.blind) }),
    ...(seen.audible && { audible: since(before.audible) }),
    ...(seen.fullscreen && { fullscreen: since(before.fullscreen) }),
  };
}
