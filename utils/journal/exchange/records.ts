import { failure, type Result, success } from '../../core/result.ts';
import { type Entry, entrySchema } from '../schema.ts';
import type { ImportFormat, RecordTrouble } from './contract.ts';

/** An entry as a file has it: without the import's batch, and with an id only where the file gives one. */
export type Candidate = Omit<Entry, 'id' | 'batch'> & { id: string | undefined };

export interface Trouble {
  reason: RecordTrouble;
  field?: string;
}

/** One record of a file, and what came of reading it. */
export interface ReadRecord {
  place: string;
  read: Result<Candidate, Trouble>;
}

/** What a file holds, in a format that was recognized. */
export interface Source {
  format: ImportFormat;
  records: ReadRecord[];
}

/** Whether `value` is an object whose keys can be looked at; arrays aren't. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const contentSchema = entrySchema.omit({ id: true, batch: true });
const idSchema = entrySchema.shape.id;

/** A candidate from what has an entry's fields, checked as whatever is stored is. */
export function candidateOf(fields: Record<string, unknown>, id: unknown): Result<Candidate, Trouble> {
  const parsed = contentSchema.safeParse(fields);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') ?? '';
    if (field === 'at') return failure({ reason: 'date', field });
    return failure({ reason: issue?.code === 'too_big' ? 'long' : 'shape', field });
  }
  if (id === undefined) return success({ ...parsed.data, id: undefined });
  const known = idSchema.safeParse(id);
  return known.success
    ? success({ ...parsed.data, id: known.data })
    : failure({ reason: 'shape', field: 'id' });
}

/** What another program's record says, as far as an entry can say it. */
export interface Foreign {
  id?: string | undefined;
  /** ms since the epoch; undefined where there is no date that can be read. */
  at: number | undefined;
  zone: string;
  written?: number | undefined;
  mood?: number | undefined;
  feelings?: readonly string[];
  about?: readonly string[];
  tags?: readonly string[];
  text: string;
  pinned?: boolean;
}

const tidyWords = (words: readonly string[] = []): string[] => [
  ...new Set(words.map((word) => word.trim()).filter((word) => word !== '')),
];

/** Another program's record as a candidate. Its text loses white space around it, and has `\n` for line breaks. */
export function foreignCandidate(foreign: Foreign): Result<Candidate, Trouble> {
  const { id, at, zone, written, mood, pinned = false } = foreign;
  if (at === undefined) return failure({ reason: 'date' });
  const text = foreign.text.replace(/\r\n?/g, '\n').trim();
  const [feelings, about, tags] = [foreign.feelings, foreign.about, foreign.tags].map(tidyWords);
  const words = [feelings, about, tags].flat();
  if (text === '' && mood === undefined && words.length === 0) return failure({ reason: 'empty' });
  const fields = { at, zone, written: written ?? at, feelings, about, tags, text, pinned, versions: [] };
  return candidateOf({ ...fields, ...(mood !== undefined && { mood }) }, id);
}

/** A title and what stands below it, as one text. */
export function titled(title: unknown, body: unknown): string {
  const parts = [title, body].filter((part) => typeof part === 'string').map((part) => part.trim());
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The strings among what should be a list of them. */
export const stringsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
