import type { DirectoryHead, NotADirectory } from './read.ts';
import type { Rejection } from './rejections.ts';

/** Where a directory comes from. */
export interface SourceAddress {
  /** `https:`, or `http:` on loopback. */
  url: string;
  /** Whether a sign-in stands in front, so that the request carries the origin's cookies (needs its permission). */
  signIn: boolean;
}

/** Why the last attempt to refresh brought nothing new. The last good copy stays in use. */
export type RefreshProblem =
  /** No connection: offline, refused, reset midway. */
  | { kind: 'unreachable' }
  /** No answer in time, or one that trickles. */
  | { kind: 'timeout' }
  | { kind: 'notFound'; status: number }
  /** 429 or 503: come back later. */
  | { kind: 'busy'; status: number }
  | { kind: 'serverError'; status: number }
  /** Any other status that isn't a success. */
  | { kind: 'refused'; status: number }
  /** A redirect that leads to no directory, 401 or 403. */
  | { kind: 'signIn' }
  /** The host answered, but lets no other origin read its answer: as sign-in pages do, and some error pages. */
  | { kind: 'withheld' }
  /** A web page where the directory should be. */
  | { kind: 'webPage' }
  | { kind: 'tooLarge' }
  /** Truncated, wrongly encoded, or something else altogether. */
  | { kind: 'notJson' }
  | ({ kind: 'notADirectory' } & NotADirectory)
  /** Keys are set, and the document isn't signed. */
  | { kind: 'unsigned' }
  /** Signed with a key that isn't among the ones that are set. */
  | { kind: 'unknownKey'; kid: string }
  | { kind: 'badSignature' }
  | { kind: 'olderSerial'; serial: number; have: number }
  /** A part whose content doesn't have the hash it is listed with. */
  | { kind: 'partMismatch'; path: string }
  /** The browser could not store it. */
  | { kind: 'storage' };

/** The last good copy, as far as its state is concerned; its records are elsewhere. */
export interface CopyState {
  serial: number;
  issued: string;
  expires?: string;
  environment: 'production' | 'test';
  organization: string;
  /** How many allies it holds, listed or not. */
  allies: number;
  /** When these bytes were fetched, in ms since the epoch. */
  fetchedAt: number;
  /** SHA-256 of the document's bytes, in hex. */
  bodyHash: string;
  /** The key that signed it, if the signature was verified. */
  signedBy?: string;
  /** The reader (`READER`) that made it. */
  reader: number;
  rejections: Rejection[];
  /** May be more than are kept in `rejections`. */
  rejectionCount: number;
}

/** All that is known of one address between two refreshes. Times are in ms since the epoch. */
export interface SourceState extends SourceAddress {
  etag?: string;
  lastModified?: string;
  /** When the server last confirmed the copy or sent a new one. */
  checkedAt?: number;
  /** When the last attempt began. */
  attemptedAt?: number;
  /** Failures since the last success. Set before an attempt begins, so that a worker's death counts as one. */
  failures: number;
  /** When the next attempt is due. */
  nextAt: number;
  problem?: RefreshProblem;
  copy?: CopyState;
  /** Since when the address is set no more. */
  unsetAt?: number;
}

/** Some of the allies of one copy, stored as text since that is the quickest to write and to read. */
export interface AllyBlock {
  /** Names the content: a part's SHA-256, or one made from the document's hash. */
  key: string;
  /** `Ally[]` as JSON. */
  text: string;
  count: number;
  rejections: Rejection[];
  rejectionCount: number;
}

/** What a refresh puts in place of the old copy, all at once. */
export interface Replacement {
  state: SourceState;
  head: DirectoryHead;
  /** Keys of all blocks of the new copy, in the document's order. */
  blocks: string[];
  /** Those of them that aren't stored yet. */
  added: AllyBlock[];
}

/** One line of the log of refreshes. */
export interface LogEntry {
  at: number;
  url: string;
  outcome: 'updated' | 'unchanged' | RefreshProblem['kind'];
  /** Bytes of documents and parts read. */
  bytes: number;
  /** In ms. */
  took: number;
}

/** The log keeps this many. */
export const LOG_LENGTH = 20;
