import { describe, expect, it } from 'vitest';
import { filterChoices, matches } from '../../../utils/directory/filters.ts';
import { rankAllies } from '../../../utils/directory/rank.ts';
import { ALL_DAYS, contextWith, hours, rowWith } from './rows.ts';

describe('filters', () => {
  const context = contextWith();
  const rows = [
    rowWith({
      id: 'a',
      site: 'lon',
      hours: [hours(ALL_DAYS, '00:00', '00:00')],
      languages: ['en-GB'],
      topics: ['Grief'],
    }),
    rowWith({ id: 'b', site: 'edi', languages: ['EN', 'pl'], topics: ['grief', 'sleep'] }),
    rowWith({ id: 'c', languages: ['pt-BR'], topics: ['Grief'] }),
  ];
  const everyone = rankAllies(rows, context);
  const narrowed = (filters: Parameters<typeof matches>[1], profile = context.profile): string[] =>
    everyone
      .filter((ranked) => matches(ranked, filters, profile))
      .map(({ ally }) => ally.id)
      .toSorted();
  const none = { now: false, mySite: false };

  it('narrow the list to who is free, at the own site, or shares a language or topic', () => {
    expect(narrowed(none)).toEqual(['a', 'b', 'c']);
    expect(narrowed({ ...none, now: true })).toEqual(['a']);
    expect(narrowed({ ...none, mySite: true })).toEqual(['a']);
    expect(narrowed({ ...none, language: 'en' })).toEqual(['a', 'b']);
    expect(narrowed({ ...none, topic: 'GRIEF' })).toEqual(['a', 'b', 'c']);
    expect(narrowed({ ...none, topic: 'sleep', language: 'pl' })).toEqual(['b']);
    expect(narrowed({ ...none, topic: 'sleep', language: 'pt' })).toEqual([]);
  });

  it('find nobody at the own site while none is chosen', () => {
    const { site: _site, ...profile } = context.profile;
    expect(narrowed({ ...none, mySite: true }, profile)).toEqual([]);
  });

  it('offer what tells allies apart, the most frequent first', () => {
    expect(filterChoices(everyone)).toEqual({ languages: ['en', 'pl', 'pt'], topics: ['sleep'] });
  });

  it('offer topics in their most frequent spelling, and no more than twelve', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      rowWith({
        id: `${index}`,
        topics: [`Topic ${index}`, ...(index < 5 ? ['Grief'] : index < 8 ? ['grief'] : [])],
      }),
    );
    const { topics } = filterChoices(rankAllies(many, context));
    expect(topics).toHaveLength(12);
    expect(topics[0]).toBe('Grief');
    expect(topics).not.toContain('grief');
  });
});
