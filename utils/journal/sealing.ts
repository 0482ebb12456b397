import { failure, type Result, success } from '../core/result.ts';
import {
  associatedData,
  NONCE_LENGTH,
  type RecordFault,
  readEnvelope,
  SCHEMA,
  writeEnvelope,
} from './envelope.ts';
import type { RandomBytes } from './ids.ts';
import { decodePayload, encodePayload, type Payload } from './payload.ts';
import type { Cipher, SealingKey, StoredRecord } from './vault-ports.ts';

/** The data keys of an open vault: what is written is under `current`; while a rotation lasts, others can be read. */
export interface KeyRing {
  current: string;
  keys: ReadonlyMap<string, SealingKey>;
}

export interface SealingPorts {
  cipher: Cipher;
  random: RandomBytes;
}

/** A record as it is kept: the payload sealed under the ring's current key. */
export async function sealRecord(
  { cipher, random }: SealingPorts,
  ring: KeyRing,
  { id, revision, payload }: { id: string; revision: number; payload: Payload },
): Promise<StoredRecord> {
  const key = ring.keys.get(ring.current);
  if (key === undefined) throw new Error('The ring lacks its current key');
  const header = { schema: SCHEMA, keyId: ring.current, revision };
  const nonce = random(NONCE_LENGTH);
  const sealed = await cipher.seal(key, nonce, encodePayload(payload), associatedData(id, header));
  return { id, sealed: writeEnvelope({ ...header, nonce, sealed }) };
}

export interface OpenedRecord {
  id: string;
  revision: number;
  keyId: string;
  payload: Payload;
}

/**
 * What a stored record holds, or why it can't be read.
 *
 * @param expected the revision that it was saved with last, where that is known
 */
export async function openRecord(
  cipher: Cipher,
  ring: KeyRing,
  { id, sealed: bytes }: StoredRecord,
  expected?: number,
): Promise<Result<OpenedRecord, RecordFault>> {
  const envelope = readEnvelope(bytes);
  if (!envelope.ok) return envelope;
  const { nonce, sealed, ...header } = envelope.value;
  const key = ring.keys.get(header.keyId);
  if (key === undefined) return failure('otherKey');
  const plain = await cipher.open(key, nonce, sealed, associatedData(id, header));
  if (plain === undefined) return failure('damaged');
  // Only now is it certain that the revision is the one it was sealed with.
  if (expected !== undefined && header.revision !== expected) return failure('old');
  const payload = decodePayload(plain);
  if (!payload.ok) return payload;
  return success({ id, revision: header.revision, keyId: header.keyId, payload: payload.value });
}
