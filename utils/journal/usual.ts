import { DAY } from '../core/clock.ts';
import type { MoodDay } from './days.ts';

/** How much of each day goes into the weighted mean (λ). */
const WEIGHT = 0.2;
/** How many standard deviations of the weighted mean the limit lies below the usual (L). */
const WIDTH = 2.7;
/** People who answer nearly always the same would otherwise be told of every small thing. */
const LEAST_DEVIATION = 0.5;
/** The days, of those with a check-in, that the baseline takes at least and at most. */
const BASELINE_DAYS = 20;
const LONGEST_BASELINE = 180;
/** The newest days are compared with the baseline and aren't part of it. */
const RECENT_DAYS = 14;
/** So many days with a check-in it takes in all. */
export const FEWEST_DAYS_FOR_USUAL = BASELINE_DAYS + RECENT_DAYS;
/** So many days in a row the weighted mean has to lie below. */
const BELOW = 3;
/** Days, as the calendar has them, for which nothing more is told. */
const QUIET_DAYS = 14;
/** What lies longer ago isn't lately, in days as the calendar has them. */
const LATELY = 7;

export type Lately =
  /** `needed` days with a check-in in all. */
  | { kind: 'tooFew'; days: number; needed: number }
  /** It was told less than fourteen days ago. */
  | { kind: 'quiet' }
  | { kind: 'usual' }
  /** Both from 1 to 5: the baseline's mean and the weighted mean of the newest days. */
  | { kind: 'lower'; usual: number; lately: number };

function baselineOf(days: readonly MoodDay[]): { mean: number; deviation: number } {
  const mean = days.reduce((sum, day) => sum + day.mean, 0) / days.length;
  const squares = days.reduce((sum, day) => sum + (day.mean - mean) ** 2, 0);
  return { mean, deviation: Math.max(Math.sqrt(squares / (days.length - 1)), LEAST_DEVIATION) };
}

/** Whole days from one calendar day to another, as `2026-11-20`. */
const daysBetween = (from: string, until: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days;

/**
 * Whether the newest days were lower than the person's usual: an exponentially weighted moving average (Roberts
 * 1959; for moods Schat 2021) of daily means with λ 0.2, which lies below μ − 2.7 σ √(λ ∕ (2 − λ)) on three days
 * with a check-in in a row. μ and σ are those of the days before the newest fourteen, at least twenty of them;
 * σ is at least 0.5. Days without a check-in are not filled in. It is no diagnosis, and is never stored; how
 * often it is wrong is measured in its tests.
 *
 * @param days the oldest first
 * @param today the person's calendar day, as `2026-11-20`
 * @param now in ms since the epoch
 * @param toldAt when it was told last
 */
export function latelyBesideUsual(
  days: readonly MoodDay[],
  today: string,
  now: number,
  toldAt: number | undefined,
): Lately {
  const needed = FEWEST_DAYS_FOR_USUAL;
  if (days.length < needed) return { kind: 'tooFew', days: days.length, needed };
  if (toldAt !== undefined && now - toldAt < QUIET_DAYS * DAY) return { kind: 'quiet' };
  const recent = days.slice(-RECENT_DAYS);
  const newest = recent.at(-1);
  if (newest === undefined || daysBetween(newest.day, today) > LATELY) return { kind: 'usual' };

  const { mean: usual, deviation } = baselineOf(days.slice(-RECENT_DAYS - LONGEST_BASELINE, -RECENT_DAYS));
  const limit = usual - WIDTH * deviation * Math.sqrt(WEIGHT / (2 - WEIGHT));
  let lately = usual;
  let below = 0;
  for (const { mean } of recent) {
    lately = WEIGHT * mean + (1 - WEIGHT) * lately;
    below = lately < limit ? below + 1 : 0;
  }
  return below >= BELOW ? { kind: 'lower', usual, lately } : { kind: 'usual' };
}
