import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import data from '../../../public/helplines.json' with { type: 'json' };
import { COUNTRIES } from '../../../utils/helplines/countries.ts';
import {
  countriesWithLines,
  helpFor,
  isPastReview,
  telHref,
  WORLDWIDE_DIRECTORY,
} from '../../../utils/helplines/helplines.ts';
import { countriesByZone } from '../../../utils/settings/zones.ts';
import { FACTS } from './facts.ts';

const NOTHING = { known: false, emergency: [], lines: [] };

describe('the numbers of a country', () => {
  it('are all that the file says of it, to the letter', () => {
    for (const [country, { emergency, lines }] of Object.entries(data.countries)) {
      // As JSON, which knows no difference between a key that is absent and one that is undefined.
      expect(JSON.parse(JSON.stringify(helpFor(country)))).toEqual({
        country,
        known: true,
        emergency,
        lines,
      });
    }
  });

  it('are none while no country is chosen', () => {
    expect(helpFor(undefined)).toEqual(NOTHING);
  });

  it('are none, and said to be none, for each country that is not in the file', () => {
    for (const country of COUNTRIES) {
      if (!FACTS.has(country)) expect(helpFor(country)).toEqual({ country, ...NOTHING });
    }
  });

  it('are never taken from a neighbour, a spelling, or what objects happen to have', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom('gb', 'UK', 'EU', 'GB ', '__proto__', 'constructor', 'toString'),
        ),
        (country) => {
          fc.pre(!FACTS.has(country));
          expect(helpFor(country)).toEqual({ country, ...NOTHING });
        },
      ),
    );
  });

  it('stand for every country with a line among those to choose first', () => {
    const withLines = [...FACTS].filter(([, { lines }]) => lines !== undefined).map(([country]) => country);
    expect(countriesWithLines().toSorted()).toEqual(withLines.toSorted());
  });

  it('hold no line for South Africa and Italy, whose lines are not known for certain', () => {
    for (const country of ['ZA', 'IT']) {
      expect(helpFor(country)).toMatchObject({ known: true, lines: [] });
      expect(helpFor(country).emergency.length).toBeGreaterThan(0);
    }
  });

  it('can be found from the clock, for each country that has any', () => {
    const fromClock = new Set(countriesByZone().values());
    expect([...FACTS.keys()].filter((country) => !fromClock.has(country))).toEqual([]);
  });
});

describe('a list of countries to choose from', () => {
  it('has each country once, as browsers name it', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(new Set(COUNTRIES).size).toBe(249);
    expect(COUNTRIES).toHaveLength(249);
    expect(COUNTRIES.filter((code) => names.of(code) === undefined)).toEqual([]);
  });
});

describe('a row’s day of review', () => {
  it('passes when the day is over, not on it', () => {
    const line = { reviewBy: '2026-11-23' };
    expect(isPastReview(line, '2026-11-22')).toBe(false);
    expect(isPastReview(line, '2026-11-23')).toBe(false);
    expect(isPastReview(line, '2026-11-24')).toBe(true);
  });

  it('never passes for a row without one', () => {
    expect(isPastReview({}, '2999-01-01')).toBe(false);
    expect(isPastReview({ reviewBy: undefined }, '2999-01-01')).toBe(false);
  });

  it('takes no number away', () => {
    const overdue = helpFor('CH').lines.filter((line) => isPastReview(line, '2999-01-01'));
    expect(overdue.flatMap(({ channels }) => channels.map(({ number }) => number))).toEqual(['143']);
  });
});

describe('the link that dials', () => {
  it.each([
    ['988', 'tel:988'],
    ['116 123', 'tel:116123'],
    ['13 11 14', 'tel:131114'],
    ['0120-279-338', 'tel:0120279338'],
    ['000', 'tel:000'],
    ['+44 20 7946 0000', 'tel:+442079460000'],
    [' +1 (202) 555-0100', 'tel:+12025550100'],
  ])('of %s is %s', (number, href) => {
    expect(telHref(number)).toBe(href);
  });

  it('holds the digits in their order, and no context that a softphone would dial too', () => {
    fc.assert(
      fc.property(fc.string(), (number) => {
        const href = telHref(number);
        expect(href).toMatch(/^tel:\+?[0-9]*$/);
        expect(href.replace(/^tel:\+?/, '')).toBe(
          [...number].filter((letter) => /[0-9]/.test(letter)).join(''),
        );
      }),
    );
  });

  it('dials the very number of each row', () => {
    for (const country of FACTS.keys()) {
      for (const { channels } of helpFor(country).lines) {
        for (const { number, display } of channels) {
          expect(telHref(display ?? number)).toBe(`tel:${number}`);
        }
      }
    }
  });
});

describe('where a line of any country is found', () => {
  it('is a page of the web', () => {
    expect(new URL(WORLDWIDE_DIRECTORY).protocol).toBe('https:');
  });
});
