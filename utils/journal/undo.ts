import type { Entry } from './schema.ts';

/** Something done to the journal: entries that were written, as they are afterwards, and ids of removed ones. */
export interface Step {
  save: readonly Entry[];
  remove: readonly string[];
}

/** The entries after a step; new ones at the end. */
export function applied(entries: readonly Entry[], { save, remove }: Step): Entry[] {
  const after = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of save) after.set(entry.id, entry);
  for (const id of remove) after.delete(id);
  return [...after.values()];
}

/**
 * The step that takes `step` back.
 *
 * @param before the entries as they were before `step`; of those that it doesn't touch none is needed
 */
export function inverse(before: readonly Entry[], { save, remove }: Step): Step {
  const touched = new Set([...save.map(({ id }) => id), ...remove]);
  const were = new Map(before.filter(({ id }) => touched.has(id)).map((entry) => [entry.id, entry]));
  return { save: [...were.values()], remove: [...touched].filter((id) => !were.has(id)) };
}

/** The step that takes an import back: it removes what came with `batch`, trashed or not. */
export function withoutBatch(entries: readonly Entry[], batch: string): Step {
  return { save: [], remove: entries.filter((entry) => entry.batch === batch).map(({ id }) => id) };
}
