import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  monthCalendar,
  type Weekday,
  weekdayOf,
  weekdaysFrom,
  weekStartOf,
  yearCalendar,
} from '../../../utils/journal/calendar.ts';

const STARTS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const anyStart = fc.constantFrom(...STARTS);
const anyYear = fc.integer({ min: 1900, max: 2100 });

/** The first day of the week by the engine's own CLDR data. */
function byEngine(locale: Intl.Locale): unknown {
  const info: unknown =
    'getWeekInfo' in locale && locale.getWeekInfo instanceof Function ? locale.getWeekInfo() : {};
  return typeof info === 'object' && info !== null && 'firstDay' in info ? info.firstDay : undefined;
}

describe('the first day of a week', () => {
  it('is Monday in most places and Sunday in some', () => {
    expect(['en-GB', 'de', 'fr-CA', 'en-US', 'en', 'he', 'ar-EG'].map(weekStartOf)).toEqual([
      1, 1, 7, 7, 7, 7, 6,
    ]);
  });

  it('is Monday for a locale that nobody knows', () => {
    expect(weekStartOf('not a locale')).toBe(1);
    expect(weekStartOf('xx')).toBe(1);
  });

  it('is the one that CLDR has for every region', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const regions = letters.flatMap((one) => letters.map((other) => one + other));
    const known = regions
      .filter((region) => region !== 'ZZ' && names.of(region) !== undefined)
      .map((region) => new Intl.Locale(`und-${region}`));
    expect(known.length).toBeGreaterThan(200);
    for (const locale of known) {
      expect([locale.toString(), weekStartOf(locale.toString())]).toEqual([
        locale.toString(),
        byEngine(locale),
      ]);
    }
  });
});

describe('a calendar of moods', () => {
  it('lays a month out in weeks', () => {
    const mood = { day: '2026-03-10', mean: 4, count: 2 };
    const { weeks } = monthCalendar([mood], 2026, 3, 1);
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.map((cell) => cell?.day)).toEqual([...Array(6).fill(undefined), '2026-03-01']);
    expect(weeks[2]?.[1]).toEqual({ day: '2026-03-10', mood });
    expect(monthCalendar([mood], 2026, 3, 7).weeks).toHaveLength(5);
    expect(monthCalendar([], 2026, 2, 7).weeks).toHaveLength(4);
  });

  it('has each day of a year once, in order, in the column of its weekday', () => {
    fc.assert(
      fc.property(anyYear, anyStart, (year, start) => {
        const months = yearCalendar([], year, start);
        const days = months.flatMap(({ weeks }) => weeks.flat()).filter((cell) => cell !== undefined);
        expect(days).toHaveLength(Temporal.PlainDate.from({ year, month: 1, day: 1 }).daysInYear);
        expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted());
        const columns = weekdaysFrom(start);
        for (const { weeks } of months) {
          for (const week of weeks) {
            expect(week).toHaveLength(7);
            expect(week.some((cell) => cell !== undefined)).toBe(true);
            week.forEach((cell, column) => {
              if (cell !== undefined) expect(weekdayOf(cell.day)).toBe(columns[column]);
            });
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
