import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../utils/core/fold.ts';
import {
  createSearcher,
  type SearchEntry,
  textOfAlly,
  textOfResource,
} from '../../../utils/directory/search.ts';
import { rowWith } from './rows.ts';

const entry = (name: string, rest = '', made?: number): SearchEntry<string> => ({
  item: name,
  ...textOfResource({ name, description: rest }, { languageNames: [] }),
  made,
});
const find = (entries: readonly SearchEntry<string>[], query: string): string[] =>
  createSearcher(entries)(query);

describe('a search', () => {
  it('finds names, titles, teams, places, sites, topics, languages and what allies say', () => {
    const row = rowWith({
      id: 'a',
      name: 'Zoë Łukaszewicz',
      title: 'Engineer',
      team: 'Payments',
      place: '3rd floor',
      topics: ['Burnout'],
    });
    const extra = {
      about: 'I was new here too.',
      siteName: 'São Paulo',
      languageNames: ['Polish', 'čeština'],
    };
    const search = createSearcher([{ item: row.id, ...textOfAlly(row, extra) }]);
    const found = [
      'ZOE',
      'lukasz',
      'engin',
      'payments',
      '3rd',
      'burn',
      'new here',
      'sao paulo',
      'polish',
      'Cestina',
    ];
    for (const query of found) expect([query, search(query)]).toEqual([query, ['a']]);
    expect(search('nobody')).toEqual([]);
  });

  it('finds resources by name, description, eligibility and language', () => {
    const text = textOfResource(
      { name: 'Employee assistance', description: 'Free counselling', eligibility: 'Families too' },
      { languageNames: ['English'] },
    );
    const search = createSearcher([{ item: 'eap', ...text }]);
    for (const query of ['assist', 'counsel', 'famil', 'english']) expect(search(query)).toEqual(['eap']);
  });

  it('wants all words, in any order and anywhere', () => {
    const entries = [entry('Maya Kowalska', 'burnout'), entry('Maya Smith', 'grief')];
    expect(find(entries, '  BURN  may')).toEqual(['Maya Kowalska']);
    expect(find(entries, 'maya grief')).toEqual(['Maya Smith']);
    expect(find(entries, 'maya sleep')).toEqual([]);
  });

  it('finds no word across two parts', () => {
    expect(find([entry('Anna', 'Bell')], 'annabell')).toEqual([]);
  });

  it('puts names with a word that begins so first, then names that hold it, then the rest', () => {
    const entries = [
      entry('Rest', 'an anna'),
      entry('Joanna'),
      entry('Mary-Anne'),
      entry('Johann Andersen'),
      entry('Anna'),
      entry('Ivan', 'anna'),
    ];
    expect(find(entries, 'an')).toEqual(['Mary-Anne', 'Johann Andersen', 'Anna', 'Joanna', 'Ivan', 'Rest']);
  });

  it('returns everything in order for an empty query', () => {
    const entries = [entry('B'), entry('A')];
    expect(find(entries, ' ')).toEqual(['B', 'A']);
  });
});

const someWord = fc.constantFrom('an', 'anna', 'Ánna', 'ann', 'b', 'łódź', 'bell', 'x-an', 'ß');
const someText = fc.array(someWord, { maxLength: 4 }).map((words) => words.join(' '));
const someEntries = fc
  .array(fc.tuple(someText, someText, fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined })), {
    maxLength: 20,
  })
  .map((texts) =>
    texts.map(([name, rest, made], index) => ({ ...entry(name, rest, made), item: `${index}` })),
  );

describe('a search, for any texts', () => {
  it('finds what holds every folded word, and nothing else', () => {
    fc.assert(
      fc.property(someEntries, fc.array(someWord, { minLength: 1, maxLength: 3 }), (entries, words) => {
        const expected = entries.filter(({ rest }) => words.every((word) => rest.includes(fold(word))));
        const found = createSearcher(entries)(words.join(' '));
        expect(found.toSorted()).toEqual(expected.map(({ item }) => item).toSorted());
      }),
    );
  });

  it('keeps the given order among names that fit alike', () => {
    fc.assert(
      fc.property(someEntries, someWord, (entries, word) => {
        const key = fold(word);
        const begins = new RegExp(`(?<![\\p{L}\\p{N}])${key}`, 'u');
        const tierOf = ({ name }: { name: string }): number =>
          begins.test(name) ? 0 : name.includes(key) ? 1 : 2;
        const expected = [0, 1, 2].flatMap((tier) =>
          entries.filter((one) => one.rest.includes(key) && tierOf(one) === tier).map(({ item }) => item),
        );
        expect(createSearcher(entries)(word)).toEqual(expected);
      }),
    );
  });

  it('finds the same letter by letter, with corrections, as at once', () => {
    fc.assert(
      fc.property(
        someEntries,
        fc.array(fc.tuple(someText, fc.nat(3)), { maxLength: 4 }),
        (entries, typed) => {
          const searcher = createSearcher(entries);
          let query = '';
          for (const [text, removed] of typed) {
            query = query.slice(0, Math.max(0, query.length - removed));
            for (const letter of text) {
              query += letter;
              expect(searcher(query)).toEqual(createSearcher(entries)(query));
            }
          }
        },
      ),
    );
  });
});
