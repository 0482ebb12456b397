import { daysBetween } from './record.ts';
import type { CountedDay } from './schema.ts';

/** What was counted in a week: its days from `first` to `last`, both as `2026-11-20`. */
export interface CountedWeek extends Omit<CountedDay, 'day'> {
  first: string;
  last: string;
}

/** The seven days up to `today`. */
export function lastSevenDays(record: readonly CountedDay[], today: string): CountedDay[] {
  const first = Temporal.PlainDate.from(today).subtract({ days: 6 }).toString();
  return daysBetween(record, first, today);
}

/** The twelve weeks up to `today`, each of seven days, the oldest first. */
export function lastTwelveWeeks(record: readonly CountedDay[], today: string): CountedWeek[] {
  const end = Temporal.PlainDate.from(today);
  return Array.from({ length: 12 }, (_, index) => {
    const last = end.subtract({ days: (11 - index) * 7 });
    const first = last.subtract({ days: 6 });
    const days = daysBetween(record, first.toString(), last.toString());
    const sum = (what: Exclude<keyof CountedDay, 'day'>): number =>
      days.reduce((total, day) => total + day[what], 0);
    return {
      first: first.toString(),
      last: last.toString(),
      taken: sum('taken'),
      natural: sum('natural'),
      snoozed: sum('snoozed'),
      skipped: sum('skipped'),
    };
  });
}

/** The record as CSV (RFC 4180), a day a line. */
export const recordCsv = (record: readonly CountedDay[]): string =>
  [
    'day,taken,natural,snoozed,skipped',
    ...record.map(({ day, taken, natural, snoozed, skipped }) =>
      [day, taken, natural, snoozed, skipped].join(','),
    ),
    '',
  ].join('\r\n');
