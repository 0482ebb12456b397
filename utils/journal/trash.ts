import { DAY } from '../core/clock.ts';
import type { Entry } from './schema.ts';

/** So many days the trash keeps what was put there. */
const TRASH_DAYS = 30;

/** The entry, put into the trash at `now` (ms since the epoch). One that lies there already stays as it is. */
export function trashedAt(entry: Entry, now: number): Entry {
  return entry.trashed === undefined ? { ...entry, trashed: now } : entry;
}

/** The entry, taken out of the trash: the inverse of `trashedAt`. */
export function putBack({ trashed: _trashed, ...entry }: Entry): Entry {
  return entry;
}

/** When an entry leaves the trash for good, in ms since the epoch; undefined for one that isn't in it. */
export function leavesTrashAt({ trashed }: Pick<Entry, 'trashed'>): number | undefined {
  return trashed === undefined ? undefined : trashed + TRASH_DAYS * DAY;
}

/** What has lain in the trash for its time at `now`, and may be removed for good. */
export function expired<Item extends Pick<Entry, 'trashed'>>(entries: readonly Item[], now: number): Item[] {
  return entries.filter((entry) => {
    const leaves = leavesTrashAt(entry);
    return leaves !== undefined && leaves <= now;
  });
}
