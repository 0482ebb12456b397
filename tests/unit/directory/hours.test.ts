import { describe, expect, it } from 'vitest';
import { availabilityAt, createAvailability, type Timetable } from '../../../utils/directory/availability.ts';
import type { WeeklyHours } from '../../../utils/directory/schema.ts';
import { ALL_DAYS, at, hours, timetable } from './rows.ts';

const OFFICE = hours('mo tu we th fr', '09:00', '17:00');

/** An ally and a person both in `zone`. */
const inZone = (zone: string, now: string, changes: Partial<Timetable>) =>
  availabilityAt(timetable(changes), zone, zone, at(now));
const inLondon = (now: string, changes: Partial<Timetable>) => inZone('Europe/London', now, changes);

describe('when an ally can listen', () => {
  it('is now during their hours, until these end', () => {
    expect(inLondon('2026-11-23T10:00:00Z', { hours: [OFFICE] })).toEqual({
      kind: 'now',
      until: at('2026-11-23T17:00:00Z'),
    });
    expect(inLondon('2026-11-23T17:00:00Z', { hours: [OFFICE] }).kind).toBe('later');
  });

  it('is soon if the hours begin later on the person’s day, and later after that', () => {
    const morning = { from: at('2026-11-23T09:00:00Z'), until: at('2026-11-23T17:00:00Z') };
    expect(inLondon('2026-11-23T00:00:00Z', { hours: [OFFICE] })).toEqual({ kind: 'soon', ...morning });
    expect(inLondon('2026-11-22T23:59:00Z', { hours: [OFFICE] })).toEqual({ kind: 'later', ...morning });
  });

  it('takes hours on the ally’s clock and “today” on the person’s', () => {
    const tokyo = (now: string) =>
      availabilityAt(timetable({ hours: [OFFICE] }), 'Asia/Tokyo', 'Europe/London', at(now));
    expect(tokyo('2026-11-23T00:30:00Z')).toEqual({ kind: 'now', until: at('2026-11-23T08:00:00Z') });
    // 09:00 on Tuesday in Tokyo is midnight in London.
    expect(tokyo('2026-11-23T12:00:00Z').kind).toBe('later');
    expect(
      availabilityAt(
        timetable({ hours: [OFFICE] }),
        'America/New_York',
        'Europe/London',
        at('2026-11-23T10:00:00Z'),
      ),
    ).toEqual({ kind: 'soon', from: at('2026-11-23T14:00:00Z'), until: at('2026-11-23T22:00:00Z') });
  });

  it('joins spans that touch or overlap', () => {
    const split = [
      hours('mo', '09:00', '12:00'),
      hours('mo', '12:00', '14:00'),
      hours('mo', '13:00', '15:30'),
    ];
    expect(inLondon('2026-11-23T10:00:00Z', { hours: split })).toEqual({
      kind: 'now',
      until: at('2026-11-23T15:30:00Z'),
    });
  });

  it('carries a night shift across midnight', () => {
    const night = { hours: [hours('mo', '22:00', '06:00')] };
    const end = at('2026-11-24T06:00:00Z');
    expect(inLondon('2026-11-23T23:00:00Z', night)).toEqual({ kind: 'now', until: end });
    expect(inLondon('2026-11-24T05:59:00Z', night)).toEqual({ kind: 'now', until: end });
    expect(inLondon('2026-11-24T06:00:00Z', night).kind).toBe('later');
    expect(inLondon('2026-11-23T05:00:00Z', night).kind).toBe('soon');
  });

  it('has no end around the clock, and takes equal start and end for a whole day', () => {
    const always = { hours: [hours(ALL_DAYS, '00:00', '00:00')] };
    expect(inLondon('2026-11-23T10:00:00Z', always)).toEqual({ kind: 'now' });
    expect(inLondon('2026-11-23T10:00:00Z', { hours: [hours('mo', '08:00', '08:00')] })).toEqual({
      kind: 'now',
      until: at('2026-11-24T08:00:00Z'),
    });
    const away = [{ from: '2026-12-20', to: '2027-01-02' }];
    expect(inLondon('2026-11-23T10:00:00Z', { ...always, away })).toEqual({
      kind: 'now',
      until: at('2026-12-20T00:00:00Z'),
    });
  });

  it('knows the end of hours that leave out one in the week', () => {
    const nearly = [hours('mo tu we th fr sa', '00:00', '00:00'), hours('su', '00:00', '23:00')];
    expect(inLondon('2026-11-23T10:00:00Z', { hours: nearly })).toEqual({
      kind: 'now',
      until: at('2026-11-29T23:00:00Z'),
    });
  });

  it('begins later where clocks spring forward over the beginning', () => {
    // London, 29 March 2026: 01:00 becomes 02:00.
    const early = { hours: [hours('su', '01:30', '04:00')] };
    expect(inLondon('2026-03-29T00:30:00Z', early)).toEqual({
      kind: 'soon',
      from: at('2026-03-29T01:30:00Z'),
      until: at('2026-03-29T03:00:00Z'),
    });
  });

  it('goes to the week after where clocks spring forward over all of it', () => {
    expect(inLondon('2026-03-29T00:00:00Z', { hours: [hours('su', '01:00', '02:00')] })).toEqual({
      kind: 'later',
      from: at('2026-04-05T00:00:00Z'),
      until: at('2026-04-05T01:00:00Z'),
    });
  });

  it('lasts an hour longer where clocks fall back within it', () => {
    // London, 25 October 2026: 02:00 becomes 01:00.
    const long = { hours: [hours('su', '00:30', '02:30')] };
    expect(inLondon('2026-10-25T01:15:00Z', long)).toEqual({
      kind: 'now',
      until: at('2026-10-25T02:30:00Z'),
    });
    expect(inLondon('2026-10-24T23:30:00Z', long).kind).toBe('now');
  });

  it('leaves out a day that a zone left out', () => {
    // Apia had no 30 December 2011.
    const friday = { hours: [hours('fr', '09:00', '17:00')] };
    expect(inZone('Pacific/Apia', '2011-12-30T20:00:00Z', friday).kind).toBe('later');
    expect(inZone('Pacific/Apia', '2011-12-30T02:00:00Z', friday)).toMatchObject({
      from: at('2012-01-05T19:00:00Z'),
    });
  });

  it('carries a night shift over a day that a zone left out', () => {
    const thursday = { hours: [hours('th', '22:00', '06:00')] };
    expect(inZone('Pacific/Apia', '2011-12-30T13:00:00Z', thursday)).toEqual({
      kind: 'now',
      until: at('2011-12-30T16:00:00Z'),
    });
  });

  it('is unknown without hours or without a zone', () => {
    expect(inLondon('2026-11-23T10:00:00Z', {})).toEqual({ kind: 'unknown' });
    expect(
      availabilityAt(timetable({ hours: [OFFICE] }), undefined, 'Europe/London', at('2026-11-23T10:00:00Z')),
    ).toEqual({ kind: 'unknown' });
  });
});

describe('an ally who is away', () => {
  const now = '2026-12-21T10:00:00Z';
  const away = [{ from: '2026-12-20', to: '2026-12-27' }];

  it('is away until the last day of it', () => {
    expect(inLondon(now, { hours: [OFFICE], away })).toEqual({ kind: 'away', until: '2026-12-27' });
    expect(inLondon('2026-12-27T23:59:00Z', { hours: [OFFICE], away }).kind).toBe('away');
    expect(inLondon('2026-12-28T09:00:00Z', { hours: [OFFICE], away }).kind).toBe('now');
  });

  it('is away on the calendar of their own zone', () => {
    const sydney = (instant: string) =>
      availabilityAt(
        timetable({ hours: [hours(ALL_DAYS, '00:00', '00:00')], away }),
        'Australia/Sydney',
        'Europe/London',
        at(instant),
      );
    expect(sydney('2026-12-19T12:59:00Z').kind).toBe('now');
    expect(sydney('2026-12-19T13:00:00Z').kind).toBe('away');
  });

  it('is away through absences that follow on each other, in whatever order they are given', () => {
    const more = [
      { from: '2027-01-01', to: '2027-01-03' },
      { from: '2026-12-25', to: '2026-12-31' },
      ...away,
    ];
    expect(inLondon(now, { hours: [OFFICE], away: more })).toEqual({ kind: 'away', until: '2027-01-03' });
    const apart = [...away, { from: '2026-12-29', to: '2026-12-31' }];
    expect(inLondon(now, { hours: [OFFICE], away: apart })).toEqual({ kind: 'away', until: '2026-12-27' });
  });

  it('ends a night shift at the midnight that begins the absence', () => {
    const night = { hours: [hours(ALL_DAYS, '22:00', '06:00')], away };
    expect(inLondon('2026-12-19T23:00:00Z', night)).toEqual({
      kind: 'now',
      until: at('2026-12-20T00:00:00Z'),
    });
  });

  it('does not take up the night shift that would have begun on the last day away', () => {
    const night = { hours: [hours(ALL_DAYS, '22:00', '06:00')], away };
    expect(inLondon('2026-12-28T02:00:00Z', night)).toEqual({
      kind: 'soon',
      from: at('2026-12-28T22:00:00Z'),
      until: at('2026-12-29T06:00:00Z'),
    });
  });

  it('is back later when the absence only begins tomorrow', () => {
    const tomorrow = { hours: [OFFICE], away: [{ from: '2026-11-24', to: '2026-12-18' }] };
    expect(inLondon('2026-11-23T18:00:00Z', tomorrow)).toEqual({
      kind: 'later',
      from: at('2026-12-21T09:00:00Z'),
      until: at('2026-12-21T17:00:00Z'),
    });
    const long = { hours: [OFFICE], away: [{ from: '2026-11-24', to: '2027-05-31' }] };
    expect(inLondon('2026-11-23T18:00:00Z', long)).toEqual({ kind: 'away', until: '2027-05-31' });
  });

  it('takes no absence from days that end before they begin', () => {
    const backwards = [{ from: '2026-12-27', to: '2026-12-20' }];
    expect(inLondon(now, { hours: [OFFICE], away: backwards }).kind).toBe('now');
  });
});

describe('an ally who takes no new conversations', () => {
  const closed = { hours: [OFFICE], accepting: false };

  it('is closed, whatever the hours', () => {
    expect(inLondon('2026-11-23T10:00:00Z', closed)).toEqual({ kind: 'closed' });
  });

  it('is closed until the end of the absence of today, or else of the next', () => {
    const away = [
      { from: '2026-12-20', to: '2027-01-02' },
      { from: '2026-11-20', to: '2026-11-25' },
    ];
    expect(inLondon('2026-11-23T10:00:00Z', { ...closed, away })).toEqual({
      kind: 'closed',
      until: '2026-11-25',
    });
    expect(inLondon('2026-11-26T10:00:00Z', { ...closed, away })).toEqual({
      kind: 'closed',
      until: '2027-01-02',
    });
    expect(inLondon('2027-01-03T10:00:00Z', { ...closed, away })).toEqual({ kind: 'closed' });
  });
});

describe('many allies at once', () => {
  it('tells apart hours that differ in nothing but days, start, end, zone or number', () => {
    const london = createAvailability('Europe/London', at('2026-11-23T10:00:00Z'));
    const until = (weekly: WeeklyHours[], zone = 'Europe/London') => {
      const found = london.of(timetable({ hours: weekly }), zone);
      return 'until' in found ? found.until : found.kind;
    };
    expect(until([hours('mo', '09:00', '17:00')])).toBe(at('2026-11-23T17:00:00Z'));
    expect(until([hours('mo', '09:00', '16:00')])).toBe(at('2026-11-23T16:00:00Z'));
    expect(until([hours('mo', '16:30', '17:00')])).toBe(at('2026-11-23T17:00:00Z'));
    expect(until([hours('tu', '09:00', '17:00')])).toBe(at('2026-11-24T17:00:00Z'));
    expect(until([hours('mo', '09:00', '17:00')], 'Europe/Paris')).toBe(at('2026-11-23T16:00:00Z'));
    expect(until([hours('mo', '09:00', '17:00'), hours('mo', '17:00', '18:00')])).toBe(
      at('2026-11-23T18:00:00Z'),
    );
  });
});
