import { fold } from '../core/fold.ts';
import { type Weekday, weekdayOf, weekdaysFrom } from './calendar.ts';
import { dayOf, type Felt, Mean, type MoodDay } from './days.ts';
import type { Entry } from './schema.ts';

/** So many days it takes before a mean says more than chance does. */
export const FEWEST_DAYS = 5;

/** A mean mood with the number of days it stands on, or how many days it takes until one is told. */
export type Trend =
  | { kind: 'told'; mean: number; days: number }
  | { kind: 'tooFew'; days: number; needed: number };

/** Words that an entry is described by. */
export type WordSource = 'about' | 'feelings' | 'tags';
export type Described = Felt & Pick<Entry, WordSource>;

function trendOf(mean: Mean): Trend {
  return mean.count < FEWEST_DAYS
    ? { kind: 'tooFew', days: mean.count, needed: FEWEST_DAYS }
    : { kind: 'told', mean: mean.value, days: mean.count };
}

export interface WeekdayTrend {
  weekday: Weekday;
  trend: Trend;
}

/** The mean mood of each day of the week, from `start` on. Every day counts once, however many check-ins it has. */
export function weekdayTrends(days: readonly MoodDay[], start: Weekday): WeekdayTrend[] {
  const means = new Map(weekdaysFrom(start).map((weekday) => [weekday, new Mean()]));
  for (const { day, mean } of days) means.get(weekdayOf(day))?.add(mean);
  return [...means].map(([weekday, mean]) => ({ weekday, trend: trendOf(mean) }));
}

export interface WordTrend {
  /** As it was written last. */
  word: string;
  trend: Trend;
}

/** What is known of one word: how it is written, and the moods of each day's check-ins that have it. */
interface WordDays {
  word: string;
  at: number;
  days: Map<string, Mean>;
}

/**
 * The mean mood of the check-ins that have a word, for each word, the most frequent first. Words that differ in
 * case or accents alone are one. Several check-ins of a day that have it count as one day.
 */
export function wordTrends(entries: Iterable<Described>, source: WordSource): WordTrend[] {
  const known = new Map<string, WordDays>();
  for (const entry of entries) {
    if (entry.mood === undefined || entry.trashed !== undefined || entry[source].length === 0) continue;
    const day = dayOf(entry);
    for (const [folded, word] of new Map(entry[source].map((written) => [fold(written), written]))) {
      const found = known.get(folded) ?? { word, at: entry.at, days: new Map<string, Mean>() };
      if (entry.at >= found.at) Object.assign(found, { word, at: entry.at });
      const mean = found.days.get(day) ?? new Mean();
      mean.add(entry.mood);
      found.days.set(day, mean);
      known.set(folded, found);
    }
  }
  return [...known.values()]
    .map(({ word, days }) => ({ word, trend: trendOf(meanOf([...days.values()].map(({ value }) => value))) }))
    .sort((a, b) => b.trend.days - a.trend.days || (a.word < b.word ? -1 : 1));
}

function meanOf(values: readonly number[]): Mean {
  const mean = new Mean();
  for (const value of values) mean.add(value);
  return mean;
}
