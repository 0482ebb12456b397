import { fold } from '../core/fold.ts';
import type { Profile } from '../settings/schema.ts';
import { type Availability, createAvailability } from './availability.ts';
import { primarySubtag } from './language.ts';
import { isListed } from './listed.ts';
import { createNearness, type Nearness } from './nearness.ts';
import { hash, orderOf } from './order.ts';
import { remembering } from './remembering.ts';
import type { AllyRow } from './row.ts';
import type { Site } from './schema.ts';
import { isoDayIn } from './wall-clock.ts';

/** Who asks, and when. */
export interface RankContext {
  sites: ReadonlyMap<string, Site>;
  profile: Profile;
  /** The IANA zone of the person's clock. */
  personZone: string;
  /** In ms since the epoch. */
  now: number;
  /** Random for each installation, so that the order among equals differs between people. */
  seed: string;
  /** The person's languages that every ally who is listed speaks, and that are no reason to choose one. */
  commonLanguages?: readonly string[];
}

export interface RankedAlly {
  ally: AllyRow;
  availability: Availability;
  nearness: Nearness;
  /** The person's languages that the ally speaks too, in the person's order. */
  languages: string[];
  /** The person's chosen topics that the ally names. */
  topics: string[];
}

/** The zone that an ally's hours are written in: their own, or their site's. */
export function zoneOf(ally: AllyRow, sites: ReadonlyMap<string, Site>): string | undefined {
  return ally.timeZone ?? (ally.site === undefined ? undefined : sites.get(ally.site)?.timeZone);
}

/** Finds which of a person's wishes an ally's list meets. Two are the same if `keyOf` makes them so. */
function createMatcher(wishes: readonly string[], keyOf: (text: string) => string) {
  const known = remembering(keyOf);
  const byKey = new Map<string, string>();
  for (const wish of wishes) if (!byKey.has(known(wish))) byKey.set(known(wish), wish);
  return (offered: readonly string[]): string[] => {
    const met: string[] = [];
    for (const [key, wish] of byKey) {
      for (const offer of offered) {
        if (known(offer) !== key) continue;
        met.push(wish);
        break;
      }
    }
    return met;
  };
}

/** Tells who is of the person's own team, where such allies are to be left out. */
function createTeamCheck({ avoidOwnTeam, team }: Profile): (team: string | undefined) => boolean {
  if (!avoidOwnTeam || team === undefined) return () => false;
  const known = remembering((name) => fold(name).trim());
  const own = known(team);
  return (other) => other !== undefined && known(other) === own;
}

/**
 * Everyone who is listed for this person at this moment, the best to reach first: by when they are free, how
 * near they are, a shared language, chosen topics, how soon they are free, and chance that stays the same for a
 * person all day. Pure: the same arguments give the same order, whatever the order of `rows`.
 */
export function rankAllies(rows: readonly AllyRow[], context: RankContext): RankedAlly[] {
  const { profile, personZone, now, seed, sites } = context;
  const today = isoDayIn(personZone, now);
  const teller = createAvailability(personZone, now);
  const nearnessOf = createNearness(sites, profile);
  const isOwnTeam = createTeamCheck(profile);
  const sharedLanguages = createMatcher(profile.languages, primarySubtag);
  const sharedTopics = createMatcher(profile.topics, fold);
  const luck = hash(`${seed} ${today} `);

  const places: { ranked: RankedAlly; order: number }[] = [];
  for (const ally of rows) {
    if (!isListed(ally, today) || isOwnTeam(ally.team)) continue;
    const zone = zoneOf(ally, sites);
    const availability = teller.of(ally, zone);
    const nearness: Nearness = nearnessOf(ally.site) ?? {
      kind: teller.sharesWorkingHours(ally, zone) ? 'hours' : 'far',
    };
    const languages = sharedLanguages(ally.languages);
    const topics = sharedTopics(ally.topics);
    const chance = hash(ally.key, luck);
    const sharesLanguage = languages.length > 0;
    const order = orderOf({ availability, nearness, sharesLanguage, topics: topics.length, chance }, now);
    places.push({ ranked: { ally, availability, nearness, languages, topics }, order });
  }
  places.sort((a, b) => a.order - b.order || (a.ranked.ally.key < b.ranked.ally.key ? -1 : 1));
  return places.map(({ ranked }) => ranked);
}
