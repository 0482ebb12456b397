import type { Timetable } from '../../../utils/directory/availability.ts';
import type { RankContext } from '../../../utils/directory/rank.ts';
import type { AllyRow } from '../../../utils/directory/row.ts';
import type { Site, WeeklyHours } from '../../../utils/directory/schema.ts';
import type { Profile } from '../../../utils/settings/schema.ts';

export const at = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

export const hours = (days: string, start: string, end: string): WeeklyHours => ({
  days: (['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const).filter((day) => days.includes(day)),
  start,
  end,
});
export const ALL_DAYS = 'mo tu we th fr sa su';

export const timetable = (changes: Partial<Timetable>): Timetable => ({
  hours: [],
  away: [],
  accepting: true,
  ...changes,
});

/** A listed ally's row, with whatever a test is about put in its place. */
export function rowWith(changes: Partial<AllyRow> & { id: string }): AllyRow {
  return {
    name: `Ally ${changes.id}`,
    languages: [],
    topics: [],
    hours: [],
    away: [],
    accepting: true,
    training: [],
    consented: '2020-01-01',
    channels: [],
    key: `0/${changes.id}`,
    url: 'https://example.com/directory.json',
    block: '0',
    index: 0,
    hasPhoto: false,
    ...changes,
  };
}

export const SITES: ReadonlyMap<string, Site> = new Map(
  [
    { id: 'lon', name: 'London', country: 'GB', timeZone: 'Europe/London', geo: point(51.5074, -0.1278) },
    { id: 'hem', name: 'Hemel', country: 'GB', timeZone: 'Europe/London', geo: point(51.7526, -0.4692) },
    { id: 'ox', name: 'Oxford', country: 'GB', timeZone: 'Europe/London', geo: point(51.752, -1.2577) },
    { id: 'edi', name: 'Edinburgh', country: 'GB', timeZone: 'Europe/London', geo: point(55.9533, -3.1883) },
    { id: 'par', name: 'Paris', country: 'FR', timeZone: 'Europe/Paris', geo: point(48.8566, 2.3522) },
    { id: 'syd', name: 'Sydney', country: 'AU', timeZone: 'Australia/Sydney', geo: point(-33.87, 151.21) },
  ].map((site) => [site.id, site]),
);

function point(latitude: number, longitude: number) {
  return { latitude, longitude };
}

/** A person at the London site, on a Monday at 10:00. */
export function contextWith(profile: Partial<Profile> = {}, changes: Partial<RankContext> = {}): RankContext {
  return {
    sites: SITES,
    profile: { site: 'lon', languages: [], topics: [], avoidOwnTeam: true, ...profile },
    personZone: 'Europe/London',
    now: at('2026-11-23T10:00:00Z'),
    seed: 'one',
    ...changes,
  };
}
