import type { Ally, WeeklyHours } from './schema.ts';
import { createWallClock, type WallClock, type ZoneDay } from './wall-clock.ts';

/** A span of time, in ms since the epoch; `until` is no longer part of it. */
export interface Span {
  from: number;
  until: number;
}

/** Weekly hours on one particular day. */
export interface Shift extends Span {
  /** The calendar day on which it begins, and the one after that. */
  day: string;
  nextDay: string;
  /** The moment at which `nextDay` begins. */
  midnight: number;
}

/**
 * The day, counted from today, from which on a shift may still run: yesterday, or the day before where the
 * zone left yesterday out.
 */
export const FIRST_DAY = -2;

/** Calendar days, both included. */
export type Absence = Ally['away'][number];

/** Zones that moved across the date line left out a whole day. */
const exists = ({ start, end }: ZoneDay): boolean => start < end;

/**
 * The shifts of weekly hours that begin on the days `first` to `last`, counted from the clock's today, in order
 * of their beginning. An end at or before the start is on the next day. Clocks that spring forward may leave
 * nothing of a shift.
 */
export function shiftsOf(
  hours: readonly WeeklyHours[],
  clock: WallClock,
  first: number,
  last: number,
): Shift[] {
  const shifts: Shift[] = [];
  for (let offset = first; offset <= last; offset += 1) {
    const day = clock(offset);
    if (!exists(day) || day.weekday === undefined) continue;
    const tomorrow = clock(offset + 1);
    const next = exists(tomorrow) ? tomorrow : clock(offset + 2);
    for (const { days, start, end } of hours) {
      if (!days.includes(day.weekday)) continue;
      const from = day.at(start);
      const until = (end <= start ? next : day).at(end);
      shifts.push({ from, until, day: day.date, nextDay: next.date, midnight: day.end });
    }
  }
  return shifts.sort((a, b) => a.from - b.from);
}

const covers = (away: readonly Absence[], day: string): boolean => {
  for (const { from, to } of away) if (from <= day && day <= to) return true;
  return false;
};

/**
 * When a shift ends for somebody who is away on these days: not at all if it begins on one (then its beginning
 * is returned), at midnight if it runs into one.
 */
function endOf(shift: Shift, away: readonly Absence[]): number {
  if (away.length === 0) return shift.until;
  if (covers(away, shift.day)) return shift.from;
  const runsOn = shift.until > shift.midnight && covers(away, shift.nextDay);
  return runsOn ? shift.midnight : shift.until;
}

/** Of shifts in order, what is left when somebody is away; those that touch or overlap are one. */
function joined(shifts: readonly Shift[], away: readonly Absence[]): Span[] {
  const spans: Span[] = [];
  for (const shift of shifts) {
    const until = endOf(shift, away);
    if (until <= shift.from) continue;
    const last = spans.at(-1);
    if (last !== undefined && shift.from <= last.until) last.until = Math.max(last.until, until);
    else spans.push({ from: shift.from, until });
  }
  return spans;
}

/** The first span, joined with what follows on it, that has not ended by `now`. */
export function nextSpan(shifts: readonly Shift[], away: readonly Absence[], now: number): Span | undefined {
  let span: Span | undefined;
  for (const shift of shifts) {
    const until = endOf(shift, away);
    if (until <= shift.from || until <= now) continue;
    if (span === undefined) span = { from: shift.from, until };
    else if (shift.from <= span.until) span.until = Math.max(span.until, until);
    else break;
  }
  return span;
}

/**
 * The spans in which somebody with these weekly hours is free, of the shifts that may still run at `now`
 * and those that begin up to `days` after it. Hours are on the wall clock of `zone`.
 */
export function freeSpans(
  hours: readonly WeeklyHours[],
  away: readonly Absence[],
  zone: string,
  now: number,
  days: number,
): Span[] {
  return joined(shiftsOf(hours, createWallClock(zone, now), FIRST_DAY, days), away);
}

/** How much of `shifts` falls into `spans`, from 0 to 1; 0 where there are none. */
export function shareWithin(shifts: readonly Shift[], spans: readonly Span[]): number {
  let shared = 0;
  let whole = 0;
  for (const { from, until } of joined(shifts, [])) {
    whole += until - from;
    for (const span of spans) shared += Math.max(0, Math.min(until, span.until) - Math.max(from, span.from));
  }
  return whole === 0 ? 0 : shared / whole;
}
