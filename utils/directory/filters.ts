import { fold } from '../core/fold.ts';
import type { Profile } from '../settings/schema.ts';
import { primarySubtag } from './language.ts';
import type { RankedAlly } from './rank.ts';

/** What the list is narrowed to. */
export interface Filters {
  /** Free now. */
  now: boolean;
  /** At the person's own site. */
  mySite: boolean;
  /** A primary language subtag, as `pl`. */
  language?: string;
  topic?: string;
}

/** Whether an ally passes every filter that is set. */
export function matches({ ally, availability }: RankedAlly, filters: Filters, profile: Profile): boolean {
  const { now, mySite, language, topic } = filters;
  if (now && availability.kind !== 'now') return false;
  if (mySite && (profile.site === undefined || ally.site !== profile.site)) return false;
  if (
    language !== undefined &&
    !ally.languages.some((tag) => primarySubtag(tag) === primarySubtag(language))
  ) {
    return false;
  }
  return topic === undefined || ally.topics.some((named) => fold(named) === fold(topic));
}

/** Chips beyond this many of a kind hide more than they help. */
const MOST_CHOICES = 12;

type Count = [text: string, count: number];

/** The more frequent first, equals by their code units: the same for whatever order they were counted in. */
const byFrequency = ([a, some]: Count, [b, others]: Count): number => others - some || (a < b ? -1 : 1);

/**
 * Of texts and how many allies have each: one for each key, in its most frequent spelling, the most frequent
 * first. What all `everyone` allies have tells nobody apart and is left out.
 */
function worthAChip(counts: ReadonlyMap<string, number>, everyone: number, keyOf: (text: string) => string) {
  const byKey = new Map<string, Count>();
  for (const [text, count] of [...counts].sort(byFrequency)) {
    const known = byKey.get(keyOf(text));
    if (known === undefined) byKey.set(keyOf(text), [text, count]);
    else known[1] += count;
  }
  return [...byKey]
    .map(([key, [shown, count]]) => ({ key, shown, count }))
    .filter(({ count }) => count < everyone)
    .sort((a, b) => byFrequency([a.key, a.count], [b.key, b.count]))
    .slice(0, MOST_CHOICES);
}

function countAll(lists: Iterable<readonly string[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const text of list) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** The languages (primary subtags) and topics worth a filter. */
export function filterChoices(everyone: readonly RankedAlly[]): { languages: string[]; topics: string[] } {
  const languages = countAll(everyone.map(({ ally }) => ally.languages));
  const topics = countAll(everyone.map(({ ally }) => ally.topics));
  return {
    languages: worthAChip(languages, everyone.length, primarySubtag).map(({ key }) => key),
    topics: worthAChip(topics, everyone.length, fold).map(({ shown }) => shown),
  };
}
