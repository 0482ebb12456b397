import { failure, type Result, success } from '../core/result.ts';
import type { Bytes } from './ids.ts';

/**
 * What one record is on disk, numbers big-endian:
 *
 * | at | length | what |
 * | --- | --- | --- |
 * | 0 | 1 | the layout's version, 1 |
 * | 1 | 2 | the schema of what is inside |
 * | 3 | 16 | the data key's id |
 * | 19 | 4 | the record's revision |
 * | 23 | 12 | the nonce |
 * | 35 | | AES-256-GCM's ciphertext and its 16 bytes of tag |
 */
const LAYOUT = 1;
const KEY_ID = 3;
const REVISION = 19;
const NONCE = 23;
const SEALED = 35;
const TAG = 16;
export const NONCE_LENGTH = 12;

/** The schema that this Earshot writes inside records. */
export const SCHEMA = 1;

const ENCODER = new TextEncoder();

export interface EnvelopeHeader {
  schema: number;
  /** The data key's id: 128 bits in hex. */
  keyId: string;
  revision: number;
}

export interface Envelope extends EnvelopeHeader {
  nonce: Bytes;
  sealed: Bytes;
}

/**
 * Why a record can't be read. `truncated`: shorter than any record; `unknown`: not a record of ours; `newer`:
 * from a newer Earshot; `otherKey`: under a key that this vault doesn't have; `old`: an earlier revision than
 * the one that was saved last; `damaged`: changed since it was sealed, or another record in its place;
 * `missing`: gone though it was saved; `unreadable`: what lies inside isn't what it should be.
 */
export type RecordFault =
  | 'truncated'
  | 'unknown'
  | 'newer'
  | 'otherKey'
  | 'old'
  | 'damaged'
  | 'missing'
  | 'unreadable';

/** The record's bytes as they are stored. */
export function writeEnvelope({ schema, keyId, revision, nonce, sealed }: Envelope): Bytes {
  const bytes = new Uint8Array(SEALED + sealed.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = LAYOUT;
  view.setUint16(1, schema);
  bytes.set(Uint8Array.fromHex(keyId), KEY_ID);
  view.setUint32(REVISION, revision);
  bytes.set(nonce, NONCE);
  bytes.set(sealed, SEALED);
  return bytes;
}

/** Takes a record apart, without copying. Nothing is verified yet but its layout. */
export function readEnvelope(bytes: Bytes): Result<Envelope, 'truncated' | 'unknown' | 'newer'> {
  const layout = bytes[0];
  if (layout === undefined || bytes.length < SEALED + TAG) return failure('truncated');
  if (layout !== LAYOUT) return failure(layout > LAYOUT ? 'newer' : 'unknown');
  const view = new DataView(bytes.buffer, bytes.byteOffset, SEALED);
  const schema = view.getUint16(1);
  if (schema === 0) return failure('unknown');
  if (schema > SCHEMA) return failure('newer');
  return success({
    schema,
    keyId: bytes.subarray(KEY_ID, REVISION).toHex(),
    revision: view.getUint32(REVISION),
    nonce: bytes.subarray(NONCE, SEALED),
    sealed: bytes.subarray(SEALED),
  });
}

/** What stands for a stored record's state where it is compared: its revision, or -1 where it has none. */
export function stampOf(bytes: Uint8Array): number {
  if (bytes.length < NONCE) return -1;
  return new DataView(bytes.buffer, bytes.byteOffset, NONCE).getUint32(REVISION);
}

/** What ties a record to its place, its key and its revision (RFC 5116's associated data). */
export function associatedData(id: string, { schema, keyId, revision }: EnvelopeHeader): Bytes {
  return ENCODER.encode(`earshot-journal|records|${id}|${schema}|${keyId}|${revision}`);
}
