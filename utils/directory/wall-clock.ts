import { DAY, MINUTE } from '../core/clock.ts';
import { WEEKDAYS } from './kinds.ts';
import type { WeeklyHours } from './schema.ts';

/** One calendar day of a zone. Instants are in ms since the epoch. */
export interface ZoneDay {
  /** As `2026-11-20`. */
  date: string;
  weekday: WeeklyHours['days'][number] | undefined;
  /** The day's first moment. */
  start: number;
  /** The next day's first moment. The same as `start` for a day that the zone left out. */
  end: number;
  /** The instant of a time of day, as `09:00`. In what daylight saving skips or repeats: as Temporal's `compatible`. */
  at: (time: string) => number;
}

/** The days of one zone, counted from today: -1 is yesterday. */
export type WallClock = (offset: number) => ZoneDay;

const ZERO = '0'.charCodeAt(0);
const digit = (text: string, at: number): number => text.charCodeAt(at) - ZERO;

/** Minutes since midnight of a time of day, as `09:00`. Without making strings, since it is asked for very often. */
export const minutesOf = (time: string): number =>
  (digit(time, 0) * 10 + digit(time, 1)) * 60 + digit(time, 3) * 10 + digit(time, 4);

/** The calendar day of an instant (ms since the epoch) in a zone. */
function dateIn(zone: string, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

/** The calendar day of an instant (ms since the epoch) in a zone, as `2026-11-20`. */
export function isoDayIn(zone: string, at: number): string {
  return dateIn(zone, at).toString();
}

/**
 * Days around `now` (ms since the epoch) in a zone. Each is worked out once and remembered, since asking
 * Temporal for every hour of thousands of people is slow.
 */
export function createWallClock(zone: string, now: number): WallClock {
  const today = dateIn(zone, now);
  const days = new Map<number, ZoneDay>();
  const starts = new Map<number, number>();
  const startOf = (offset: number): number => {
    const known = starts.get(offset);
    if (known !== undefined) return known;
    const start = today.add({ days: offset }).toZonedDateTime(zone).epochMilliseconds;
    starts.set(offset, start);
    return start;
  };
  const create = (offset: number): ZoneDay => {
    const date = today.add({ days: offset });
    const start = startOf(offset);
    const end = startOf(offset + 1);
    // A day of another length is one on which the clocks change.
    const isPlain = end - start === DAY;
    return {
      date: date.toString(),
      weekday: WEEKDAYS[date.dayOfWeek - 1],
      start,
      end,
      at: (time) =>
        isPlain
          ? start + minutesOf(time) * MINUTE
          : date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds,
    };
  };
  return (offset) => {
    let day = days.get(offset);
    if (day === undefined) {
      day = create(offset);
      days.set(offset, day);
    }
    return day;
  };
}
