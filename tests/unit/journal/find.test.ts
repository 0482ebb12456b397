import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../utils/core/fold.ts';
import { dayOf } from '../../../utils/journal/days.ts';
import { createFinder, type FoldedTexts, foldLong, type Narrowing } from '../../../utils/journal/find.ts';
import { type Entry, MOODS } from '../../../utils/journal/schema.ts';
import { anEntry, dayAfter, onDay, randomFrom } from './an-entry.ts';

const kept = (entries: readonly Entry[]): { entry: Entry }[] => entries.map((entry) => ({ entry }));
const find = (entries: readonly Entry[], query: string, narrowing?: Narrowing): Entry[] =>
  createFinder(kept(entries))(query, narrowing).map(({ entry }) => entry);

/** The same without folding ahead, narrowing or bounds. */
function findNaively(entries: readonly Entry[], query: string, narrowing: Narrowing): Entry[] {
  const { tag, mood, from, until } = narrowing;
  const words = fold(query).split(/\s+/).filter(Boolean);
  return entries
    .filter((entry) => {
      const { text, prompt = '', feelings, about, tags } = entry;
      const parts = [text, prompt, ...feelings, ...about, ...tags.map((own) => `#${own}`)].map(fold);
      const day = dayOf(entry);
      return (
        words.every((word) => parts.some((part) => part.includes(word))) &&
        (tag === undefined || tags.map(fold).includes(fold(tag))) &&
        (mood === undefined || entry.mood === mood) &&
        (from === undefined || day >= from) &&
        (until === undefined || day <= until)
      );
    })
    .toSorted((a, b) => b.at - a.at);
}

const anyWord = fc.constantFrom('a', 'ab', 'Ábc', 'straße', 'b c', '#a', 'łódź', '');
const anyDay = fc.option(fc.integer({ min: 0, max: 6 }).map(dayAfter), { nil: undefined });
const anyNarrowing = fc.record({
  tag: fc.option(fc.constantFrom('a', 'ÁB'), { nil: undefined }),
  mood: fc.option(fc.constantFrom(...MOODS), { nil: undefined }),
  from: anyDay,
  until: anyDay,
});
const anyKept = fc
  .record({
    hour: fc.integer({ min: -30, max: 200 }),
    zone: fc.constantFrom('UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'No/Where'),
    mood: fc.option(fc.constantFrom(...MOODS), { nil: undefined }),
    text: fc.array(anyWord).map((words) => words.join(' ')),
    tags: fc.array(fc.constantFrom('a', 'áb', 'c'), { maxLength: 2 }),
    feelings: fc.array(fc.constantFrom('sad', 'abc'), { maxLength: 2 }),
  })
  .map(({ hour, mood, ...rest }) =>
    anEntry({ at: Date.UTC(2026, 0, 1, hour), ...(mood !== undefined && { mood }), ...rest }),
  );

describe('finding entries', () => {
  it('looks into text, prompts, feelings, topics and tags', () => {
    const entry = anEntry({
      text: 'Long walk by the Łódź canal',
      prompt: 'What gave you energy?',
      feelings: ['at ease'],
      about: ['friends'],
      tags: ['outdoors'],
    });
    for (const query of ['WALK', 'lodz', 'energy', 'at ease', 'friend', 'outdoor', '#out', 'canal walk']) {
      expect([query, find([entry], query)]).toEqual([query, [entry]]);
    }
    for (const query of ['#walk', 'canalwhat', 'nobody']) expect(find([entry], query)).toEqual([]);
  });

  it('gives the newest first, and everything without a query', () => {
    const [first, second, third] = [0, 1, 2].map((day) => onDay(dayAfter(day)));
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('three were made');
    expect(find([second, third, first], ' ')).toEqual([third, second, first]);
  });

  it('narrows by the entry’s own calendar day, both ends included', () => {
    const at = Date.UTC(2026, 0, 1, 23);
    const [here, tokyo] = [anEntry({ at }), anEntry({ at, zone: 'Asia/Tokyo' })];
    expect(find([here, tokyo], '', { from: '2026-01-02' })).toEqual([tokyo]);
    expect(find([here, tokyo], '', { until: '2026-01-01' })).toEqual([here]);
  });

  it('finds what a naive search finds, whatever was typed before', () => {
    const anyQuery = fc.array(anyWord, { maxLength: 3 }).map((words) => words.join(' '));
    const steps = fc.array(fc.tuple(anyQuery, anyNarrowing), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(anyKept, { maxLength: 20 }), steps, (entries, asked) => {
        const finder = createFinder(kept(entries));
        for (const [query, narrowing] of asked) {
          for (let typed = 0; typed <= query.length; typed += 1) {
            const so = query.slice(0, typed);
            const found = finder(so, narrowing).map(({ entry }) => entry.id);
            expect(found).toEqual(findNaively(entries, so, narrowing).map(({ id }) => id));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('folds long texts as it folds a query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (one, other) => {
        for (const text of [one, other, `x${one}y${other}`]) expect(foldLong(text)).toBe(fold(text));
      }),
    );
    expect(foldLong('ΟΔΟΣ Zoë STRASSE')).toBe(fold('ΟΔΟΣ Zoë STRASSE'));
  });

  it('folds an entry anew only when it has changed', () => {
    const texts: FoldedTexts = new Map();
    const entry = anEntry({ text: 'before' });
    const other = anEntry({ text: 'other' });
    createFinder(kept([entry, other]), texts);
    texts.set(other, 'remembered');
    const finder = createFinder(kept([{ ...entry, text: 'after' }, other]), texts);
    expect(finder('before')).toEqual([]);
    expect(finder('after')).toHaveLength(1);
    expect(finder('remembered')).toHaveLength(1);
  });

  it('finds words among 20,000 entries as fast as somebody types', () => {
    const random = randomFrom(3);
    const words = Array.from({ length: 4000 }, (_, index) => (index * 7919).toString(36));
    const wordOf = (): string => words[Math.floor(random() * words.length)] ?? '';
    const entries = Array.from({ length: 20_000 }, (_, index) =>
      anEntry({ at: index, text: Array.from({ length: 120 }, wordOf).join(' ') }),
    );
    const finder = createFinder(kept(entries));
    const times = ['m', 'mo', 'mor', '2b', '2b1', 'zzzz', 'a b', 'a b c'].flatMap((query) =>
      [0, 1, 2].map(() => {
        finder('\u0001');
        const begun = performance.now();
        finder(query);
        return performance.now() - begun;
      }),
    );
    // The median: the machine has other things to do as well.
    expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(50);
  });
});
