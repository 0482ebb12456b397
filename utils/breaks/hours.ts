import { type BreakSettings, WEEKDAYS, type Weekday } from './schema.ts';

type Hours = NonNullable<BreakSettings['hours']>;

const weekdayOf = (day: Temporal.PlainDate): Weekday => WEEKDAYS[day.dayOfWeek - 1] ?? 'mo';

/** Whether a day and time of the clock on the wall lie inside. Equal times are a whole day. */
function isInside(hours: Hours, day: Temporal.PlainDate, time: string): boolean {
  const today = weekdayOf(day);
  const yesterday = weekdayOf(day.subtract({ days: 1 }));
  return hours.some(({ days, start, end }) => {
    if (start < end) return days.includes(today) && start <= time && time < end;
    return (days.includes(today) && start <= time) || (days.includes(yesterday) && time < end);
  });
}

/** When the hours begin next: within eight days, if ever. */
function nextStart(hours: Hours, day: Temporal.PlainDate, now: number, zone: string): number | undefined {
  const starts = Array.from({ length: 9 }, (_, index) => day.add({ days: index })).flatMap((one) =>
    hours
      .filter(({ days }) => days.includes(weekdayOf(one)))
      .map(
        ({ start }) =>
          one.toPlainDateTime(Temporal.PlainTime.from(start)).toZonedDateTime(zone).epochMilliseconds,
      ),
  );
  const coming = starts.filter((start) => start > now);
  return coming.length === 0 ? undefined : Math.min(...coming);
}

/**
 * Until when `now` lies outside the hours (ms since the epoch), undefined inside them or where there are none set.
 * Hours without any day count as none: nobody means to switch off for ever like that. The times are those of the
 * person's clock, whatever daylight saving does to the day.
 */
export function outsideUntil(hours: BreakSettings['hours'], now: number, zone: string): number | undefined {
  if (hours === undefined) return undefined;
  const there = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const day = there.toPlainDate();
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
  return isInside(hours, day, time) ? undefined : nextStart(hours, day, now, zone);
}
