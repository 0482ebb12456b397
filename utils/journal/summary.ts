import type { Entry, Mood } from './schema.ts';

/** How a summary is worded; all in the language of the person who reads it. */
export interface SummaryWording {
  /** `Friday, 20 November 2026, 14:03`, of an instant in ms since the epoch as it was in that zone. */
  moment: (at: number, zone: string) => string;
  mood: (mood: Mood) => string;
  /** `Feelings: sad, worn out`. */
  feelings: (words: readonly string[]) => string;
  /** `About: work`. */
  about: (words: readonly string[]) => string;
}

function paragraphOf(entry: Entry, wording: SummaryWording): string {
  const { at, zone, mood, feelings, about, prompt, text } = entry;
  const moment = wording.moment(at, zone);
  return [
    mood === undefined ? moment : `${moment}: ${wording.mood(mood)}`,
    ...(feelings.length > 0 ? [wording.feelings(feelings)] : []),
    ...(about.length > 0 ? [wording.about(about)] : []),
    ...(prompt !== undefined && text.trim() !== '' ? [prompt] : []),
    ...(text.trim() === '' ? [] : [text.trim()]),
  ].join('\n');
}

/**
 * Picked entries as plain text to take to an ally, the oldest first, for the person to change and copy. It holds
 * what a person would tell: when, how it was, what about, and what was written. No ids, tags, earlier versions
 * or zones, and nothing that lies in the trash. Nothing is sent.
 */
export function summaryOf(picked: readonly Entry[], wording: SummaryWording): string {
  return picked
    .filter(({ trashed }) => trashed === undefined)
    .sort((a, b) => a.at - b.at)
    .map((entry) => paragraphOf(entry, wording))
    .join('\n\n');
}
