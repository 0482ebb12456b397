import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted, daysBetween, together, without } from '../../../utils/breaks/record.ts';
import type { CountedDay } from '../../../utils/breaks/schema.ts';
import { lastSevenDays, lastTwelveWeeks, recordCsv } from '../../../utils/breaks/weeks.ts';

const count = fc.integer({ min: 0, max: 50 });
const days = fc.uniqueArray(
  fc.record({
    day: fc
      .integer({ min: 0, max: 83 })
      .map((ago) => Temporal.PlainDate.from('2026-11-20').subtract({ days: ago }).toString()),
    taken: count,
    natural: count,
    snoozed: count,
    skipped: count,
  }),
  { selector: ({ day }) => day, maxLength: 30 },
);
const sum = (record: readonly CountedDay[]): number =>
  record.reduce(
    (total, { taken, natural, snoozed, skipped }) => total + taken + natural + snoozed + skipped,
    0,
  );

describe('the record of breaks', () => {
  it('counts on the day', () => {
    const once = counted([], '2026-11-20', 'taken');
    expect(counted(once, '2026-11-20', 'taken')).toEqual([
      { day: '2026-11-20', taken: 2, natural: 0, snoozed: 0, skipped: 0 },
    ]);
  });

  it('forgets what is older than thirteen weeks', () => {
    const old = counted([], '2026-08-01', 'taken');
    expect(counted(old, '2026-11-20', 'natural').map(({ day }) => day)).toEqual(['2026-11-20']);
  });

  it('loses nothing and gains nothing on its way into the journal', () => {
    fc.assert(
      fc.property(days, days, (kept, fresh) => {
        expect(sum(together(kept, fresh))).toBe(sum(kept) + sum(fresh));
        expect(without(fresh, fresh)).toEqual([]);
        expect(without(together(kept, fresh), fresh).filter((day) => sum([day]) > 0)).toEqual(
          [...kept].sort((a, b) => (a.day < b.day ? -1 : 1)).filter((day) => sum([day]) > 0),
        );
      }),
    );
  });

  it('tells seven days and twelve weeks, with nothing counted twice', () => {
    fc.assert(
      fc.property(days, (record) => {
        expect(lastSevenDays(record, '2026-11-20')).toHaveLength(7);
        const weeks = lastTwelveWeeks(record, '2026-11-20');
        const all = weeks.reduce(
          (total, week) => total + week.taken + week.natural + week.snoozed + week.skipped,
          0,
        );
        expect(all).toBe(sum(record));
      }),
    );
  });

  it('has every day in between, with nothing where nothing was counted', () => {
    expect(daysBetween([], '2026-02-27', '2026-03-01').map(({ day }) => day)).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
  });

  it('is a line a day as CSV', () => {
    const record = [{ day: '2026-11-20', taken: 1, natural: 2, snoozed: 3, skipped: 4 }];
    expect(recordCsv(record)).toBe('day,taken,natural,snoozed,skipped\r\n2026-11-20,1,2,3,4\r\n');
  });
});
