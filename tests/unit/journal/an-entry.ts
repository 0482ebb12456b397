import type { Entry, Mood } from '../../../utils/journal/schema.ts';

let made = 0;

/** An entry with nothing in it but what is given, at noon UTC of 2 March 2026 unless told. */
export function anEntry(given: Partial<Entry> = {}): Entry {
  made += 1;
  const at = given.at ?? Date.UTC(2026, 2, 2, 12);
  return {
    id: made.toString(16).padStart(32, '0'),
    at,
    zone: 'UTC',
    written: at,
    feelings: [],
    about: [],
    tags: [],
    text: '',
    pinned: false,
    versions: [],
    ...given,
  };
}

/** An entry at noon UTC of a day, as `2026-11-20`. */
export function onDay(day: string, mood?: Mood, given: Partial<Entry> = {}): Entry {
  return anEntry({ at: Date.parse(`${day}T12:00Z`), ...(mood !== undefined && { mood }), ...given });
}

/** The day so many days after 1 January 2026. */
export const dayAfter = (days: number): string =>
  Temporal.PlainDate.from('2026-01-01').add({ days }).toString();

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Of a normal distribution with mean 0 and deviation 1 (Box and Muller 1958). */
export function normalFrom(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A mood from a number: the nearest of 1 to 5. */
export function asMood(value: number): Mood {
  if (value < 1.5) return 1;
  if (value < 2.5) return 2;
  if (value < 3.5) return 3;
  return value < 4.5 ? 4 : 5;
}
