import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outsideUntil } from '../../../utils/breaks/hours.ts';
import { WEEKDAYS } from '../../../utils/breaks/schema.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const at = (text: string, zone: string): number =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
const clockTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const zone = fc.constantFrom(
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
);
const hours = fc.array(
  fc.record({
    days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    start: clockTime,
    end: clockTime,
  }),
  { minLength: 1, maxLength: 4 },
);
const now = fc.integer({ min: at('2026-01-01T00:00', 'UTC'), max: at('2027-12-31T00:00', 'UTC') });

describe('the hours to keep to', () => {
  it('begin again within eight days, at the time that is told', () => {
    fc.assert(
      fc.property(hours, now, zone, (ranges, instant, place) => {
        const until = outsideUntil(ranges, instant, place);
        if (until === undefined) return;
        expect(until).toBeGreaterThan(instant);
        expect(until - instant).toBeLessThanOrEqual(8 * DAY + HOUR);
        const begins = Temporal.Instant.fromEpochMilliseconds(until).toZonedDateTimeISO(place);
        const starts = ranges.map(({ start }) => start);
        const clock = begins.toPlainTime().toString({ smallestUnit: 'minute' });
        // Only a clock that is set forward just then skips the minute at which they begin.
        if (starts.includes(clock)) expect(outsideUntil(ranges, until, place)).toBeUndefined();
        else expect(begins.startOfDay().hoursInDay).not.toBe(24);
      }),
      { numRuns: 500 },
    );
  });

  it('never begin before that', () => {
    fc.assert(
      fc.property(
        hours,
        now,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (ranges, instant, part) => {
          const until = outsideUntil(ranges, instant, 'UTC');
          if (until === undefined) return;
          const between = instant + Math.floor(part * (until - instant));
          expect(outsideUntil(ranges, between, 'UTC')).toBe(until);
        },
      ),
    );
  });

  it('end at their end, for a week where they have one day', () => {
    const day = [{ days: ['fr' as const], start: '09:00', end: '17:30' }];
    expect(outsideUntil(day, at('2026-11-20T17:29', 'UTC'), 'UTC')).toBeUndefined();
    expect(outsideUntil(day, at('2026-11-20T17:30', 'UTC'), 'UTC')).toBe(at('2026-11-27T09:00', 'UTC'));
  });

  it('go on to their end in the morning, on the day after the last of their days', () => {
    const night = [{ days: ['fr' as const], start: '22:00', end: '06:00' }];
    expect(outsideUntil(night, at('2026-11-21T05:59', 'UTC'), 'UTC')).toBeUndefined();
    expect(outsideUntil(night, at('2026-11-21T06:00', 'UTC'), 'UTC')).toBe(at('2026-11-27T22:00', 'UTC'));
  });

  it('are a whole day where they end when they begin', () => {
    const day = [{ days: ['fr' as const], start: '08:00', end: '08:00' }];
    expect(outsideUntil(day, at('2026-11-20T08:00', 'UTC'), 'UTC')).toBeUndefined();
    expect(outsideUntil(day, at('2026-11-21T07:59', 'UTC'), 'UTC')).toBeUndefined();
    expect(outsideUntil(day, at('2026-11-21T08:00', 'UTC'), 'UTC')).toBe(at('2026-11-27T08:00', 'UTC'));
  });

  it('are none where none were set, or no day was', () => {
    expect(outsideUntil(undefined, at('2026-11-20T03:00', 'UTC'), 'UTC')).toBeUndefined();
    expect(outsideUntil([], at('2026-11-20T03:00', 'UTC'), 'UTC')).toBeUndefined();
    const noDay = [{ days: [], start: '09:00', end: '17:00' }];
    expect(outsideUntil(noDay, at('2026-11-20T03:00', 'UTC'), 'UTC')).toBeUndefined();
  });

  it('begin at the same time of the clock on the wall, whether an hour comes twice or not at all', () => {
    const ranges = [{ days: ['su' as const], start: '01:30', end: '04:00' }];
    const eve = (day: string) => at(`${day}T00:10`, 'Europe/London');
    expect(outsideUntil(ranges, eve('2026-10-25'), 'Europe/London')).toBe(
      Date.parse('2026-10-25T01:30+01:00'),
    );
    // From one to two there is nothing: half past one is half past two.
    expect(outsideUntil(ranges, eve('2026-03-29'), 'Europe/London')).toBe(
      Date.parse('2026-03-29T02:30+01:00'),
    );
  });
});
