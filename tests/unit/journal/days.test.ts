import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, moodDays } from '../../../utils/journal/days.ts';
import type { Entry } from '../../../utils/journal/schema.ts';
import { anEntry, asMood, onDay } from './an-entry.ts';

describe('the day of an entry', () => {
  it('is that of the zone in which it was lived', () => {
    const at = Date.UTC(2026, 10, 20, 23, 30);
    expect(dayOf({ at, zone: 'UTC' })).toBe('2026-11-20');
    expect(dayOf({ at, zone: 'Asia/Tokyo' })).toBe('2026-11-21');
    expect(dayOf({ at, zone: 'Pacific/Pago_Pago' })).toBe('2026-11-20');
  });

  it('is that of UTC where nobody knows the zone', () => {
    expect(dayOf({ at: Date.UTC(2026, 10, 20, 23, 30), zone: 'Middle/Earth' })).toBe('2026-11-20');
  });

  it('is found for every instant that an entry may hold', () => {
    for (const at of [-8.64e15, 8.64e15]) {
      for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
        expect(dayOf({ at, zone })).toMatch(/^[+-]\d{6}-\d\d-\d\d$/);
      }
    }
  });
});

describe('the moods of days', () => {
  it('are the mean and the number of each day’s check-ins, the oldest day first', () => {
    const entries = [onDay('2026-03-03', 5), onDay('2026-03-02', 2), onDay('2026-03-02', 3)];
    expect(moodDays(entries)).toEqual([
      { day: '2026-03-02', mean: 2.5, count: 2 },
      { day: '2026-03-03', mean: 5, count: 1 },
    ]);
  });

  it('leave out the trash and what has no mood', () => {
    const entries = [onDay('2026-03-02'), onDay('2026-03-02', 1, { trashed: 0 })];
    expect(moodDays(entries)).toEqual([]);
  });

  it('count every check-in once, whatever the order', () => {
    const some = fc.array(
      fc.record({ hour: fc.integer({ min: 0, max: 2000 }), mood: fc.integer({ min: 1, max: 5 }) }),
    );
    fc.assert(
      fc.property(some, (checkIns) => {
        const entries = checkIns.map(
          ({ hour, mood }): Entry =>
            anEntry({ at: hour * 3_600_000, mood: asMood(mood), zone: 'Europe/London' }),
        );
        const days = moodDays(entries);
        expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(entries.length);
        expect(days.every(({ mean }) => mean >= 1 && mean <= 5)).toBe(true);
        expect(moodDays(entries.toReversed())).toEqual(days);
      }),
    );
  });
});
