import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankAllies } from '../../../utils/directory/rank.ts';
import { commonLanguages, reasonsFor } from '../../../utils/directory/reasons.ts';
import type { AllyRow } from '../../../utils/directory/row.ts';
import { ALL_DAYS, at, contextWith, hours, rowWith } from './rows.ts';

const context = contextWith({ languages: ['pl', 'en'], topics: ['grief', 'sleep'] });
const reasons = (changes: Partial<AllyRow>) =>
  rankAllies([rowWith({ id: 'a', ...changes })], context).flatMap((ranked) => reasonsFor(ranked, context));
const OFFICE = [hours('mo tu we th fr', '09:00', '17:00')];

describe('why an ally stands where they stand', () => {
  it('is said by time, place, one language and one topic', () => {
    const everything: Partial<AllyRow> = {
      site: 'lon',
      place: '3rd floor, east',
      hours: OFFICE,
      languages: ['en-GB', 'pl'],
      topics: ['Sleep', 'Grief'],
    };
    expect(reasons(everything)).toEqual([
      { code: 'freeUntil', at: at('2026-11-23T17:00:00Z') },
      { code: 'yourSite', place: '3rd floor, east' },
      { code: 'language', tag: 'pl' },
      { code: 'topic', topic: 'grief' },
    ]);
  });

  it('names each kind of time', () => {
    const first = (changes: Partial<AllyRow>) => reasons({ site: 'lon', ...changes })[0];
    expect(first({ hours: [hours(ALL_DAYS, '00:00', '00:00')] })).toEqual({ code: 'freeNow' });
    expect(first({ hours: [hours('mo', '12:00', '17:00')] })).toEqual({
      code: 'freeFrom',
      at: at('2026-11-23T12:00:00Z'),
      until: at('2026-11-23T17:00:00Z'),
    });
    expect(first({ hours: [hours('tu', '12:00', '17:00')] })).toEqual({
      code: 'freeOn',
      at: at('2026-11-24T12:00:00Z'),
    });
    const away = [{ from: '2026-11-20', to: '2026-11-30' }];
    expect(first({ hours: OFFICE, away })).toEqual({ code: 'away', until: '2026-11-30' });
    expect(first({ hours: OFFICE, away, accepting: false })).toEqual({ code: 'closed', until: '2026-11-30' });
    expect(first({ accepting: false })).toEqual({ code: 'closed' });
    expect(first({})).toEqual({ code: 'hoursUnknown' });
  });

  it('tells no time of day for an end that is more than a day away', () => {
    const long = { hours: [hours('mo tu', '00:00', '00:00')], site: 'lon' };
    expect(reasons(long)[0]).toEqual({ code: 'freeNow' });
  });

  it('names each kind of place, and none that nobody knows', () => {
    const second = (site: string, weekly = OFFICE) => reasons({ site, hours: weekly })[1];
    expect(second('lon')).toEqual({ code: 'yourSite' });
    expect(second('hem')).toMatchObject({ code: 'nearSite', site: 'Hemel' });
    expect(second('edi')).toEqual({ code: 'yourCountry' });
    expect(second('par')).toEqual({ code: 'yourHours', site: 'Paris' });
    expect(second('syd')).toEqual({ code: 'site', site: 'Sydney' });
    expect(second('gone')).toBeUndefined();
  });
});

describe('a language as a reason', () => {
  const rows = [
    rowWith({ id: 'both', languages: ['en-GB', 'pl'] }),
    rowWith({ id: 'only', languages: ['EN', 'fr'] }),
    rowWith({ id: 'third', languages: ['de', 'en'] }),
  ];
  const told = (some: readonly AllyRow[], profile: string[]) => {
    const asked = contextWith({ languages: profile });
    const everyone = rankAllies(some, asked);
    const saying = { ...asked, commonLanguages: commonLanguages(everyone) };
    return new Map(
      everyone.map((ranked) => [
        ranked.ally.id,
        reasonsFor(ranked, saying).flatMap((reason) => (reason.code === 'language' ? [reason.tag] : [])),
      ]),
    );
  };

  it('is left out where everybody who is listed speaks it', () => {
    expect([...told(rows, ['en']).values()]).toEqual([[], [], []]);
  });

  it('is the best-liked of those that not everybody speaks', () => {
    const languages = told(rows, ['en', 'pl', 'fr']);
    expect(languages.get('both')).toEqual(['pl']);
    expect(languages.get('only')).toEqual(['fr']);
    expect(languages.get('third')).toEqual([]);
  });

  it('is told of everybody who speaks it once a single ally does not', () => {
    const languages = told([...rows, rowWith({ id: 'none', languages: ['pl'] })], ['en']);
    expect([...languages].toSorted()).toEqual([
      ['both', ['en']],
      ['none', []],
      ['only', ['en']],
      ['third', ['en']],
    ]);
  });

  it('goes by those who are listed: nobody else counts', () => {
    const hidden = rowWith({ id: 'hidden', languages: ['pl'], consented: '2099-01-01' });
    expect([...told([...rows, hidden], ['en']).values()]).toEqual([[], [], []]);
  });

  it('is common to nobody where nobody is listed', () => {
    expect(commonLanguages([])).toEqual([]);
  });

  it('is common exactly if each speaks it, in the order of the person', () => {
    const tags = ['en', 'pl', 'fr', 'de'];
    const someLanguages = fc.array(fc.subarray(tags), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(someLanguages, fc.shuffledSubarray(tags), (spoken, wished) => {
        const everyone = rankAllies(
          spoken.map((languages, index) => rowWith({ id: `${index}`, languages })),
          contextWith({ languages: wished }),
        );
        expect(commonLanguages(everyone)).toEqual(
          wished.filter((tag) => spoken.every((languages) => languages.includes(tag))),
        );
      }),
    );
  });

  it('is worked out without looking at everybody, once one ally shares none', () => {
    let looked = 0;
    const everyone = Array.from({ length: 1000 }, (_, index) => {
      const [ranked] = rankAllies([rowWith({ id: `${index}`, languages: ['pl'] })], contextWith());
      if (ranked === undefined) throw new Error('Nobody is listed.');
      return Object.defineProperty(ranked, 'languages', {
        get: () => {
          looked += 1;
          return index < 2 ? ['en'] : [];
        },
      });
    });
    expect(commonLanguages(everyone)).toEqual([]);
    expect(looked).toBeLessThan(10);
  });
});
