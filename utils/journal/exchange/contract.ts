import type { RandomBytes } from '../ids.ts';
import type { Entry, JournalPrefs, Mood } from '../schema.ts';
import type { Cipher, Kdf } from '../vault-ports.ts';

/** What goes out: entries with their versions, what lies in the trash included. */
export interface Outgoing {
  entries: readonly Entry[];
  prefs?: JournalPrefs;
  /** How many records of the journal couldn't be read, and are therefore not in it. */
  missing?: number;
}

/** What sealing and opening a backup take. */
export interface BackupPorts {
  cipher: Cipher;
  kdf: Kdf;
  random: RandomBytes;
}

/**
 * Why a backup isn't opened. `notABackup`: something else; `newer`: from a newer Earshot; `truncated`: its end is
 * missing; `damaged`: changed since it was made; `weak`: it asks for a key that is too easily guessed; `costly`: it
 * asks for more work than any backup needs; `wrong`: another passphrase; `large`: more than can be taken in.
 */
export type BackupFault =
  | 'notABackup'
  | 'newer'
  | 'truncated'
  | 'damaged'
  | 'weak'
  | 'costly'
  | 'wrong'
  | 'large';

/** `earshotBackup` isn't among them: what is in a backup is `earshotJson`. */
export type ImportFormat = 'earshotJson' | 'earshotCsv' | 'dayOne' | 'daylio' | 'jrnl' | 'markdown';

/**
 * Why a file isn't taken in at all. `backup`: an encrypted backup, for `openBackup` to open first; `unknown`: none
 * of the formats; `newer`: from a newer Earshot; `large`: itself or what is packed in it; `many`: more records than
 * any journal has; `truncated`: its end is missing; `damaged`: it can't be taken apart; `nothing`: not one record.
 */
export type FileFault =
  | 'backup'
  | 'unknown'
  | 'newer'
  | 'large'
  | 'many'
  | 'truncated'
  | 'damaged'
  | 'nothing';

/**
 * Why one record isn't taken in. `shape`: it isn't a record of this format, or `field` isn't what it should be;
 * `date`: none, or none that can be read; `long`: `field` is longer than an entry's may be; `empty`: nothing in it.
 */
export type RecordTrouble = 'shape' | 'date' | 'long' | 'empty';

/** A record that couldn't be read: it stays in the file. */
export interface Aside {
  /** Where it is in the file, as `entries[3]`, `line 12` or `2026/walk.md`. */
  place: string;
  reason: RecordTrouble;
  field?: string;
}

/** A name for a mood that Earshot doesn't know, how often it occurs, and what was answered for it. */
export interface MoodName {
  name: string;
  count: number;
  /** `none`: the check-in has no mood. Undefined while nothing was answered, which reads as `none`. */
  answer: Mood | 'none' | undefined;
}

/** `found` is the sum of `ready`, `duplicates` and `aside`. */
export interface ImportCounts {
  found: number;
  /** As many as `entries` holds. */
  ready: number;
  /** Of these, as many lie in the trash. */
  trashed: number;
  /** Left out, since they are kept already. */
  duplicates: number;
  /** Of the duplicates, as many are kept in the trash, where they stay. */
  duplicatesInTrash: number;
  /** Come in under a new id, since theirs belongs to an entry that says something else. */
  renamed: number;
  aside: number;
}

/** What an import would do. Nothing is written yet; `saveAll(entries)` does it. */
export interface ImportPreview {
  format: ImportFormat;
  /** The id that all `entries` carry; `withoutBatch` of `undo.ts` takes the import back. */
  batch: string;
  /** None has an id that is kept. */
  entries: Entry[];
  counts: ImportCounts;
  /** The first hundred; `counts.aside` has them all. */
  aside: Aside[];
  /** Ask for these, and read the file again with the answers. Their names come in as feelings either way. */
  moods: MoodName[];
  /** Only in Earshot's own JSON and backups. */
  prefs?: JournalPrefs;
  /** When it was written (ms since the epoch), in the same. */
  exported?: number;
  /** How many records couldn't be read when it was written, in the same; 0 elsewhere. */
  missing: number;
}

export interface ImportOptions {
  /** The person's IANA zone: when it was, where the file tells a time without a zone. */
  zone: string;
  random: RandomBytes;
  /** What was answered for names of moods, as `ImportPreview.moods` has them. */
  moods?: ReadonlyMap<string, Mood | 'none'>;
  /** Less than `LIMITS`. */
  limits?: Limits;
}

/** How much is taken in at most. */
export interface Limits {
  /** Bytes of a file, and of all that is packed in one. */
  bytes: number;
  records: number;
  /** Values in values of JSON. */
  depth: number;
}

/** 20,000 entries of 1 kB with all their versions fit. */
export const LIMITS: Limits = { bytes: 256 * 2 ** 20, records: 200_000, depth: 64 };
