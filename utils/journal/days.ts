import type { Entry } from './schema.ts';

/** The moods of one calendar day. */
export interface MoodDay {
  /** As `2026-11-20`. */
  day: string;
  /** From 1 to 5. */
  mean: number;
  /** How many check-ins it is the mean of; never 0. */
  count: number;
}

/** What is needed of an entry to place it in a calendar. */
export type Dated = Pick<Entry, 'at' | 'zone'>;
/** What is needed of an entry to count its mood. */
export type Felt = Dated & Pick<Entry, 'mood' | 'trashed'>;

function dateOf(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

/**
 * The calendar day of an entry as `2026-11-20`, in the zone in which it was lived: a day stays the same day
 * after a journey. An entry whose zone isn't known (an import may name any) has its day by UTC.
 */
export function dayOf({ at, zone }: Dated): string {
  try {
    return dateOf(at, zone).toString();
  } catch {
    return dateOf(at, 'UTC').toString();
  }
}

/** Values of a day, added up. */
export class Mean {
  #sum = 0;
  #count = 0;

  add(value: number): void {
    this.#sum += value;
    this.#count += 1;
  }

  get count(): number {
    return this.#count;
  }

  /** NaN while nothing was added. */
  get value(): number {
    return this.#sum / this.#count;
  }
}

/** The moods of each day that has any, the oldest day first. What lies in the trash doesn't count. */
export function moodDays(entries: Iterable<Felt>): MoodDay[] {
  const means = new Map<string, Mean>();
  for (const entry of entries) {
    if (entry.mood === undefined || entry.trashed !== undefined) continue;
    const day = dayOf(entry);
    const mean = means.get(day) ?? new Mean();
    mean.add(entry.mood);
    means.set(day, mean);
  }
  return [...means]
    .map(([day, mean]) => ({ day, mean: mean.value, count: mean.count }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
