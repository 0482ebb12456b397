import type { Site } from '../directory/schema.ts';
import { countriesByZone } from './zones.ts';

const EPOCH = 0n;

/** Whether two names stand for the same zone, as `Asia/Calcutta` and `Asia/Kolkata` do. */
function isSameZone(one: string, other: string): boolean {
  if (one === other) return true;
  try {
    return new Temporal.ZonedDateTime(EPOCH, one).equals(new Temporal.ZonedDateTime(EPOCH, other));
  } catch {
    return false;
  }
}

/** A clock that tells nothing of the place: UTC, an offset, none at all. */
const isPlaceless = (zone: string): boolean =>
  zone === '' || /^(?:[+-]|Etc\/|UTC|GMT)/.test(zone) || isSameZone(zone, 'UTC');

/**
 * The country (ISO 3166-1 alpha-2) in which an IANA zone lies, under its old names too. Undefined for zones
 * of countries that aren't bundled, and for what is no zone.
 */
export function countryOfTimeZone(zone: string): string | undefined {
  const countries = countriesByZone();
  const country = countries.get(zone);
  if (country !== undefined || isPlaceless(zone)) return country;
  for (const [name, of] of countries) {
    if (isSameZone(name, zone)) return of;
  }
  return undefined;
}

function regionOf(locale: string): string | undefined {
  try {
    const { region } = new Intl.Locale(locale);
    return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A guess at the person's country from their clock, else from the first of their locales that has a region.
 * A clock somewhere else rules out the countries whose zones are all known: an American browser in Dakar is
 * not in the United States, and American numbers would be wrong there.
 */
export function guessCountry(device: { zone: string; locales: readonly string[] }): string | undefined {
  const { zone, locales } = device;
  const fromClock = countryOfTimeZone(zone);
  if (fromClock !== undefined) return fromClock;
  const region = locales.map(regionOf).find((candidate) => candidate !== undefined);
  if (region === undefined || isPlaceless(zone)) return region;
  return new Set(countriesByZone().values()).has(region) ? undefined : region;
}

/**
 * A guess at the person's site: the only one whose zone is theirs, or the only such one in `country`. Where
 * several could be it, none is picked.
 */
export function guessSite(sites: readonly Site[], zone: string, country?: string): Site | undefined {
  const zones = new Set(sites.map(({ timeZone }) => timeZone));
  const same = new Set([...zones].filter((candidate) => isSameZone(candidate, zone)));
  const candidates = sites.filter(({ timeZone }) => same.has(timeZone));
  const [site, ...others] =
    candidates.length > 1 ? candidates.filter((candidate) => candidate.country === country) : candidates;
  return others.length === 0 ? site : undefined;
}
