import { daysKept } from '../../breaks/record.ts';
import { type JournalPrefs, MOST_PROMPTS } from '../schema.ts';

/** What a file brings of what somebody set: it comes beside what is there, and takes the place of nothing. */
export type BroughtPrefs = Pick<JournalPrefs, 'ownPrompts' | 'breaks'>;

/**
 * The prompts that aren't there yet, and the days of breaks of which nothing was counted here.
 *
 * @param today as `2026-11-20`: days that aren't kept any more don't come, nor any that are still to come
 */
export function broughtBy(theirs: JournalPrefs, before: JournalPrefs, today: string): BroughtPrefs {
  const room = Math.max(0, MOST_PROMPTS - before.ownPrompts.length);
  const prompts = new Set(theirs.ownPrompts).difference(new Set(before.ownPrompts));
  const missing = new Set(daysKept(today)).difference(new Set(before.breaks.map(({ day }) => day)));
  return {
    ownPrompts: [...prompts].slice(0, room),
    breaks: theirs.breaks.filter(({ day }) => missing.delete(day)),
  };
}

export function withBrought(before: JournalPrefs, { ownPrompts, breaks }: BroughtPrefs): JournalPrefs {
  return {
    ...before,
    ownPrompts: [...before.ownPrompts, ...ownPrompts],
    breaks: [...before.breaks, ...breaks].sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

/** Takes it away again; a day of which more was counted since stays. */
export function withoutBrought(after: JournalPrefs, { ownPrompts, breaks }: BroughtPrefs): JournalPrefs {
  const asBrought = new Set(breaks.map((day) => JSON.stringify(day)));
  return {
    ...after,
    ownPrompts: after.ownPrompts.filter((prompt) => !ownPrompts.includes(prompt)),
    breaks: after.breaks.filter((day) => !asBrought.has(JSON.stringify(day))),
  };
}
