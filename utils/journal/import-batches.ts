import { dayOf } from './days.ts';
import type { Entry } from './schema.ts';

/** What came in with one import and isn't in the trash. */
export interface ImportBatch {
  batch: string;
  entries: Entry[];
  /** The calendar days of the oldest and of the newest, as `2026-11-20`. */
  first: string;
  last: string;
}

/** The imports that entries came in with, the one that reaches furthest first. */
export function batchesOf(entries: readonly Entry[]): ImportBatch[] {
  const live = entries.filter(({ trashed }) => trashed === undefined);
  const byBatch = Map.groupBy(
    live.filter(({ batch }) => batch !== undefined),
    ({ batch }) => batch ?? '',
  );
  return [...byBatch]
    .map(([batch, its]) => {
      const days = its.map(dayOf).sort();
      return { batch, entries: its, first: days[0] ?? '', last: days.at(-1) ?? '' };
    })
    .sort((a, b) => (a.last < b.last ? 1 : -1));
}
