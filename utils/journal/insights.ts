import { fold } from '../core/fold.ts';
import { dayOf, moodDays } from './days.ts';
import type { Described, WordSource } from './trends.ts';

/** So many days with a mood it takes in all, and so many both with a word and without it. */
export const FEWEST_DAYS_IN_ALL = 20;
const FEWEST_DAYS_OF_EACH = 5;
/**
 * A difference is told when it is so many times its standard error (Welch 1947). There are many words to
 * compare, so two, which is common for one comparison, would tell of chance again and again.
 */
const STANDARD_ERRORS = 3;
/** Days that happen to be all alike still differ by about so much from day to day. */
const LEAST_DEVIATION = 0.5;

/** A group of days. */
export interface Days {
  mean: number;
  days: number;
}

/** What the days with a word were like beside the other days. It says nothing about why. */
export interface Difference {
  source: WordSource;
  /** As it was written last. */
  word: string;
  with: Days;
  without: Days;
}

/** `good` are words whose days were better than the others, the furthest apart first; `hard` the reverse. */
export type GoingAlong =
  | { kind: 'tooFew'; days: number; needed: number }
  | { kind: 'told'; good: Difference[]; hard: Difference[] };

interface WordDays {
  source: WordSource;
  word: string;
  at: number;
  days: Set<string>;
}

function wordDaysOf(entries: Iterable<Described>, sources: readonly WordSource[]): WordDays[] {
  const known = new Map<string, WordDays>();
  for (const entry of entries) {
    if (entry.trashed !== undefined) continue;
    const day = dayOf(entry);
    for (const source of sources) {
      for (const word of entry[source]) {
        const key = `${source} ${fold(word)}`;
        const found = known.get(key) ?? { source, word, at: entry.at, days: new Set<string>() };
        if (entry.at >= found.at) Object.assign(found, { word, at: entry.at });
        found.days.add(day);
        known.set(key, found);
      }
    }
  }
  return [...known.values()];
}

interface Spread extends Days {
  /** The variance of the mean, as if days were independent. */
  error: number;
}

function spreadOf(values: readonly number[]): Spread {
  const days = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / days;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, days, error: Math.max(squares / (days - 1), LEAST_DEVIATION ** 2) / days };
}

function differenceOf(
  { source, word, days }: WordDays,
  means: ReadonlyMap<string, number>,
): Difference | undefined {
  const having: number[] = [];
  const others: number[] = [];
  for (const [day, mean] of means) (days.has(day) ? having : others).push(mean);
  if (having.length < FEWEST_DAYS_OF_EACH || others.length < FEWEST_DAYS_OF_EACH) return undefined;
  const [one, other] = [spreadOf(having), spreadOf(others)];
  if (Math.abs(one.mean - other.mean) < STANDARD_ERRORS * Math.sqrt(one.error + other.error))
    return undefined;
  const plain = ({ mean, days: count }: Spread): Days => ({ mean, days: count });
  return { source, word, with: plain(one), without: plain(other) };
}

const distance = (difference: Difference): number => difference.with.mean - difference.without.mean;

/**
 * What tends to go along with good and with hard days: for each word the mean mood of days that have it beside
 * that of days that don't, where there are days enough and the two differ by more than chance makes likely.
 *
 * @param sources the feelings are left out unless asked for, since a sad day is a hard day by its name
 */
export function goingAlong(
  entries: readonly Described[],
  sources: readonly WordSource[] = ['about', 'tags'],
): GoingAlong {
  const means = new Map(moodDays(entries).map(({ day, mean }) => [day, mean]));
  if (means.size < FEWEST_DAYS_IN_ALL) {
    return { kind: 'tooFew', days: means.size, needed: FEWEST_DAYS_IN_ALL };
  }
  const differences = wordDaysOf(entries, sources)
    .map((word) => differenceOf(word, means))
    .filter((difference) => difference !== undefined)
    .sort((a, b) => Math.abs(distance(b)) - Math.abs(distance(a)) || (a.word < b.word ? -1 : 1));
  return {
    kind: 'told',
    good: differences.filter((difference) => distance(difference) > 0),
    hard: differences.filter((difference) => distance(difference) < 0),
  };
}
