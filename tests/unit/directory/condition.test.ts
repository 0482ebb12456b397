import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../utils/core/clock.ts';
import { conditionOf, isPressing } from '../../../utils/directory/condition.ts';
import type { RefreshProblem } from '../../../utils/directory/source.ts';
import type { SourceSummary } from '../../../utils/directory/view.ts';
import { at } from './rows.ts';

const NOW = at('2026-11-23T10:00:00Z');
const source = (changes: Partial<SourceSummary>): SourceSummary => ({
  url: 'https://example.com/directory.json',
  signIn: false,
  ...changes,
});
const copy = (changes: Partial<NonNullable<SourceSummary['copy']>> = {}) => ({
  issued: '2026-11-01T00:00:00Z',
  environment: 'production' as const,
  organization: 'Northwind',
  fetchedAt: NOW - HOUR,
  ...changes,
});

describe('the state of a directory’s copy', () => {
  it('is being fetched until a first answer came', () => {
    expect(conditionOf(source({}), NOW)).toEqual({ kind: 'fetching' });
  });

  it('is fresh since the server confirmed it last, else since it was fetched', () => {
    expect(conditionOf(source({ copy: copy() }), NOW)).toEqual({ kind: 'fresh', checkedAt: NOW - HOUR });
    expect(conditionOf(source({ copy: copy(), checkedAt: NOW - 5 }), NOW)).toEqual({
      kind: 'fresh',
      checkedAt: NOW - 5,
    });
  });

  it('is not stale while the longest interval between two refreshes can explain its age', () => {
    const checked = (age: number) => conditionOf(source({ copy: copy(), checkedAt: NOW - age }), NOW).kind;
    expect(checked(9 * DAY)).toBe('fresh');
    expect(checked((7 * 4 * DAY) / 3)).toBe('fresh');
    expect(checked((7 * 4 * DAY) / 3 + 1)).toBe('stale');
  });

  it('is expired from the instant that the publisher named, with the day as they wrote it', () => {
    const expires = '2026-11-23T12:00:00+02:00';
    const kind = (now: number) => conditionOf(source({ copy: copy({ expires }) }), now);
    expect(kind(NOW - 1)).toMatchObject({ kind: 'fresh' });
    expect(kind(NOW)).toEqual({ kind: 'expired', expires: '2026-11-23', checkedAt: NOW - HOUR });
  });

  it('tells a fault before anything else, with the age of the copy in use', () => {
    const problem: RefreshProblem = { kind: 'notFound', status: 404 };
    const expired = copy({ expires: '2020-01-01T00:00:00Z' });
    expect(conditionOf(source({ problem, copy: expired, checkedAt: 7 }), NOW)).toEqual({
      kind: 'problem',
      problem,
      url: 'https://example.com/directory.json',
      copyFrom: 7,
    });
  });

  it('claims no copy where there is none, even if the server was asked before', () => {
    const told = conditionOf(source({ problem: { kind: 'unreachable' }, checkedAt: 7 }), NOW);
    expect(told).not.toHaveProperty('copyFrom');
  });

  it('never gets better by waiting', () => {
    const worse = ['fetching', 'fresh', 'stale', 'expired', 'problem'];
    const rank = (of: SourceSummary, now: number) => worse.indexOf(conditionOf(of, now).kind);
    const someSource = fc
      .record({
        checkedAt: fc.integer({ min: NOW - 40 * DAY, max: NOW }),
        expires: fc.option(fc.integer({ min: NOW - 40 * DAY, max: NOW + 40 * DAY }), { nil: undefined }),
      })
      .map(({ checkedAt, expires }) =>
        source({
          checkedAt,
          copy: copy(expires === undefined ? {} : { expires: new Date(expires).toISOString() }),
        }),
      );
    fc.assert(
      fc.property(someSource, fc.nat(60 * DAY), (of, later) => {
        expect(rank(of, NOW + later)).toBeGreaterThanOrEqual(rank(of, NOW));
      }),
    );
  });
});

describe('what is pressing', () => {
  const pressing = (problem: RefreshProblem, copyFrom?: number): boolean =>
    isPressing({ kind: 'problem', url: '', problem, ...(copyFrom !== undefined && { copyFrom }) });

  it('is not what passes by itself while there is a copy', () => {
    expect(pressing({ kind: 'unreachable' }, NOW)).toBe(false);
    expect(pressing({ kind: 'busy', status: 429 }, NOW)).toBe(false);
    expect(isPressing({ kind: 'fresh', checkedAt: NOW })).toBe(false);
  });

  it('is what a person must act on, what was refused, and everything where there is no copy', () => {
    expect(pressing({ kind: 'signIn' }, NOW)).toBe(true);
    expect(pressing({ kind: 'badSignature' }, NOW)).toBe(true);
    expect(pressing({ kind: 'unreachable' })).toBe(true);
    expect(isPressing({ kind: 'expired', expires: '2026-11-01', checkedAt: NOW })).toBe(true);
    expect(isPressing({ kind: 'stale', checkedAt: NOW })).toBe(true);
  });
});
