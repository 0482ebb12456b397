import { z } from 'zod';
import '../core/jitless.ts';
import type { Entry } from './schema.ts';

const id = z.string().regex(/^[0-9a-f]{32}$/);
const rowSchema = z.object({ id, at: z.number(), pinned: z.boolean(), revision: z.int().min(0) });
/** An entry, as far as the index knows it. */
export type IndexRow = z.infer<typeof rowSchema>;

/**
 * The record that lets the newest entries be shown without reading the rest. It lies inside ciphertext like
 * all others, and is written in the same transaction as what it tells of.
 */
export const journalIndexSchema = z.object({
  /** The newest entries that aren't in the trash, and all pinned ones; pinned first, then the newest first. */
  rows: z.array(rowSchema),
  /** No entry that is left out lies later (ms since the epoch); absent where `rows` has them all. */
  cut: z.number().optional(),
  /** How many entries there are, the trash included. */
  count: z.int().min(0),
  drafts: z.array(id),
  prefs: id.optional(),
});
export type JournalIndex = z.infer<typeof journalIndexSchema>;

/** So many entries the index holds, beside pinned ones. It is written with every entry: the more, the slower. */
const ROWS_KEPT = 100;
/** So many pinned ones count as pinned; a journal with more has the oldest of them among the rest. */
const PINNED_KEPT = 100;

export const EMPTY_INDEX: JournalIndex = { rows: [], count: 0, drafts: [] };

const byPlace = (a: IndexRow, b: IndexRow): number =>
  Number(b.pinned) - Number(a.pinned) || b.at - a.at || (a.id < b.id ? -1 : 1);

/** `rows` in order, and no more of them than the index keeps. */
function fitted(index: JournalIndex): JournalIndex {
  const rows = index.rows.toSorted(byPlace);
  const pinned = rows.filter((row) => row.pinned);
  const plain = rows.filter((row) => !row.pinned);
  const left = [...pinned.slice(PINNED_KEPT), ...plain.slice(ROWS_KEPT)];
  if (left.length === 0) return { ...index, rows };
  const cut = Math.max(index.cut ?? Number.NEGATIVE_INFINITY, ...left.map(({ at }) => at));
  return { ...index, rows: [...pinned.slice(0, PINNED_KEPT), ...plain.slice(0, ROWS_KEPT)], cut };
}

/** An entry and the revision under which it is stored. */
export interface Placed {
  entry: Pick<Entry, 'id' | 'at' | 'pinned' | 'trashed'>;
  revision: number;
}

const rowOf = ({ entry: { id, at, pinned }, revision }: Placed): IndexRow => ({ id, at, pinned, revision });

/** The index after entries were written; `added` of them are new. */
export function withEntries(index: JournalIndex, written: readonly Placed[], added: number): JournalIndex {
  const touched = new Set(written.map(({ entry }) => entry.id));
  const rows = index.rows.filter(({ id }) => !touched.has(id));
  const { cut } = index;
  for (const placed of written) {
    const { at, pinned, trashed } = placed.entry;
    if (trashed !== undefined) continue;
    // What is older than something left out would stand in a gap, and is left out as well.
    if (pinned || cut === undefined || at > cut) rows.push(rowOf(placed));
  }
  return fitted({ ...index, rows, count: index.count + added });
}

/** The index after entries were removed for good. */
export function withoutEntries(index: JournalIndex, ids: readonly string[]): JournalIndex {
  const gone = new Set(ids);
  return {
    ...index,
    rows: index.rows.filter(({ id }) => !gone.has(id)),
    count: Math.max(0, index.count - gone.size),
  };
}

/** The index of all there is. */
export function indexOf(
  entries: readonly Placed[],
  drafts: readonly string[],
  prefs: string | undefined,
): JournalIndex {
  const empty = { ...EMPTY_INDEX, drafts: [...drafts], ...(prefs !== undefined && { prefs }) };
  return withEntries(empty, entries, entries.length);
}

/** Whether the index alone can tell the first `count` entries. */
export const suffices = (index: JournalIndex, count: number): boolean =>
  index.cut === undefined || index.rows.filter(({ pinned }) => !pinned).length >= count;

/** Entries that aren't in the trash, pinned ones first, then the newest first: as the index has them. */
export function inPlace<Item extends Placed>(items: Iterable<Item>): Item[] {
  return [...items]
    .filter(({ entry }) => entry.trashed === undefined)
    .sort((a, b) => byPlace(rowOf(a), rowOf(b)));
}
