import type { Mood } from '../schema.ts';
import type { MoodName } from './contract.ts';
import { instantOf } from './instants.ts';
import { foreignCandidate, type ReadRecord, titled } from './records.ts';
import { type Row, rowsOf } from './table.ts';

/** Daylio's own names of moods, in English. */
const MOODS: ReadonlyMap<string, Mood> = new Map([
  ['rad', 5],
  ['good', 4],
  ['meh', 3],
  ['bad', 2],
  ['awful', 1],
]);

const TIME = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*(?:([ap])\.?\s*m\.?)?$/iu;

/** A time as `09:05`, from 24 hours or from 12 with "am" or "pm"; undefined where it is neither. */
export function clockOf(text: string): string | undefined {
  const [, hours = '', minutes = '', half] = TIME.exec(text.trim()) ?? [];
  if (hours === '') return undefined;
  const hour = Number(hours);
  const afternoon = half?.toLowerCase() === 'p';
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const whole = half === undefined ? hour : (hour % 12) + (afternoon ? 12 : 0);
  return whole < 24 && Number(minutes) < 60 ? `${String(whole).padStart(2, '0')}:${minutes}` : undefined;
}

/** Whether columns are those of a Daylio export, old or new. */
export const isDaylio = (columns: readonly string[]): boolean =>
  ['full_date', 'time', 'mood', 'activities'].every((column) => columns.includes(column));

export interface DaylioSource {
  records: ReadRecord[];
  moods: MoodName[];
}

/**
 * A Daylio export. Activities are what an entry is about, scales stand below its note as they are. A mood that isn't
 * one of Daylio's own is asked for, and its name is kept as a feeling whatever the answer.
 *
 * @param answers for names of moods, as they stand in the file
 */
export function readDaylio(
  text: string,
  zone: string,
  answers: ReadonlyMap<string, Mood | 'none'> = new Map(),
): DaylioSource {
  const names = new Map<string, number>();

  const recordOf = ({ line, cells }: Row): ReadRecord => {
    const cell = (column: string): string => (cells.get(column) ?? '').trim();
    const clock = clockOf(cell('time'));
    const name = cell('mood');
    const known = MOODS.get(name.toLowerCase());
    if (known === undefined && name !== '') names.set(name, (names.get(name) ?? 0) + 1);
    const answer = answers.get(name);
    const read = foreignCandidate({
      at: clock === undefined ? undefined : instantOf(`${cell('full_date')}T${clock}`, zone),
      zone,
      mood: known ?? (answer === 'none' ? undefined : answer),
      feelings: known === undefined ? [name] : [],
      about: cell('activities').split('|'),
      text: titled(titled(cell('note_title'), cell('note')), cell('scales')),
    });
    return { place: `line ${line}`, read };
  };

  const records = rowsOf(text).map(recordOf);
  const moods = [...names].map(([name, count]) => ({ name, count, answer: answers.get(name) }));
  return { records, moods };
}
