import type { Entry } from '../schema.ts';
import { instantOf, instantText, localText } from './instants.ts';
import { candidateOf, type ReadRecord } from './records.ts';
import { guarded, joinWords, splitWords, unguarded } from './spreadsheet.ts';
import { csvOf, type Row, rowsOf } from './table.ts';

/** The columns, in order. `date` and `time` are the wall clock's, for whoever looks; `at` is exact. */
export const CSV_COLUMNS = [
  'date',
  'time',
  'mood',
  'energy',
  'pleasantness',
  'feelings',
  'about',
  'tags',
  'text',
  'prompt',
  'at',
  'zone',
  'written',
  'id',
] as const;

const BYTE_ORDER_MARK = '\ufeff';

const isCheckIn = ({ mood, energy, pleasantness, feelings, trashed }: Entry): boolean =>
  trashed === undefined &&
  (mood !== undefined || energy !== undefined || pleasantness !== undefined || feelings.length > 0);

function rowOf(entry: Entry): string[] {
  const [date = '', time = ''] = localText(entry.at, entry.zone).split('T');
  const number = (value: number | undefined): string => (value === undefined ? '' : String(value));
  const words = [entry.feelings, entry.about, entry.tags].map(joinWords);
  return [
    date,
    time,
    ...[entry.mood, entry.energy, entry.pleasantness].map(number),
    ...[...words, entry.text, entry.prompt ?? ''].map((cell) => guarded(cell.toWellFormed())),
    instantText(entry.at),
    guarded(entry.zone.toWellFormed()),
    instantText(entry.written),
    entry.id,
  ];
}

/**
 * The check-ins that aren't in the trash as CSV (RFC 4180) for spreadsheets, with a byte order mark, by which they
 * know it as UTF-8. Whatever looks like a formula has an apostrophe before it; importing takes it away again.
 * Pins and versions aren't in it.
 */
export function exportCsv(entries: readonly Entry[]): string {
  return BYTE_ORDER_MARK + csvOf(CSV_COLUMNS, entries.filter(isCheckIn).map(rowOf));
}

function recordOf({ line, cells }: Row, zone: string): ReadRecord {
  const cell = (column: (typeof CSV_COLUMNS)[number]): string => cells.get(column) ?? '';
  const text = (column: (typeof CSV_COLUMNS)[number]): string => unguarded(cell(column));
  const lived = text('zone') || zone;
  const at = instantOf(cell('at'), lived) ?? instantOf(`${cell('date')}T${cell('time')}`, lived);
  const numbers = (['mood', 'energy', 'pleasantness'] as const)
    .filter((column) => cell(column) !== '')
    .map((column) => [column, Number(cell(column).replace(/^'/, ''))]);
  const fields = {
    ...Object.fromEntries(numbers),
    at,
    zone: lived,
    written: instantOf(cell('written'), lived) ?? at,
    feelings: splitWords(text('feelings')),
    about: splitWords(text('about')),
    tags: splitWords(text('tags')),
    text: text('text'),
    ...(text('prompt') !== '' && { prompt: text('prompt') }),
    pinned: false,
    versions: [],
  };
  return { place: `line ${line}`, read: candidateOf(fields, cell('id') || undefined) };
}

/** Whether columns are those of `exportCsv`. */
export const isOwnCsv = (columns: readonly string[]): boolean =>
  ['at', 'zone', 'mood', 'feelings', 'id'].every((column) => columns.includes(column));

/** The rows of what `exportCsv` made. */
export const readOwnCsv = (text: string, zone: string): ReadRecord[] =>
  rowsOf(text).map((row) => recordOf(row, zone));
