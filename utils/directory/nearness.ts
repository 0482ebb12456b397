import type { Profile } from '../settings/schema.ts';
import { distanceKm } from './geo.ts';
import type { Site } from './schema.ts';

/** How near an ally is. */
export type Nearness =
  | { kind: 'site' }
  /** Another site within `NEAR_KM`; `site` is its name. */
  | { kind: 'near'; km: number; site: string }
  | { kind: 'country' }
  /** Elsewhere, and at work in the same hours. */
  | { kind: 'hours' }
  | { kind: 'far' };

/** A site within this many km is near. */
const NEAR_KM = 100;
/** Distances are told apart in steps of this many km. */
const STEP_KM = 5;

/**
 * Tells how near a site is to the person's own, remembering each answer. Undefined where its place alone
 * doesn't make it near: another country, or a site that nobody knows.
 */
export function createNearness(
  sites: ReadonlyMap<string, Site>,
  profile: Profile,
): (site: string | undefined) => Nearness | undefined {
  const own = profile.site === undefined ? undefined : sites.get(profile.site);
  const country = own?.country ?? profile.country;
  const judge = (site: Site): Nearness | undefined => {
    if (site.id === own?.id) return { kind: 'site' };
    if (own?.geo !== undefined && site.geo !== undefined) {
      const km = distanceKm(own.geo, site.geo);
      if (km <= NEAR_KM) return { kind: 'near', km, site: site.name };
    }
    return site.country === country ? { kind: 'country' } : undefined;
  };
  const known = new Map<string, Nearness | undefined>();
  for (const [id, site] of sites) known.set(id, judge(site));
  return (site) => (site === undefined ? undefined : known.get(site));
}

/** Small is near, below 64. */
export function nearnessOrder(nearness: Nearness): number {
  switch (nearness.kind) {
    case 'site':
      return 0;
    case 'near':
      return 1 + Math.floor(nearness.km / STEP_KM);
    case 'country':
      return 30;
    case 'hours':
      return 31;
    case 'far':
      return 32;
  }
}
