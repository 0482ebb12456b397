import type { Draft, Entry, JournalPrefs } from './schema.ts';

/** How a vault can be opened. */
export type Way = 'device' | 'passphrase' | 'recovery' | 'passkey';

export type VaultState =
  /** Not looked at yet. */
  | { kind: 'opening' }
  /** `ways` are the slots it has; with `device` alone it opens by itself. */
  | { kind: 'open'; ways: readonly Way[]; aside: number }
  | { kind: 'locked'; ways: readonly Way[] }
  /**
   * `refused`: the browser lets nothing be stored (a private window); `newer`: made by a newer Earshot;
   * `missing`: there was a journal here and the browser has lost it; `damaged`: the vault's own record can't
   * be read; `full`: the disk is full.
   */
  | { kind: 'unusable'; reason: 'refused' | 'newer' | 'missing' | 'damaged' | 'full' };

export type Secret =
  | { way: 'passphrase'; passphrase: string }
  | { way: 'recovery'; code: string }
  /** The output of the authenticator's PRF, 32 bytes. */
  | { way: 'passkey'; prf: Uint8Array };

export type Unlocking = 'open' | 'wrong' | 'damaged' | 'missing';

/** An entry as it is in memory while the vault is open, and the revision it was read at. */
export interface Kept {
  entry: Entry;
  revision: number;
}

export type Saving =
  /** The transaction has completed: it is on the disk. */
  | { kind: 'saved'; kept: Kept }
  /** Another window changed it meanwhile: what was to be saved is kept as a copy beside it. */
  | { kind: 'conflict'; kept: Kept; copy: Kept }
  | { kind: 'failed'; reason: 'full' | 'refused' | 'locked' };

/** The journal, as its views know it. All rejections are faults of ours; what can happen is in the answers. */
export interface Journal {
  state(): VaultState;
  /** Calls back after each change of the state or of what is kept, from this window or another. */
  watch(changed: () => void): () => void;
  /** Looks what there is, and opens it where the device slot does. Creates the first vault. */
  start(): Promise<void>;
  /** Makes a new vault where one was lost. */
  begin(): Promise<void>;
  unlock(secret: Secret): Promise<Unlocking>;
  /** Drops key and plaintext, here and in all windows, once what `beforeLock` was given has been run. */
  lock(): Promise<void>;
  /**
   * Runs `save` before any lock, wherever it comes from: a button, another window, the deadline, the computer.
   * It has two seconds. Returns what ends it.
   */
  beforeLock(save: () => Promise<unknown>): () => void;
  /** Puts off the stored deadline, since the person is here. */
  touch(): void;
  /** In minutes; undefined where it never locks by itself. */
  lockAfter(): Promise<number | undefined>;
  /** Minutes from 1 to 480; undefined never locks by itself. Kept outside the vault. */
  setLockAfter(minutes: number | undefined): Promise<void>;

  /** Removes the device slot and rotates the data key. With a passphrase set already, only wraps anew. */
  setPassphrase(passphrase: string): Promise<Saving['kind']>;
  /** A code of 24 letters and digits in groups of four, shown once; it opens the vault from `confirmRecovery` on. */
  makeRecovery(): Promise<string>;
  /** `part` is the group that was asked for, from 0. */
  confirmRecovery(part: number, typed: string): Promise<boolean>;
  addPasskey(credential: { id: Uint8Array; prf: Uint8Array; salt: Uint8Array }): Promise<Saving['kind']>;
  /** What WebAuthn is to be asked with, locked or not: each passkey's credential id and its PRF's salt. */
  passkeys(): Promise<readonly { id: Uint8Array<ArrayBuffer>; salt: Uint8Array<ArrayBuffer> }[]>;
  removeWay(way: 'recovery' | 'passkey'): Promise<void>;

  /** The newest that are not in the trash, pinned ones first: from the index, without reading the rest. */
  latest(count: number): Promise<readonly Kept[]>;
  /** All there is, the trash included; read once and kept until locked. */
  all(): Promise<readonly Kept[]>;
  save(entry: Entry, revision: number | undefined): Promise<Saving>;
  /** Several at once, all or none: imports and their undoing. */
  saveAll(entries: readonly Entry[]): Promise<Saving['kind']>;
  remove(ids: readonly string[]): Promise<Saving['kind']>;
  drafts(): Promise<readonly Draft[]>;
  saveDraft(draft: Draft): Promise<Saving['kind']>;
  dropDraft(id: string): Promise<void>;
  prefs(): Promise<JournalPrefs>;
  /**
   * Changes what the person set. `change` gets it as it is then, whatever was set elsewhere meanwhile, and may be
   * called more than once.
   */
  changePrefs(change: (before: JournalPrefs) => JournalPrefs): Promise<Saving['kind']>;
  /** Records that couldn't be read: they stay where they are. */
  aside(): Promise<readonly { id: string; reason: string }[]>;
  /** Removes everything, then looks whether it is gone. */
  erase(): Promise<'gone' | 'failed'>;
}
