import { HOUR } from '../core/clock.ts';
import type { Profile } from '../settings/schema.ts';
import type { MergedHead } from './merge.ts';
import { type RankContext, rankAllies } from './rank.ts';
import { commonLanguages } from './reasons.ts';
import type { AllyRow } from './row.ts';
import type { Program, Resource, Site } from './schema.ts';
import type { CopyState, RefreshProblem, SourceAddress, SourceState } from './source.ts';

/** What the popup says of one address. */
export interface SourceSummary extends SourceAddress {
  checkedAt?: number;
  problem?: RefreshProblem;
  copy?: Pick<CopyState, 'issued' | 'expires' | 'environment' | 'organization' | 'fetchedAt'>;
}

/** Who the person is taken to be: what they chose, what policy set, and guesses for the rest. */
export interface Whereabouts {
  profile: Profile;
  /** The country whose help lines are shown. */
  country?: string;
  /** Whether `profile.site` is a guess from the time zone. */
  siteGuessed: boolean;
}

/**
 * The small part of the directory that the popup paints first. The background keeps it; the popup ranks
 * its rows anew for the present moment, and reads the rest when it is needed.
 */
export interface DirectoryView extends Whereabouts {
  builtAt: number;
  /** Orders equals differently for each installation. */
  seed: string;
  discreet: boolean;
  /** Whether the bundled sample organization is shown. */
  sample: boolean;
  /** Addresses in their order; empty while no directory is set. */
  sources: SourceSummary[];
  organization?: string;
  environment: 'production' | 'test';
  sites: Site[];
  /** Allies that are listed for this person. */
  total: number;
  /** The person's languages that all of those speak; absent from a view that an earlier version built. */
  commonLanguages?: string[];
  rows: AllyRow[];
  resources: Resource[];
  program: Program;
}

const FIRST_ROWS = 60;
const LATER_ROWS = 15;
/** Hours ahead for which the best rows are in the view too, so that it serves for most of a day. */
const AHEAD = [1, 2, 4, 8, 12, 16];
const RESOURCES_IN_VIEW = 100;

function summarise({ url, signIn, checkedAt, problem, copy }: SourceState): SourceSummary {
  return {
    url,
    signIn,
    ...(checkedAt !== undefined && { checkedAt }),
    ...(problem !== undefined && { problem }),
    ...(copy !== undefined && {
      copy: {
        issued: copy.issued,
        ...(copy.expires !== undefined && { expires: copy.expires }),
        environment: copy.environment,
        organization: copy.organization,
        fetchedAt: copy.fetchedAt,
      },
    }),
  };
}

/** A view that tells how the copies stand now; what it shows of them stays as it was built. */
export const withStates = (view: DirectoryView, states: readonly SourceState[]): DirectoryView => ({
  ...view,
  sources: states.map(summarise),
});

export interface ViewInput extends Whereabouts {
  now: number;
  personZone: string;
  seed: string;
  discreet: boolean;
  sample: boolean;
  /** Set by policy; otherwise the directory's own. */
  organizationName?: string | undefined;
  states: readonly SourceState[];
  merged: MergedHead;
  rows: readonly AllyRow[];
}

/** The rows that are the best now, and those that will be in the hours to come. */
function firstRows(
  rows: readonly AllyRow[],
  context: RankContext,
): Required<Pick<DirectoryView, 'rows' | 'total' | 'commonLanguages'>> {
  const now = rankAllies(rows, context);
  const all = { total: now.length, commonLanguages: commonLanguages(now) };
  if (now.length <= FIRST_ROWS) return { ...all, rows: now.map(({ ally }) => ally) };
  const chosen = new Set(now.slice(0, FIRST_ROWS).map(({ ally }) => ally));
  for (const hours of AHEAD) {
    const then = rankAllies(rows, { ...context, now: context.now + hours * HOUR });
    for (const { ally } of then.slice(0, LATER_ROWS)) chosen.add(ally);
  }
  return { ...all, rows: [...chosen] };
}

/** Builds the popup's view of everything the store holds. */
export function buildView(input: ViewInput): DirectoryView {
  const { now, personZone, seed, profile, country, siteGuessed, discreet, sample, merged, states } = input;
  const context = { sites: merged.sites, profile, personZone, now, seed };
  const first = firstRows(input.rows, context);
  const named = new Set([profile.site, ...first.rows.map(({ site }) => site)]);
  const organization = input.organizationName ?? merged.programs[0]?.organization;
  return {
    builtAt: now,
    seed,
    profile,
    ...(country !== undefined && { country }),
    siteGuessed,
    discreet,
    sample,
    sources: states.map(summarise),
    ...(organization !== undefined && { organization }),
    environment: merged.environment,
    sites: [...merged.sites.values()].filter(({ id }) => named.has(id)),
    ...first,
    resources: merged.resources.slice(0, RESOURCES_IN_VIEW),
    program: merged.programs[0]?.program ?? { statements: [] },
  };
}
