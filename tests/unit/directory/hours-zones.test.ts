import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../utils/core/clock.ts';
import { availabilityAt, createAvailability, type Timetable } from '../../../utils/directory/availability.ts';
import { freeSpans } from '../../../utils/directory/hours.ts';
import { WEEKDAYS } from '../../../utils/directory/kinds.ts';
import type { WeeklyHours } from '../../../utils/directory/schema.ts';
import { isoDayIn } from '../../../utils/directory/wall-clock.ts';
import { timetable } from './rows.ts';

const ZONES = [
  'UTC',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Warsaw',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
];
/** No boundary lies within five minutes: times are given in fives, and offsets are in quarters of an hour. */
const STEP = 5 * MINUTE;

const someZone = fc.constantFrom(...ZONES);
const someTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 11 }))
  .map(([hour, fives]) => `${String(hour).padStart(2, '0')}:${String(fives * 5).padStart(2, '0')}`);
const someHours: fc.Arbitrary<WeeklyHours[]> = fc.array(
  fc.record({ days: fc.subarray([...WEEKDAYS], { minLength: 1 }), start: someTime, end: someTime }),
  { minLength: 1, maxLength: 3 },
);
/** An instant within two days of a change of the clocks in `zone`, where there is one. */
const nearChange = (zone: string): fc.Arbitrary<number> =>
  fc
    .tuple(
      fc.constantFrom('2011-12-20', '2018-01-10', '2018-10-20', '2026-02-10', '2026-09-20'),
      fc.integer({ min: -600, max: 600 }),
    )
    .map(([date, steps]) => {
      const start = Temporal.PlainDate.from(date).toZonedDateTime(zone);
      return (start.getTimeZoneTransition('next') ?? start).epochMilliseconds + steps * STEP;
    });
const someAway = (zone: string, now: number): fc.Arbitrary<Timetable['away']> =>
  fc.array(
    fc.tuple(fc.integer({ min: -3, max: 9 }), fc.integer({ min: -1, max: 4 })).map(([offset, length]) => ({
      from: isoDayIn(zone, now + offset * DAY),
      to: isoDayIn(zone, now + (offset + length) * DAY),
    })),
    { maxLength: 2 },
  );
const someCase = fc.tuple(someZone, someZone).chain(([zone, personZone]) =>
  nearChange(zone).chain((now) =>
    fc.record({
      zone: fc.constant(zone),
      personZone: fc.constant(personZone),
      now: fc.constant(now),
      hours: someHours,
      away: someAway(zone, now),
    }),
  ),
);

/** Tells plainly whether somebody is free at an instant: by going through all shifts of the days around it. */
function plainly(
  { hours: weekly, away }: Pick<Timetable, 'hours' | 'away'>,
  zone: string,
  around: number,
  days: number,
) {
  const isAway = (day: Temporal.PlainDate): boolean =>
    away.some(({ from, to }) => from <= day.toString() && day.toString() <= to);
  const instant = (day: Temporal.PlainDate, time: string): number =>
    Temporal.ZonedDateTime.from(
      {
        year: day.year,
        month: day.month,
        day: day.day,
        hour: Number(time.slice(0, 2)),
        minute: Number(time.slice(3)),
        timeZone: zone,
      },
      { disambiguation: 'compatible' },
    ).epochMilliseconds;
  const exists = (day: Temporal.PlainDate): boolean =>
    isoDayIn(zone, instant(day, '12:00')) === day.toString();
  const first = Temporal.Instant.fromEpochMilliseconds(around)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .subtract({ days: 3 });
  const shifts: { from: number; until: number }[] = [];
  for (let offset = 0; offset < days + 6; offset += 1) {
    const day = first.add({ days: offset });
    if (isAway(day) || !exists(day)) continue;
    const tomorrow = day.add({ days: 1 });
    const next = exists(tomorrow) ? tomorrow : day.add({ days: 2 });
    for (const span of weekly) {
      if (!span.days.some((name) => WEEKDAYS.indexOf(name) + 1 === day.dayOfWeek)) continue;
      const crosses = span.end <= span.start;
      const end = instant(crosses ? next : day, span.end);
      const cut = crosses && isAway(next) ? next.toZonedDateTime(zone).epochMilliseconds : end;
      shifts.push({ from: instant(day, span.start), until: Math.min(end, cut) });
    }
  }
  return (time: number): boolean => shifts.some(({ from, until }) => from <= time && time < until);
}

describe('availability over zones and changes of the clocks', () => {
  it('is now exactly where going through all shifts says so', () => {
    fc.assert(
      fc.property(someCase, ({ zone, personZone, now, ...when }) => {
        const free = plainly(when, zone, now, 1);
        for (let time = now; time < now + DAY; time += 6 * STEP) {
          expect(availabilityAt(timetable(when), zone, personZone, time).kind === 'now').toBe(free(time));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('lasts until a moment before which they are free, and at which they no longer are', () => {
    fc.assert(
      fc.property(someCase, ({ zone, personZone, now, ...when }) => {
        const found = availabilityAt(timetable(when), zone, personZone, now);
        if (found.kind !== 'now') return;
        const free = plainly(when, zone, now, 70);
        const until = found.until ?? now + 30 * DAY;
        expect(until).toBeGreaterThan(now);
        for (let time = now; time < until; time += STEP) expect(free(time)).toBe(true);
        if (found.until !== undefined) expect(free(found.until)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('begins at the first free moment after now, and says rightly whether that is today', () => {
    fc.assert(
      fc.property(someCase, ({ zone, personZone, now, ...when }) => {
        const found = availabilityAt(timetable(when), zone, personZone, now);
        if (found.kind !== 'soon' && found.kind !== 'later') return;
        const free = plainly(when, zone, now, 62);
        expect(found.from).toBeGreaterThan(now);
        for (let time = now; time < found.from; time += STEP) expect(free(time)).toBe(false);
        expect(free(found.from)).toBe(true);
        expect(found.kind === 'soon').toBe(isoDayIn(personZone, found.from) === isoDayIn(personZone, now));
        if (found.until === undefined) return;
        expect(free(found.until - STEP)).toBe(true);
        expect(free(found.until)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('is told alike for one ally and for many with hours of all kinds', () => {
    fc.assert(
      fc.property(fc.array(someCase, { minLength: 1, maxLength: 8 }), (cases) => {
        const [{ personZone, now } = { personZone: 'UTC', now: 0 }] = cases;
        const many = createAvailability(personZone, now);
        for (const { zone, hours: weekly, away } of [...cases, ...cases]) {
          const one = timetable({ hours: weekly, away });
          expect(many.of(one, zone)).toEqual(availabilityAt(one, zone, personZone, now));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lists the spans ahead in order, apart from each other, free within and not between', () => {
    fc.assert(
      fc.property(someCase, ({ zone, now, ...when }) => {
        const spans = freeSpans(when.hours, when.away, zone, now, 8).filter(({ until }) => until > now);
        const free = plainly(when, zone, now, 10);
        for (const [index, { from, until }] of spans.entries()) {
          expect(from).toBeLessThan(until);
          expect(free(from)).toBe(true);
          const next = spans[index + 1];
          if (next === undefined) continue;
          expect(next.from).toBeGreaterThan(until);
          for (let time = until; time < next.from; time += STEP) expect(free(time)).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });
});
