import { describe, expect, it } from 'vitest';
import { FEWEST_DAYS_IN_ALL, goingAlong } from '../../../utils/journal/insights.ts';
import type { Entry } from '../../../utils/journal/schema.ts';
import { asMood, dayAfter, normalFrom, onDay, randomFrom } from './an-entry.ts';

/** Days with a check-in each. */
const daysOf = (count: number, dayOf: (day: number) => Entry): Entry[] =>
  Array.from({ length: count }, (_, day) => dayOf(day));

describe('what goes along with good and hard days', () => {
  it('is told as the mean of the days with a word beside that of the others, with the number of each', () => {
    const entries = daysOf(30, (day) => {
      const hard = day % 3 === 0;
      return onDay(dayAfter(day), hard ? 2 : 4, { about: hard ? ['Sleep'] : ['friends'] });
    });
    expect(goingAlong(entries)).toEqual({
      kind: 'told',
      good: [
        { source: 'about', word: 'friends', with: { mean: 4, days: 20 }, without: { mean: 2, days: 10 } },
      ],
      hard: [{ source: 'about', word: 'Sleep', with: { mean: 2, days: 10 }, without: { mean: 4, days: 20 } }],
    });
  });

  it('isn’t told before there are twenty days', () => {
    const entries = daysOf(19, (day) => onDay(dayAfter(day), day % 2 === 0 ? 1 : 5, { about: ['work'] }));
    expect(goingAlong(entries)).toEqual({ kind: 'tooFew', days: 19, needed: FEWEST_DAYS_IN_ALL });
  });

  it('needs five days with the word and five without it', () => {
    const withWord = (days: number): Entry[] =>
      daysOf(30, (day) => onDay(dayAfter(day), day < days ? 1 : 5, { about: day < days ? ['work'] : [] }));
    const words = (entries: Entry[]): number => {
      const found = goingAlong(entries);
      return found.kind === 'told' ? found.hard.length : -1;
    };
    expect([4, 5, 25, 26].map((days) => words(withWord(days)))).toEqual([0, 1, 1, 0]);
  });

  it('looks at whole days: what was written without a mood counts on a day that has one', () => {
    const entries = daysOf(30, (day) => onDay(dayAfter(day), day % 3 === 0 ? 5 : 2)).concat(
      daysOf(10, (day) => onDay(dayAfter(day * 3), undefined, { tags: ['running'] })),
      [onDay(dayAfter(1), undefined, { tags: ['running'], trashed: 1 })],
    );
    expect(goingAlong(entries)).toMatchObject({
      good: [{ source: 'tags', word: 'running', with: { days: 10 } }],
    });
  });

  it('leaves feelings out unless asked for', () => {
    const entries = daysOf(30, (day) =>
      onDay(dayAfter(day), day % 2 === 0 ? 1 : 5, { feelings: day % 2 === 0 ? ['sad'] : [] }),
    );
    expect(goingAlong(entries)).toEqual({ kind: 'told', good: [], hard: [] });
    expect(goingAlong(entries, ['feelings'])).toMatchObject({ hard: [{ word: 'sad' }] });
  });

  it('speaks of words that have nothing to do with it in fewer than one journal of twelve', () => {
    const random = randomFrom(7);
    const normal = normalFrom(random);
    const journals = 300;
    let misled = 0;
    for (let journal = 0; journal < journals; journal += 1) {
      const entries = daysOf(120, (day) =>
        onDay(dayAfter(day), asMood(3.4 + 0.9 * normal()), {
          about: Array.from({ length: 14 }, (_, word) => `word ${word}`).filter(() => random() < 0.2),
        }),
      );
      const found = goingAlong(entries);
      if (found.kind === 'told' && found.good.length + found.hard.length > 0) misled += 1;
    }
    expect(misled / journals).toBeLessThan(1 / 12);
  });
});
