import { DAY } from '../core/clock.ts';
import { freeSpans, type Span } from './hours.ts';
import type { Ally, WeeklyHours } from './schema.ts';
import { createWallClock, type ZoneDay } from './wall-clock.ts';

/** One of the person's calendar days, and the spans that begin on it. */
export interface FreeDay {
  /** Noon of the day, in ms since the epoch: a moment to name the day by. */
  day: number;
  spans: Span[];
}

/** What of a span to list on a day: all of it on the day it begins, or the day's share of one longer than a day. */
function onDay(span: Span, { start, end }: ZoneDay, today: ZoneDay): Span | undefined {
  const { from, until } = span;
  if (until - from > DAY) {
    const share = { from: Math.max(from, start), until: Math.min(until, end) };
    return share.from < share.until ? share : undefined;
  }
  // What began yesterday and still goes on is listed today.
  const begins = Math.max(from, today.start);
  return begins >= start && begins < end ? span : undefined;
}

/**
 * An ally's hours ahead in the seven days from today (`now` in ms since the epoch), by the person's own calendar.
 * Days without hours are left out.
 */
export function weekIn(
  hours: readonly WeeklyHours[],
  away: Ally['away'],
  zone: string,
  personZone: string,
  now: number,
): FreeDay[] {
  const ahead = freeSpans(hours, away, zone, now, 8).filter(({ until }) => until > now);
  const clock = createWallClock(personZone, now);
  return Array.from({ length: 7 }, (_, offset) => clock(offset))
    .map((day) => ({
      day: day.at('12:00'),
      spans: ahead.map((span) => onDay(span, day, clock(0))).filter((span) => span !== undefined),
    }))
    .filter(({ spans }) => spans.length > 0);
}
