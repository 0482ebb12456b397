import type { Entry } from '../schema.ts';
import type { Aside, ImportCounts } from './contract.ts';
import type { Candidate, ReadRecord } from './records.ts';

const ASIDE_LISTED = 100;

/** When it was and what it says: two entries with the same are one. */
function saying(entry: Candidate | Entry): string {
  const { at, text, mood, energy, pleasantness, feelings, about, tags, prompt } = entry;
  return JSON.stringify([at, text, mood, energy, pleasantness, feelings, about, tags, prompt]);
}

export interface Sifted {
  entries: Entry[];
  aside: Aside[];
  counts: ImportCounts;
}

/**
 * What of a file would come in beside what is kept. Left out is what is kept with the same time and content,
 * whatever its id, and what the file itself holds twice under one id. An id that belongs to something else gives
 * way to a new one.
 */
export function sift(
  records: readonly ReadRecord[],
  kept: readonly Entry[],
  batch: string,
  makeId: () => string,
): Sifted {
  const ids = new Set(kept.map(({ id }) => id));
  /** Whether all that say this lie in the trash. */
  const said = new Map<string, boolean>();
  for (const entry of kept) {
    const what = saying(entry);
    said.set(what, entry.trashed !== undefined && said.get(what) !== false);
  }
  const inFile = new Map<string, Set<string>>();
  const entries: Entry[] = [];
  const aside: Aside[] = [];
  const counts: ImportCounts = {
    found: records.length,
    ready: 0,
    trashed: 0,
    duplicates: 0,
    duplicatesInTrash: 0,
    renamed: 0,
    aside: 0,
  };

  for (const { place, read } of records) {
    if (!read.ok) {
      counts.aside += 1;
      if (aside.length < ASIDE_LISTED) aside.push({ place, ...read.error });
      continue;
    }
    const { id, ...content } = read.value;
    const what = saying(read.value);
    const inTrash = said.get(what);
    const before = inFile.get(id ?? '');
    if (inTrash !== undefined || before?.has(what)) {
      counts.duplicates += 1;
      if (inTrash) counts.duplicatesInTrash += 1;
      continue;
    }
    if (id !== undefined) inFile.set(id, (before ?? new Set()).add(what));
    const own = id === undefined || ids.has(id) ? makeId() : id;
    if (id !== undefined && own !== id) counts.renamed += 1;
    if (content.trashed !== undefined) counts.trashed += 1;
    ids.add(own);
    entries.push({ ...content, id: own, batch });
  }
  return { entries, aside, counts: { ...counts, ready: entries.length } };
}
