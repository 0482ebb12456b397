import type { feelingWords } from '../i18n/en/feelings.ts';
import type { Mood } from './schema.ts';

type Key = keyof typeof feelingWords;
type After<Prefix extends string, Whole extends string> = Whole extends `${Prefix}${infer Rest}`
  ? Rest
  : never;
/** A feeling on offer; its word is `feeling_…`. */
export type Feeling = After<'feeling_', Key>;
/** Something that a day can be about; its word is `about_…`. */
export type About = After<'about_', Key>;

/** The quarters of the plane of energy and pleasantness (Russell's circumplex, 1980). */
export type Quadrant = 'tense' | 'low' | 'bright' | 'calm';

/** Feelings on offer, by quarter: much energy and unpleasant, little and unpleasant, much and pleasant, little and pleasant. */
export const FEELINGS: Readonly<Record<Quadrant, readonly Feeling[]>> = {
  tense: ['worried', 'onEdge', 'overwhelmed', 'irritated', 'restless', 'rushed'],
  low: ['sad', 'wornOut', 'lonely', 'numb', 'discouraged', 'hurt'],
  bright: ['glad', 'hopeful', 'proud', 'eager', 'playful', 'moved'],
  calm: ['atEase', 'grateful', 'rested', 'safe', 'close', 'clear'],
};

/** What a day can be about, on offer. */
export const ABOUT: readonly About[] = [
  'work',
  'colleagues',
  'family',
  'partner',
  'friends',
  'home',
  'health',
  'sleep',
  'moving',
  'food',
  'money',
  'learning',
  'news',
  'future',
];

const QUADRANTS: readonly Quadrant[] = ['tense', 'low', 'bright', 'calm'];

/** The quarter of a point of the plane; undefined while it lies on an axis or isn't whole. Both from -2 to 2. */
export function quadrantOf(
  energy: number | undefined,
  pleasantness: number | undefined,
): Quadrant | undefined {
  if (!energy || !pleasantness) return undefined;
  if (energy > 0) return pleasantness > 0 ? 'bright' : 'tense';
  return pleasantness > 0 ? 'calm' : 'low';
}

/** What a mood alone suggests: hard moments are unpleasant, good ones pleasant. */
function quadrantsOfMood(mood: Mood | undefined): readonly Quadrant[] {
  if (mood === undefined || mood === 3) return QUADRANTS;
  return mood < 3 ? ['low', 'tense', 'calm', 'bright'] : ['bright', 'calm', 'tense', 'low'];
}

/** All feelings, the likeliest quarter first: the one that the plane's point lies in, then as the mood suggests. */
export function feelingsFor(
  mood: Mood | undefined,
  energy: number | undefined,
  pleasantness: number | undefined,
): Feeling[] {
  const nearest = quadrantOf(energy, pleasantness);
  const quadrants = new Set([...(nearest === undefined ? [] : [nearest]), ...quadrantsOfMood(mood)]);
  return [...quadrants].flatMap((quadrant) => FEELINGS[quadrant]);
}

/** The mood whose word fits a mean from 1 to 5; halfway, the one nearer to the middle. */
export function nearestMood(mean: number): Mood {
  const away = mean - 3;
  const whole = Math.sign(away) * Math.ceil(Math.abs(away) - 0.5);
  if (whole <= -2) return 1;
  if (whole === -1) return 2;
  if (whole >= 2) return 5;
  return whole === 1 ? 4 : 3;
}
