import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moodDays } from '../../../utils/journal/days.ts';
import { FEWEST_DAYS, weekdayTrends, wordTrends } from '../../../utils/journal/trends.ts';
import { asMood, dayAfter, onDay } from './an-entry.ts';

// 1 January 2026 was a Thursday.
const THURSDAYS = [0, 7, 14, 21, 28].map(dayAfter);

describe('the trend by weekday', () => {
  it('is the mean of each weekday’s days, from the first day of the week on', () => {
    const entries = THURSDAYS.map((day, week) => onDay(day, week === 0 ? 1 : 4));
    const trends = weekdayTrends(moodDays(entries), 7);
    expect(trends.map(({ weekday }) => weekday)).toEqual([7, 1, 2, 3, 4, 5, 6]);
    expect(trends[4]?.trend).toEqual({ kind: 'told', mean: 3.4, days: 5 });
  });

  it('says how many days it takes while there are too few', () => {
    const entries = THURSDAYS.slice(1).map((day) => onDay(day, 2));
    const trends = weekdayTrends(moodDays(entries), 1);
    expect(trends[3]?.trend).toEqual({ kind: 'tooFew', days: 4, needed: FEWEST_DAYS });
    expect(trends[0]?.trend).toEqual({ kind: 'tooFew', days: 0, needed: FEWEST_DAYS });
  });

  it('counts a day once, however many check-ins it has', () => {
    const often = Array.from({ length: 20 }, () => onDay(dayAfter(0), 1));
    const entries = [...often, ...THURSDAYS.slice(1).map((day) => onDay(day, 5))];
    expect(weekdayTrends(moodDays(entries), 1)[3]?.trend).toEqual({ kind: 'told', mean: 4.2, days: 5 });
  });
});

describe('the trend by word', () => {
  it('is the mean mood of the check-ins that have the word, the most frequent first', () => {
    const entries = [
      ...THURSDAYS.map((day) => onDay(day, 2, { about: ['work'] })),
      ...THURSDAYS.map((day) => onDay(day, 5, { about: ['friends', 'home'] })),
      onDay(dayAfter(1), 4, { about: ['home'] }),
      onDay(dayAfter(2), 4, { about: ['sleep'] }),
    ];
    const [home, friends, work, sleep] = wordTrends(entries, 'about');
    expect(home).toMatchObject({ word: 'home', trend: { kind: 'told', days: 6 } });
    expect(friends).toEqual({ word: 'friends', trend: { kind: 'told', mean: 5, days: 5 } });
    expect(work).toEqual({ word: 'work', trend: { kind: 'told', mean: 2, days: 5 } });
    expect(sleep).toEqual({ word: 'sleep', trend: { kind: 'tooFew', days: 1, needed: FEWEST_DAYS } });
  });

  it('takes words that differ in case or accents alone for one, as written last', () => {
    const entries = [
      onDay(dayAfter(9), 4, { tags: ['Café'] }),
      onDay(dayAfter(0), 2, { tags: ['cafe', 'CAFE'] }),
    ];
    expect(wordTrends(entries, 'tags')).toEqual([
      { word: 'Café', trend: { kind: 'tooFew', days: 2, needed: FEWEST_DAYS } },
    ]);
  });

  it('leaves out the trash, and what has no mood', () => {
    const entries = [
      onDay(dayAfter(0), 1, { feelings: ['sad'], trashed: 1 }),
      onDay(dayAfter(0), undefined, { feelings: ['sad'] }),
    ];
    expect(wordTrends(entries, 'feelings')).toEqual([]);
  });

  it('never tells of fewer days than it says it needs, and never of a mean that no check-in could have', () => {
    const checkIn = fc.record({
      day: fc.integer({ min: 0, max: 20 }),
      mood: fc.integer({ min: 1, max: 5 }),
      tags: fc.array(fc.constantFrom('a', 'b', 'B'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(checkIn, { maxLength: 60 }), (checkIns) => {
        const entries = checkIns.map(({ day, mood, tags }) => onDay(dayAfter(day), asMood(mood), { tags }));
        for (const { word, trend } of wordTrends(entries, 'tags')) {
          const having = entries.filter(({ tags }) =>
            tags.some((tag) => tag.toLowerCase() === word.toLowerCase()),
          );
          expect(trend.days).toBe(new Set(having.map(({ at }) => at)).size);
          expect(trend.kind).toBe(trend.days < FEWEST_DAYS ? 'tooFew' : 'told');
          if (trend.kind !== 'told') continue;
          const moods = having.map(({ mood }) => mood ?? 0);
          expect(trend.mean).toBeGreaterThanOrEqual(Math.min(...moods) - 1e-9);
          expect(trend.mean).toBeLessThanOrEqual(Math.max(...moods) + 1e-9);
        }
      }),
    );
  });
});
