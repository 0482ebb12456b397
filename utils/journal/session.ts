import type { RecordFault } from './envelope.ts';
import type { JournalIndex } from './journal-index.ts';
import type { DataKey } from './keyholes.ts';
import type { Kept } from './ports.ts';
import type { Draft, JournalPrefs } from './schema.ts';
import type { KeyRing } from './sealing.ts';
import type { KnownVault } from './vault-record.ts';

/** The index as it was read, and the revision it is stored at. */
export interface KnownIndex {
  value: JournalIndex;
  /** As `stampOf` gives it; undefined where there is none on the disk. */
  stamp: number | undefined;
  /** What is stored can't be read, and is set aside before another takes its place. */
  faulty: boolean;
}

/** All that is in memory while the vault is open. Nothing of it outlives a lock. */
export interface Session {
  vault: KnownVault;
  data: DataKey;
  ring: KeyRing;
  index: KnownIndex | undefined;
  /** Entries that were read, by id. */
  kept: Map<string, Kept>;
  /** Whether `kept` has them all. */
  whole: boolean;
  drafts: Map<string, { draft: Draft; revision: number }>;
  /** The revisions of drafts as this window wrote them last. */
  ownDrafts: Map<string, number>;
  prefs: { id: string; value: JournalPrefs; revision: number } | undefined;
  /** Records that couldn't be read, and why. */
  aside: Map<string, RecordFault>;
  /** Records that had to make room: they lie in the store `aside`. */
  replaced: Set<string>;
  closed: boolean;
}

export function openSession(vault: KnownVault, data: DataKey, older: readonly DataKey[]): Session {
  return {
    vault,
    data,
    ring: { current: data.id, keys: new Map([data, ...older].map(({ id, key }) => [id, key])) },
    index: undefined,
    kept: new Map(),
    whole: false,
    drafts: new Map(),
    ownDrafts: new Map(),
    prefs: undefined,
    aside: new Map(),
    replaced: new Set(),
    closed: false,
  };
}

/** Forgets everything. What is under way may end with the keys that it has, and is written. */
export function closeSession(session: Session): void {
  session.closed = true;
  session.data.bytes.fill(0);
  session.index = undefined;
  session.kept.clear();
  session.whole = false;
  session.drafts.clear();
  session.ownDrafts.clear();
  session.prefs = undefined;
  session.aside.clear();
  session.replaced.clear();
}
