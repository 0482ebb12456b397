import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../utils/core/clock.ts';
import { createFormats } from '../../../utils/i18n/formats.ts';

const at = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;
/** Some browsers write a narrow space before “PM”, some a common one. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

const NOW = at('2026-11-23T14:03:00Z');
const london = createFormats('en-GB', 'Europe/London');

describe('times', () => {
  it('are those of the person’s clock, not of the machine’s', () => {
    expect(london.time(NOW)).toBe('14:03');
    expect(createFormats('en-GB', 'Asia/Kolkata').time(NOW)).toBe('19:33');
    expect(createFormats('en-GB', 'Pacific/Chatham').time(NOW)).toMatch(/^0?3:48$/);
  });

  it('follow daylight saving', () => {
    expect(london.time(at('2026-07-01T09:00:00Z'))).toBe('10:00');
    expect(london.time(at('2026-12-01T09:00:00Z'))).toMatch(/^0?9:00$/);
  });

  it('are written as the locale does', () => {
    expect(plain(createFormats('en-US', 'Europe/London').time(NOW))).toBe('2:03 PM');
    expect(createFormats('pl', 'Europe/London').time(NOW)).toBe('14:03');
    expect(createFormats('ar-EG', 'Europe/London').time(NOW)).toContain('٢:٠٣');
  });

  it('with a day are those of the person’s clock too', () => {
    expect(london.moment(NOW)).toMatch(/^23 November 2026.* 14:03$/);
    expect(createFormats('en-GB', 'Pacific/Kiritimati').moment(NOW)).toMatch(/^24 November 2026.* 0?4:03$/);
  });
});

describe('days', () => {
  it('are the very ones that were written, west and east of Greenwich', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
      expect(createFormats('en-GB', zone).day('2026-11-20')).toBe('20 November 2026');
    }
    expect(createFormats('de', 'UTC').day('2026-11-20')).toBe('20. November 2026');
    expect(createFormats('ja', 'UTC').day('2026-11-20')).toBe('2026年11月20日');
  });

  it('are named by their weekday as long as that says which', () => {
    expect(london.weekday(at('2026-11-24T09:00:00Z'), NOW)).toBe('Tuesday');
    expect(london.weekday(NOW + 6 * DAY, NOW)).toBe('Sunday');
    expect(london.weekday(NOW + 6 * DAY + 1, NOW)).toMatch(/^Sun,? 29 Nov$/);
    expect(london.weekday(NOW + 14 * DAY, NOW)).toMatch(/^Mon,? 7 Dec$/);
  });

  it('never give the name of today’s weekday to another day', () => {
    const zones = fc.constantFrom('Europe/London', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu');
    const someInstant = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') });
    fc.assert(
      fc.property(zones, someInstant, fc.integer({ min: 0, max: 20 * DAY }), (zone, from, ahead) => {
        const formats = createFormats('en-GB', zone);
        const dayOf = (instant: number) =>
          Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
        const named = formats.weekday(from + ahead, from);
        if (named === formats.weekday(from, from)) {
          expect(dayOf(from + ahead).toString()).toBe(dayOf(from).toString());
        }
      }),
    );
  });
});

describe('ages', () => {
  it.each([
    [0, 'this minute'],
    [59_999, 'this minute'],
    [MINUTE, '1 minute ago'],
    [HOUR - 1, '59 minutes ago'],
    [3 * HOUR, '3 hours ago'],
    [DAY, 'yesterday'],
    [3 * DAY, '3 days ago'],
    [7 * DAY, 'last week'],
    [30 * DAY, 'last month'],
    [365 * DAY, 'last year'],
    [800 * DAY, '2 years ago'],
  ])('of %i ms read “%s”', (age, words) => {
    expect(london.ago(NOW - age, NOW)).toBe(words);
  });

  it('never lie in the future, though clocks can be wrong', () => {
    expect(london.ago(NOW + DAY, NOW)).toBe('this minute');
  });
});

describe('names', () => {
  it('are the locale’s', () => {
    expect(london.language('pl')).toBe('Polish');
    expect(createFormats('pl', 'UTC').language('pl')).toBe('polski');
    expect(london.country('GB')).toBe('United Kingdom');
    expect(createFormats('de', 'UTC').country('AT')).toBe('Österreich');
  });

  it('are the code itself where there is none, or where it is no code', () => {
    for (const code of ['qqq', 'x', '', '12', 'no language', 'en_GB_']) {
      expect(london.language(code)).toBe(code);
    }
    for (const code of ['QX', 'england', '']) expect(london.country(code)).toBe(code);
  });
});

describe('numbers and lists', () => {
  it('are written as the locale does', () => {
    expect(london.number(50_000)).toBe('50,000');
    expect(createFormats('de', 'UTC').number(50_000)).toBe('50.000');
    expect(plain(london.kilometres(11.7))).toBe('12 km');
    expect(london.list(['Polish', 'English', 'French'])).toBe('Polish, English and French');
    expect(london.list([])).toBe('');
    expect(createFormats('es', 'UTC').list(['a', 'b'])).toBe('a y b');
  });
});

describe('any format', () => {
  const someFormats = fc
    .tuple(
      fc.constantFrom('en-GB', 'en-US', 'pl', 'de-AT', 'ar', 'fa', 'hi', 'ja', 'th', 'he', 'sr-Latn'),
      fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    )
    .map(([locale, zone]) => createFormats(locale, zone));

  it('has words for every instant of this and the next centuries', () => {
    const someInstant = fc.integer({ min: 0, max: at('2300-01-01T00:00:00Z') });
    fc.assert(
      fc.property(someFormats, someInstant, someInstant, (formats, one, other) => {
        const iso = new Date(one).toISOString().slice(0, 10);
        const said = [
          formats.time(one),
          formats.weekday(one, other),
          formats.day(iso),
          formats.moment(one),
          formats.ago(one, other),
        ];
        for (const text of said) expect(text).toMatch(/\S/);
      }),
    );
  });

  it('throws for no text that is asked for as a language or a country', () => {
    fc.assert(
      fc.property(someFormats, fc.string(), (formats, code) => {
        expect(typeof formats.language(code)).toBe('string');
        expect(typeof formats.country(code)).toBe('string');
      }),
    );
  });
});
