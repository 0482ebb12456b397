import type { promptWords } from '../i18n/en/prompts.ts';
import type { Mood } from './schema.ts';

/** The key of a prompt's words. */
export type PromptKey = keyof typeof promptWords;
/** One of ours, by its key, or one of the person's own, as they worded it. */
export type Prompt = { kind: 'ours'; key: PromptKey } | { kind: 'own'; text: string };

export type MoodBand = 'hard' | 'between' | 'good';
export type TimeOfDay = 'morning' | 'day' | 'evening' | 'night';

/** Prompts that fit the same moods and hours; where one is left out, all of them. */
interface Fitting {
  band?: MoodBand;
  time?: TimeOfDay;
  keys: readonly PromptKey[];
}

export const PROMPTS: readonly Fitting[] = [
  {
    band: 'hard',
    keys: [
      'hardHeaviest',
      'hardFriend',
      'hardNeed',
      'hardTell',
      'hardWait',
      'hardHelped',
      'hardKnew',
      'hardHour',
      'hardCarry',
    ],
  },
  { band: 'hard', time: 'morning', keys: ['hardLeast'] },
  { band: 'hard', time: 'evening', keys: ['hardPutDown'] },
  { band: 'hard', time: 'night', keys: ['hardAwake'] },
  {
    band: 'between',
    keys: [
      'betweenMind',
      'betweenTook',
      'betweenBetter',
      'betweenPutOff',
      'betweenLighter',
      'betweenUnseen',
      'betweenBack',
    ],
  },
  {
    band: 'good',
    keys: ['goodPart', 'goodWho', 'goodRemember', 'goodEnergy', 'goodMore', 'goodSmall', 'goodThank'],
  },
  { time: 'morning', keys: ['morningAhead', 'morningMatters', 'morningSlept'] },
  { time: 'day', keys: ['dayGoing', 'dayBody', 'dayBreak'] },
  { time: 'evening', keys: ['eveningTell', 'eveningLeave', 'eveningGo'] },
  { time: 'night', keys: ['nightHead', 'nightRest'] },
  { keys: ['anyWeek', 'anyHere', 'anyBegin'] },
];

/** A person who hasn't said how they are gets what fits in between. */
function bandOf(mood: Mood | undefined): MoodBand {
  if (mood === undefined || mood === 3) return 'between';
  return mood < 3 ? 'hard' : 'good';
}

/** @param hour of the person's clock, 0 to 23 */
export function timeOfDay(hour: number): TimeOfDay {
  if (hour < 5 || hour >= 23) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'day' : 'evening';
}

/** A number that is the same for the same text wherever it runs (FNV-1a, stirred as MurmurHash3 ends). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Items in an order that looks random and is the same for the same `salt`. */
function shuffled<Item>(items: readonly Item[], nameOf: (item: Item) => string, salt: string): Item[] {
  return items
    .map((item) => ({ item, hash: hashOf(`${salt} ${nameOf(item)}`) }))
    .sort((a, b) => a.hash - b.hash)
    .map(({ item }) => item);
}

/** One of each in turn while there are two, then what is left. */
function inTurn<Item>(one: readonly Item[], other: readonly Item[]): Item[] {
  const longer = Math.max(one.length, other.length);
  return Array.from({ length: longer }, (_, at) => [one[at], other[at]])
    .flat()
    .filter((item) => item !== undefined);
}

export interface PromptsAsked {
  /** The person's calendar day, as `2026-11-20`. */
  day: string;
  mood: Mood | undefined;
  /** Of the person's clock, 0 to 23. */
  hour: number;
  /** The person's own prompts: they take turns with ours. */
  own: readonly string[];
}

/** The prompts that fit, in an order that stays the same for a day and a band of moods. */
export function promptsFor({ day, mood, hour, own }: PromptsAsked): Prompt[] {
  const band = bandOf(mood);
  const now = timeOfDay(hour);
  const salt = `${day} ${band}`;
  const fitting = PROMPTS.filter(
    (group) => (group.band ?? band) === band && (group.time ?? now) === now,
  ).flatMap(({ keys }) => keys);
  const ours = shuffled(fitting, (key) => key, salt).map((key): Prompt => ({ kind: 'ours', key }));
  const theirs = shuffled([...new Set(own)], (text) => text, salt).map(
    (text): Prompt => ({ kind: 'own', text }),
  );
  return hashOf(salt) % 2 === 0 ? inTurn(ours, theirs) : inTurn(theirs, ours);
}

/**
 * One prompt: always the same for the same day, band of moods, time of day and `seed`. The seeds that follow
 * give all the others before one comes again, so `seed + 1` is “another”.
 *
 * @param seed a whole number from 0
 */
export function promptFor(asked: PromptsAsked, seed: number): Prompt {
  const prompts = promptsFor(asked);
  return prompts[seed % prompts.length] ?? { kind: 'ours', key: 'anyBegin' };
}
