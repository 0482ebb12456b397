import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../../utils/core/clock.ts';
import {
  backoff,
  earliest,
  isDue,
  nextRefresh,
  waitBeforeRequest,
} from '../../../utils/directory/schedule.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the next refresh', () => {
  it('is in a day, give or take a third', () => {
    expect(nextRefresh(NOW, 24, 0)).toBe(NOW + 16 * HOUR);
    expect(nextRefresh(NOW, 24, 0.5)).toBe(NOW + 24 * HOUR);
    expect(nextRefresh(NOW, 24, 1)).toBe(NOW + 32 * HOUR);
  });

  it('is never thought to be too far away, however long the interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 168 }), random, (hours, chance) => {
        const nextAt = nextRefresh(NOW, hours, chance);
        const planned = { attemptedAt: NOW, checkedAt: NOW, failures: 0, nextAt };
        expect(isDue(planned, hours, NOW)).toBe(false);
        expect(isDue(planned, hours, nextAt - 1)).toBe(false);
        expect(isDue(planned, hours, nextAt)).toBe(true);
      }),
    );
  });
});

describe('the wait after failures', () => {
  it('doubles from a minute up to six hours, and is anything below', () => {
    expect(backoff(1, 1)).toBe(MINUTE);
    expect(backoff(2, 1)).toBe(2 * MINUTE);
    expect(backoff(5, 0.5)).toBe(8 * MINUTE);
    expect(backoff(9, 1)).toBe(256 * MINUTE);
    expect(backoff(10, 1)).toBe(6 * HOUR);
    expect(backoff(5000, 1)).toBe(6 * HOUR);
  });

  it('is never less than half a minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), random, (failures, chance) => {
        const wait = backoff(failures, chance);
        expect(wait).toBeGreaterThanOrEqual(30 * SECOND);
        expect(wait).toBeLessThanOrEqual(6 * HOUR);
      }),
    );
  });
});

describe('what is due', () => {
  const planned = { attemptedAt: NOW, checkedAt: NOW, failures: 0, nextAt: NOW + DAY };

  it('is whatever was never attempted', () => {
    expect(isDue({ nextAt: NOW + DAY, failures: 0 }, 24, NOW)).toBe(true);
  });

  it('is what is overdue, as at start-up after a holiday', () => {
    expect(isDue({ ...planned, attemptedAt: NOW - 20 * DAY, nextAt: NOW - 19 * DAY }, 24, NOW)).toBe(true);
    expect(isDue({ ...planned, nextAt: NOW }, 24, NOW)).toBe(true);
    expect(isDue({ ...planned, nextAt: NOW + 1 }, 24, NOW)).toBe(false);
  });

  it('is what was planned by a clock that ran years ahead', () => {
    const ahead = NOW + 400 * DAY;
    expect(isDue({ attemptedAt: ahead, checkedAt: ahead, failures: 0, nextAt: ahead + DAY }, 24, NOW)).toBe(
      true,
    );
  });

  it('waits as long as a server may ask for', () => {
    expect(isDue({ attemptedAt: NOW, failures: 1, nextAt: NOW + 7 * DAY }, 1, NOW)).toBe(false);
  });

  it('comes forward when the interval becomes shorter', () => {
    const later = NOW + 9 * HOUR;
    expect(isDue(planned, 24, later)).toBe(false);
    expect(isDue(planned, 6, later)).toBe(true);
    expect(earliest([planned], 6)).toBe(NOW + 8 * HOUR);
  });

  it('comes first at the earliest time of all', () => {
    const at = (nextAt: number) => ({ ...planned, nextAt });
    expect(earliest([at(3), at(1), at(2)], 24)).toBe(1);
    expect(earliest([], 24)).toBeUndefined();
  });
});

describe('a refresh on request', () => {
  it('waits until five seconds after the last attempt began', () => {
    expect(waitBeforeRequest({ attemptedAt: NOW }, NOW)).toBe(5 * SECOND);
    expect(waitBeforeRequest({ attemptedAt: NOW - 2 * SECOND }, NOW)).toBe(3 * SECOND);
    expect(waitBeforeRequest({ attemptedAt: NOW - 5 * SECOND }, NOW)).toBe(0);
    expect(waitBeforeRequest({ attemptedAt: NOW - DAY }, NOW)).toBe(0);
  });

  it('does not wait after none, or for a clock that was set back', () => {
    expect(waitBeforeRequest({}, NOW)).toBe(0);
    expect(waitBeforeRequest({ attemptedAt: NOW + HOUR }, NOW)).toBe(0);
  });
});
