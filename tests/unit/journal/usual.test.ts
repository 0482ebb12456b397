import { describe, expect, it } from 'vitest';
import { DAY } from '../../../utils/core/clock.ts';
import type { MoodDay } from '../../../utils/journal/days.ts';
import { latelyBesideUsual } from '../../../utils/journal/usual.ts';
import { dayAfter } from './an-entry.ts';
import { type People, simulate } from './usual-people.ts';

const moodsOf = (means: readonly number[], dayOf = (index: number) => index): MoodDay[] =>
  means.map((mean, index) => ({ day: dayAfter(dayOf(index)), mean, count: 1 }));
const usually = (count: number): number[] => Array.from({ length: count }, (_, day) => 3 + (day % 3));
const NOW = Date.UTC(2026, 6, 1);

/** What is found on the day of the newest check-in. */
const lately = (days: readonly MoodDay[], toldAt?: number) =>
  latelyBesideUsual(days, days.at(-1)?.day ?? '2026-01-01', NOW, toldAt);

describe('“lower than your usual lately”', () => {
  it('needs twenty days of baseline before the fourteen newest', () => {
    expect(lately([])).toEqual({ kind: 'tooFew', days: 0, needed: 34 });
    expect(lately(moodsOf(usually(33)))).toEqual({ kind: 'tooFew', days: 33, needed: 34 });
    expect(lately(moodsOf(usually(34)))).toEqual({ kind: 'usual' });
  });

  it('compares the weighted mean with the usual less 2.7 of its deviations', () => {
    const found = lately(moodsOf([...Array(20).fill(4), ...Array(8).fill(4), ...Array(6).fill(3)]));
    // By hand: σ is the least, 0.5, so the limit is 4 − 2.7 · 0.5 ∕ 3 = 3.55; six threes make 4 − (1 − 0.8⁶).
    expect(found).toEqual({ kind: 'lower', usual: 4, lately: expect.closeTo(4 - (1 - 0.8 ** 6), 12) });
  });

  it('waits for three days in a row below the limit', () => {
    const after = (days: number): string =>
      lately(moodsOf([...Array(34 - days).fill(4), ...Array(days).fill(3)])).kind;
    // 4 − (1 − 0.8³) = 3.512 is the first below 3.55, so the fifth day is the third.
    expect([3, 4, 5].map(after)).toEqual(['usual', 'usual', 'lower']);
    const recovered = [...Array(28).fill(4), ...Array(5).fill(3), 5];
    expect(lately(moodsOf(recovered)).kind).toBe('usual');
  });

  it('never speaks of better days', () => {
    expect(lately(moodsOf([...Array(24).fill(2), ...Array(10).fill(5)])).kind).toBe('usual');
  });

  it('takes a wide spread for usual', () => {
    const wide = Array.from({ length: 28 }, (_, day) => (day % 2 === 0 ? 2 : 5));
    expect(lately(moodsOf([...wide, 3, 3, 3, 3, 3, 3])).kind).toBe('usual');
  });

  it('doesn’t fill in gaps: what counts are days with a check-in', () => {
    const means = [...Array(28).fill(4), ...Array(6).fill(3)];
    const daily = lately(moodsOf(means));
    expect(lately(moodsOf(means, (index) => index * 5))).toEqual(daily);
  });

  it('says nothing of what lies longer than a week ago', () => {
    const days = moodsOf([...Array(28).fill(4), ...Array(6).fill(3)]);
    expect(latelyBesideUsual(days, dayAfter(33 + 7), NOW, undefined).kind).toBe('lower');
    expect(latelyBesideUsual(days, dayAfter(33 + 8), NOW, undefined).kind).toBe('usual');
    expect(latelyBesideUsual(days, dayAfter(33 + 60), NOW, undefined).kind).toBe('usual');
  });

  it('is quiet for fourteen days after it was told', () => {
    const days = moodsOf([...Array(28).fill(4), ...Array(6).fill(3)]);
    expect(lately(days, NOW - 14 * DAY + 1)).toEqual({ kind: 'quiet' });
    expect(lately(days, NOW - 14 * DAY).kind).toBe('lower');
  });
});

const steady: People = {
  count: 300,
  memory: 0,
  deviation: 0.9,
  drop: 0,
  daysBefore: 34,
  daysAfter: 365,
  share: 1,
  seed: 1,
};

/**
 * What was measured when this was written, per year and person whose moods only ever vary around the same mean:
 * told 0.2 times where days are independent, 0.65, 1.0 and 2.4 times where they take after the day before
 * (φ 0.2, 0.3 and 0.5). Days do so in most people, so a person may be told once or twice a year for nothing.
 */
describe('how often it is wrong', () => {
  it('is less than once in three years where days are independent', () => {
    const { toldPerYear } = simulate(steady);
    expect(toldPerYear).toBeGreaterThan(0.05);
    expect(toldPerYear).toBeLessThan(0.33);
  });

  it('is less than once in three years with seven check-ins in ten days, or moods that hardly vary', () => {
    expect(simulate({ ...steady, share: 0.7, seed: 2 }).toldPerYear).toBeLessThan(0.33);
    expect(simulate({ ...steady, deviation: 0.4, seed: 3 }).toldPerYear).toBeLessThan(0.33);
  });

  it('is less than once a year where a day takes a little after the one before it', () => {
    expect(simulate({ ...steady, memory: 0.2, seed: 4 }).toldPerYear).toBeLessThan(1);
  });

  it('is less than three times in two years where it takes more after it', () => {
    expect(simulate({ ...steady, memory: 0.3, seed: 7 }).toldPerYear).toBeLessThan(1.5);
  });

  it('is less than three times a year even where a day takes much after the one before it', () => {
    expect(simulate({ ...steady, memory: 0.5, seed: 5 }).toldPerYear).toBeLessThan(3);
  });
});

describe('how long it takes to be right', () => {
  const dropped: People = { ...steady, daysBefore: 60, daysAfter: 30, seed: 6 };

  it('is about a week for a drop of one and a half deviations', () => {
    const { told, medianDelay } = simulate({ ...dropped, drop: 1.35 });
    expect(told).toBeGreaterThan(0.95);
    expect(medianDelay).toBeGreaterThanOrEqual(5);
    expect(medianDelay).toBeLessThanOrEqual(8);
  });

  it('is about ten days for a drop of one deviation, which one person in four never hears of', () => {
    const { told, medianDelay } = simulate({ ...dropped, drop: 0.9 });
    expect(told).toBeGreaterThan(0.7);
    expect(medianDelay).toBeLessThanOrEqual(12);
  });
});
