import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../../utils/directory/schema.ts';
import { helpFor } from '../../../utils/helplines/helplines.ts';
import { countryOfTimeZone, guessCountry, guessSite } from '../../../utils/settings/place.ts';
import { countriesByZone } from '../../../utils/settings/zones.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const PLACELESS = ['', 'UTC', 'Etc/UTC', 'Etc/GMT+5', 'GMT', '+01:00', '-05:00', 'Universal', 'Zulu'];

describe('the bundled time zones', () => {
  it('are zones that the browser knows', () => {
    const unknown = [...countriesByZone().keys()].filter((zone) => {
      try {
        return new Temporal.ZonedDateTime(0n, zone).timeZoneId === '';
      } catch {
        return true;
      }
    });
    expect(unknown).toEqual([]);
  });

  it('each belong to a country', () => {
    for (const country of countriesByZone().values()) expect(country).toMatch(/^[A-Z]{2}$/);
  });
});

describe('the country of a time zone', () => {
  it.each([
    ['Europe/London', 'GB'],
    ['Europe/Dublin', 'IE'],
    ['Europe/Vienna', 'AT'],
    ['Europe/Riga', 'LV'],
    ['Europe/Zurich', 'CH'],
    ['Africa/Johannesburg', 'ZA'],
    ['America/Indiana/Indianapolis', 'US'],
    ['Pacific/Honolulu', 'US'],
    ['America/St_Johns', 'CA'],
    ['America/Noronha', 'BR'],
    ['Australia/Lord_Howe', 'AU'],
    ['Pacific/Chatham', 'NZ'],
    ['Atlantic/Canary', 'ES'],
    ['Asia/Tokyo', 'JP'],
  ])('of %s is %s', (zone, country) => {
    expect(countryOfTimeZone(zone)).toBe(country);
  });

  it.each([
    ['Asia/Calcutta', 'IN'],
    ['Europe/Kiev', 'UA'],
    ['US/Eastern', 'US'],
    ['America/Montreal', 'CA'],
    ['Australia/ACT', 'AU'],
    ['GB', 'GB'],
    ['NZ', 'NZ'],
    ['america/new_york', 'US'],
  ])('is known under the old name %s too', (zone, country) => {
    expect(countryOfTimeZone(zone)).toBe(country);
  });

  it('is unknown where several countries could be it, or none', () => {
    for (const zone of [
      ...PLACELESS,
      'Mars/Olympus',
      'America/Puerto_Rico',
      'Africa/Dakar',
      'Europe/Jersey',
    ]) {
      expect([zone, countryOfTimeZone(zone)]).toEqual([zone, undefined]);
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (zone) => {
        expect([undefined, ...countriesByZone().values()]).toContain(countryOfTimeZone(zone));
      }),
    );
  });
});

describe('a guess at the country', () => {
  it('goes by the clock before the language of the browser', () => {
    expect(guessCountry({ zone: 'Europe/Warsaw', locales: ['en-US'] })).toBe('PL');
  });

  it('goes by the first locale with a region where the clock tells no place', () => {
    for (const zone of PLACELESS) {
      expect(guessCountry({ zone, locales: ['en', 'en-NZ', 'en-US'] })).toBe('NZ');
    }
  });

  it('takes no region that is no country', () => {
    expect(guessCountry({ zone: 'UTC', locales: ['es-419', 'not a locale', ''] })).toBeUndefined();
  });

  it('never shows American numbers to an American browser in Dakar', () => {
    expect(guessCountry({ zone: 'Africa/Dakar', locales: ['en-US'] })).toBeUndefined();
    expect(guessCountry({ zone: 'Africa/Dakar', locales: ['fr-SN'] })).toBe('SN');
  });

  it('never names a country with bundled numbers whose clocks all show another time', () => {
    const someLocale = fc.constantFrom(
      'en-US',
      'en-GB',
      'fr-CA',
      'de-AT',
      'pt-BR',
      'hi-IN',
      'en',
      'fr-SN',
      '*',
    );
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.array(someLocale, { maxLength: 3 }), (zone, locales) => {
        const guess = guessCountry({ zone, locales });
        if (guess === undefined || !helpFor(guess).known || PLACELESS.includes(zone)) return;
        expect(countryOfTimeZone(zone)).toBe(guess);
      }),
      { numRuns: 500 },
    );
  });
});

const site = (id: string, country: string, timeZone: string): Site => ({ id, name: id, country, timeZone });

describe('a guess at the site', () => {
  const lon = site('lon', 'GB', 'Europe/London');
  const blr = site('blr', 'IN', 'Asia/Kolkata');
  const krk = site('krk', 'PL', 'Europe/Warsaw');
  const waw = site('waw', 'PL', 'Europe/Warsaw');

  it('is the only one where the clocks show the same zone, under whichever name', () => {
    expect(guessSite([lon, blr], 'Asia/Calcutta')).toBe(blr);
    expect(guessSite([lon, blr], 'Europe/London', 'FR')).toBe(lon);
  });

  it('is the only one in the country, of several in the zone', () => {
    const uk = site('uk', 'GB', 'America/New_York');
    const nyc = site('nyc', 'US', 'America/New_York');
    expect(guessSite([uk, nyc], 'America/New_York', 'US')).toBe(nyc);
  });

  it('is none where several could be it, or nobody works in the zone', () => {
    expect(guessSite([krk, waw], 'Europe/Warsaw', 'PL')).toBeUndefined();
    expect(guessSite([krk, waw], 'Europe/Warsaw')).toBeUndefined();
    expect(guessSite([lon], 'Europe/Lisbon', 'PT')).toBeUndefined();
    expect(guessSite([], 'Europe/London', 'GB')).toBeUndefined();
  });

  it('is none for a zone that is none, and a bad zone of a site does no harm', () => {
    expect(guessSite([lon], 'Mars/Olympus')).toBeUndefined();
    expect(guessSite([site('bad', 'GB', 'Mars/Olympus'), lon], 'Europe/London')).toBe(lon);
  });

  it('does not depend on the order of the sites', () => {
    const sites = [lon, blr, krk, waw, site('kol', 'IN', 'Asia/Calcutta')];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(sites),
        fc.constantFrom('Europe/London', 'Asia/Kolkata', 'Europe/Warsaw'),
        fc.constantFrom('GB', 'IN', 'PL', undefined),
        (some, zone, country) => {
          expect(guessSite(some, zone, country)).toBe(guessSite(some.toReversed(), zone, country));
        },
      ),
    );
  });
});
