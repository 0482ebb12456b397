import { describe, expect, it } from 'vitest';
import { weekIn } from '../../../utils/directory/week.ts';
import { ALL_DAYS, at, hours } from './rows.ts';

const LONDON = 'Europe/London';
const MONDAY = at('2026-11-23T10:00:00Z');
const shown = (...args: Parameters<typeof weekIn>) =>
  weekIn(...args).map(({ day, spans }) => [
    new Date(day).toISOString().slice(5, 16),
    ...spans.map(({ from, until }) => [from, until].map((time) => new Date(time).toISOString().slice(5, 16))),
  ]);

describe('an ally’s week', () => {
  it('lists hours on the person’s own days, without those that are over', () => {
    const tokyo = [hours('mo tu', '07:00', '10:00')];
    expect(shown(tokyo, [], 'Asia/Tokyo', LONDON, MONDAY)).toEqual([
      ['11-23T12:00', ['11-23T22:00', '11-24T01:00']],
      ['11-29T12:00', ['11-29T22:00', '11-30T01:00']],
    ]);
    expect(shown([hours('mo', '08:00', '09:00')], [], LONDON, LONDON, MONDAY)).toEqual([]);
  });

  it('lists a night shift on the day it begins, and one that still goes on today', () => {
    const night = [hours('su mo', '22:00', '06:00')];
    expect(shown(night, [], LONDON, LONDON, at('2026-11-23T03:00:00Z'))).toEqual([
      ['11-23T12:00', ['11-22T22:00', '11-23T06:00'], ['11-23T22:00', '11-24T06:00']],
      ['11-29T12:00', ['11-29T22:00', '11-30T06:00']],
    ]);
  });

  it('lists each day of somebody who is free around the clock, but for days away', () => {
    const always = [hours(ALL_DAYS, '00:00', '00:00')];
    const away = [{ from: '2026-11-25', to: '2026-11-28' }];
    expect(shown(always, away, LONDON, LONDON, MONDAY)).toEqual([
      ['11-23T12:00', ['11-23T00:00', '11-24T00:00']],
      ['11-24T12:00', ['11-24T00:00', '11-25T00:00']],
      ['11-29T12:00', ['11-29T00:00', '11-30T00:00']],
    ]);
  });
});
