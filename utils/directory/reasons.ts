import { DAY } from '../core/clock.ts';
import { primarySubtag } from './language.ts';
import type { RankContext, RankedAlly } from './rank.ts';

/** Why an ally stands where they stand, for a view to put into words. Instants in ms, days ISO. */
export type Reason =
  | { code: 'freeUntil'; at: number }
  | { code: 'freeNow' }
  /** Later today. */
  | { code: 'freeFrom'; at: number; until?: number }
  | { code: 'freeOn'; at: number }
  | { code: 'away'; until: string }
  | { code: 'closed'; until?: string }
  | { code: 'hoursUnknown' }
  | { code: 'yourSite'; place?: string }
  | { code: 'nearSite'; site: string; km: number }
  | { code: 'yourCountry' }
  /** Somebody elsewhere; `site` is the name of where. */
  | { code: 'yourHours'; site?: string }
  | { code: 'site'; site: string }
  /** A primary language subtag: languages are shared by those. */
  | { code: 'language'; tag: string }
  | { code: 'topic'; topic: string };

function timeReason({ availability }: RankedAlly, now: number): Reason {
  switch (availability.kind) {
    case 'now':
      // A time of day says nothing about an end that is more than a day away.
      return availability.until === undefined || availability.until - now >= DAY
        ? { code: 'freeNow' }
        : { code: 'freeUntil', at: availability.until };
    case 'soon':
      return {
        code: 'freeFrom',
        at: availability.from,
        ...(availability.until !== undefined && { until: availability.until }),
      };
    case 'later':
      return { code: 'freeOn', at: availability.from };
    case 'away':
      return { code: 'away', until: availability.until };
    case 'closed':
      return { code: 'closed', ...(availability.until !== undefined && { until: availability.until }) };
    case 'unknown':
      return { code: 'hoursUnknown' };
  }
}

function placeReason({ ally, nearness }: RankedAlly, { sites }: RankContext): Reason | undefined {
  const site = ally.site === undefined ? undefined : sites.get(ally.site)?.name;
  switch (nearness.kind) {
    case 'site':
      return { code: 'yourSite', ...(ally.place !== undefined && { place: ally.place }) };
    case 'near':
      return { code: 'nearSite', site: nearness.site, km: nearness.km };
    case 'country':
      return { code: 'yourCountry' };
    case 'hours':
      return { code: 'yourHours', ...(site !== undefined && { site }) };
    case 'far':
      return site === undefined ? undefined : { code: 'site', site };
  }
}

/**
 * Of the person's languages those that every one of `ranked` speaks: said of each, they would tell nobody apart.
 * Looks no further than to the first ally with whom none is left.
 */
export function commonLanguages(ranked: readonly RankedAlly[]): string[] {
  let common = ranked[0]?.languages ?? [];
  for (const { languages } of ranked) {
    if (common.length === 0) break;
    common = common.filter((tag) => languages.includes(tag));
  }
  return common;
}

/** At most four reasons: when, where, in which language that not everybody speaks, about what. */
export function reasonsFor(ranked: RankedAlly, context: RankContext): Reason[] {
  const place = placeReason(ranked, context);
  const tag = ranked.languages.find((shared) => context.commonLanguages?.includes(shared) !== true);
  const [topic] = ranked.topics;
  return [
    timeReason(ranked, context.now),
    ...(place === undefined ? [] : [place]),
    ...(tag === undefined ? [] : [{ code: 'language' as const, tag: primarySubtag(tag) }]),
    ...(topic === undefined ? [] : [{ code: 'topic' as const, topic }]),
  ];
}
