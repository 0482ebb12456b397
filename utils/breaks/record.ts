import type { BreakState, CountedDay } from './schema.ts';

/** Twelve weeks, and the days of the thirteenth that has begun. */
export const DAYS_KEPT = 91;

/** The calendar day of an instant (ms since the epoch) in a zone, as `2026-11-20`. */
export const dayIn = (now: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The first of the days that are kept on a day. */
const oldestKept = (today: string): string =>
  Temporal.PlainDate.from(today)
    .subtract({ days: DAYS_KEPT - 1 })
    .toString();

const emptyDay = (day: string): CountedDay => ({ day, taken: 0, natural: 0, snoozed: 0, skipped: 0 });

/** The record with one more of something on a day, and nothing that is older than it is kept for. */
export function counted(
  record: BreakState['record'],
  day: string,
  what: Exclude<keyof CountedDay, 'day'>,
): CountedDay[] {
  const before = record.find((known) => known.day === day) ?? emptyDay(day);
  const oldest = oldestKept(day);
  return [
    ...record.filter((known) => known.day !== day && known.day >= oldest),
    { ...before, [what]: before[what] + 1 },
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Two records as one: what both counted of a day is added up. */
export function together(one: readonly CountedDay[], other: readonly CountedDay[]): CountedDay[] {
  const days = new Map<string, CountedDay>();
  for (const day of [...one, ...other]) {
    const known = days.get(day.day) ?? emptyDay(day.day);
    days.set(day.day, {
      day: day.day,
      taken: known.taken + day.taken,
      natural: known.natural + day.natural,
      snoozed: known.snoozed + day.snoozed,
      skipped: known.skipped + day.skipped,
    });
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** A record without what was counted in another: what came after that was read stays. */
export function without(record: readonly CountedDay[], counts: readonly CountedDay[]): CountedDay[] {
  const taken = new Map(counts.map((day) => [day.day, day]));
  const less = (one: number, other: number | undefined): number => Math.max(0, one - (other ?? 0));
  return record
    .map((day) => {
      const gone = taken.get(day.day);
      return {
        day: day.day,
        taken: less(day.taken, gone?.taken),
        natural: less(day.natural, gone?.natural),
        snoozed: less(day.snoozed, gone?.snoozed),
        skipped: less(day.skipped, gone?.skipped),
      };
    })
    .filter(({ taken: t, natural, snoozed, skipped }) => t + natural + snoozed + skipped > 0);
}

/** Each day from `first` to `last` (both as `2026-11-20`), empty where nothing was counted. */
export function daysBetween(record: readonly CountedDay[], first: string, last: string): CountedDay[] {
  const known = new Map(record.map((day) => [day.day, day]));
  const days: CountedDay[] = [];
  for (
    let day = Temporal.PlainDate.from(first);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    days.push(known.get(day.toString()) ?? emptyDay(day.toString()));
  }
  return days;
}

/** The days that are kept on `today` (as `2026-11-20`), which is the last of them. */
export const daysKept = (today: string): string[] =>
  daysBetween([], oldestKept(today), today).map(({ day }) => day);
