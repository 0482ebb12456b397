import type { Clock } from '../core/clock.ts';
import type { Bytes, RandomBytes } from './ids.ts';

/** A key that can be used and not read: Web Crypto's CryptoKey, as far as the vault looks at it. */
export interface SealingKey {
  readonly type: string;
  readonly extractable: boolean;
}

/** AES-256-GCM (NIST SP 800-38D) with nonces of 96 bits and tags of 128, and what belongs to it. */
export interface Cipher {
  /** A key of 32 bytes, not to be read again. */
  importKey(bytes: Bytes): Promise<SealingKey>;
  /** A key that has never been outside the browser. It can be stored, and not be read. */
  makeDeviceKey(): Promise<SealingKey>;
  /** A key from a secret that has 120 random bits or more (HKDF-SHA-256, RFC 5869). */
  deriveKey(secret: Bytes, salt: Bytes, purpose: string): Promise<SealingKey>;
  seal(key: SealingKey, nonce: Bytes, plain: Bytes, associated: Bytes): Promise<Bytes>;
  /** Undefined where the bytes aren't what was sealed under this key, nonce and associated data. */
  open(key: SealingKey, nonce: Bytes, sealed: Bytes, associated: Bytes): Promise<Bytes | undefined>;
  /** SHA-256 in hex. */
  digest(text: string): Promise<string>;
}

/** Argon2id's cost (RFC 9106): memory in KiB, passes over it, lanes. */
export interface KdfCost {
  memory: number;
  passes: number;
  lanes: number;
}

/** 32 bytes from a passphrase. Takes a third of a second on purpose. */
export type Kdf = (passphrase: string, salt: Bytes, cost: KdfCost) => Promise<Bytes>;

export interface StoredRecord {
  id: string;
  sealed: Bytes;
}

/** The vault's one record: its text, a digest that tells damage from a wrong secret, and the device's key. */
export interface StoredVault {
  text: string;
  digest: string;
  device?: SealingKey;
}

/** All that one transaction does, if everything is still as the writer knows it; else nothing. */
export interface Change {
  /** The digest of the vault's record; undefined where there must be none. */
  vault: string | undefined;
  newVault?: StoredVault;
  /** Revisions as `stampOf` gives them; undefined where there must be no such record. */
  expect: ReadonlyMap<string, number | undefined>;
  put: readonly StoredRecord[];
  remove: readonly string[];
  /** These are copied into the store `aside` as they are, before anything else. */
  setAside: readonly string[];
}

export type Written =
  /** The transaction has completed, strictly durable. */
  | { kind: 'done' }
  /** Something isn't as the writer knows it: the vault's record, or these records. Nothing was written. */
  | { kind: 'changed'; vault: boolean; ids: readonly string[] }
  | { kind: 'failed'; reason: 'full' | 'refused' };

/** What reading rejects with where the browser lets nothing be read. */
export class StorageRefused extends Error {}

/** The journal's database. Reading rejects with `StorageRefused`, if with anything. */
export interface JournalDatabase {
  open(): Promise<'ready' | 'refused' | 'newer'>;
  /** The vault's record, whatever it is. */
  readVault(): Promise<unknown>;
  read(ids: readonly string[]): Promise<(StoredRecord | undefined)[]>;
  /**
   * Hands over all records as they are at one moment, some at a time; done once there are no more.
   *
   * @param part is given how many came before these: with 0 everything begins, or begins anew
   */
  readAll(part: (records: readonly StoredRecord[], before: number) => void): Promise<void>;
  /** Ids of what lies in the store `aside`. */
  readAside(): Promise<string[]>;
  write(change: Change): Promise<Written>;
  /** Removes the database, and answers whether it is gone. */
  destroy(): Promise<boolean>;
}

/** What windows tell each other: random ids at most. */
export type WindowMessage =
  | { kind: 'changed'; ids: readonly string[] }
  /** The ways to open the vault are others now. */
  | { kind: 'ways' }
  | { kind: 'lock' }
  | { kind: 'erased' };

export interface Windows {
  tell(message: WindowMessage): void;
  /** Calls back with what other windows tell, and with `lock` when the computer is locked. */
  watch(heard: (message: WindowMessage) => void): void;
  /** Runs `job` while no other window's is running. */
  exclusive<Value>(job: () => Promise<Value>): Promise<Value>;
}

/** What is known of the journal outside its database, by which a vanished one is noticed. */
export interface OutsideCount {
  read(): Promise<{ vault: string; count: number } | undefined>;
  write(known: { vault: string; count: number }): Promise<void>;
  clear(): Promise<void>;
}

/** When the journal is to lock itself. All windows share it. */
export interface Deadline {
  /** In minutes; undefined where it never does. */
  readMinutes(): Promise<number | undefined>;
  writeMinutes(minutes: number | undefined): Promise<void>;
  /** In ms since the epoch. */
  read(): Promise<number | undefined>;
  write(at: number): Promise<void>;
  clear(): Promise<void>;
}

export interface VaultPorts {
  clock: Clock;
  random: RandomBytes;
  cipher: Cipher;
  kdf: Kdf;
  database: JournalDatabase;
  windows: Windows;
  outside: OutsideCount;
  deadline: Deadline;
  /** Runs `job` after so many ms, even while nobody looks. Returns what calls it off. */
  after(milliseconds: number, job: () => void): () => void;
}
