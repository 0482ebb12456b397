import type { AllyBlock, LogEntry, RefreshProblem, Replacement, SourceState } from './source.ts';

/** What a directory's host is asked for. */
export interface FeedRequest {
  url: string;
  /** Send the origin's cookies and explicit validators; needs the origin's permission. */
  signIn: boolean;
  /** From the last answer; with them the answer may be `unchanged`. */
  validators?: { etag?: string | undefined; lastModified?: string | undefined } | undefined;
  /** The most bytes to accept. */
  maxBytes: number;
}

export type FeedAnswer =
  | { kind: 'unchanged' }
  | { kind: 'document'; bytes: Uint8Array<ArrayBuffer>; etag?: string; lastModified?: string }
  /** `retryAfter` in ms from now, as the server asked. */
  | { kind: 'problem'; problem: RefreshProblem; retryAfter?: number };

/** Fetches over the network. Never throws. */
export interface Feed {
  fetch(request: FeedRequest): Promise<FeedAnswer>;
}

/** What a refresh needs to know of a block that is stored already. */
export type BlockCounts = Pick<AllyBlock, 'count' | 'rejections' | 'rejectionCount'>;

/** What a refresh needs of the store. Every promise resolves once the data is on disk. */
export interface CopyStore {
  readState(url: string): Promise<SourceState | undefined>;
  writeState(state: SourceState): Promise<void>;
  /** For each stored block of this address, by key, what the next copy's counts need. */
  readBlockCounts(url: string): Promise<Map<string, BlockCounts>>;
  /** Swaps the old copy for the new one in a single transaction; blocks no longer named are removed. */
  replaceCopy(replacement: Replacement): Promise<void>;
  /** Appends to the log, which keeps the newest `LOG_LENGTH`. */
  appendLog(entry: LogEntry): Promise<void>;
}

/** The cryptography a refresh needs. */
export interface Digests {
  /** SHA-256 in lower-case hex. */
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  /** Ed25519 (RFC 8032). False for a key or signature that isn't one. */
  verifyEd25519(
    publicKey: Uint8Array<ArrayBuffer>,
    signature: Uint8Array<ArrayBuffer>,
    message: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}
