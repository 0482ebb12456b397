import { failure, type Result, success } from '../core/result.ts';
import {
  associatedData,
  type EnvelopeHeader,
  NONCE_LENGTH,
  type RecordFault,
  readEnvelope,
  SCHEMA,
  writeEnvelope,
} from './envelope.ts';
import type { Bytes, RandomBytes } from './ids.ts';
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

async function sealPlain(
  { cipher, random }: SealingPorts,
  ring: KeyRing,
  { id, revision, schema, plain }: { id: string; revision: number; schema: number; plain: Bytes },
): Promise<StoredRecord> {
  const key = ring.keys.get(ring.current);
  if (key === undefined) throw new Error('The ring lacks its current key');
  const header = { schema, keyId: ring.current, revision };
  const nonce = random(NONCE_LENGTH);
  const sealed = await cipher.seal(key, nonce, plain, associatedData(id, header));
  return { id, sealed: writeEnvelope({ ...header, nonce, sealed }) };
}

/** A record as it is kept: the payload sealed under the ring's current key. */
export const sealRecord = (
  ports: SealingPorts,
  ring: KeyRing,
  { id, revision, payload }: { id: string; revision: number; payload: Payload },
): Promise<StoredRecord> =>
  sealPlain(ports, ring, { id, revision, schema: SCHEMA, plain: encodePayload(payload) });

/** What was sealed, or why it can't be had. */
function unseal<Value>(
  cipher: Cipher,
  ring: KeyRing,
  { id, sealed: bytes }: StoredRecord,
  use: (header: EnvelopeHeader, plain: Bytes) => Result<Value, RecordFault>,
): Promise<Result<Value, RecordFault>> {
  const envelope = readEnvelope(bytes);
  if (!envelope.ok) return Promise.resolve(envelope);
  const header = envelope.value;
  const key = ring.keys.get(header.keyId);
  if (key === undefined) return Promise.resolve(failure('otherKey'));
  return cipher
    .open(key, header.nonce, header.sealed, associatedData(id, header))
    .then((plain) => (plain === undefined ? failure('damaged') : use(header, plain)));
}

/** The same content at the same revision under the ring's current key; undefined where it can't be read. */
export async function sealAgain(
  ports: SealingPorts,
  ring: KeyRing,
  record: StoredRecord,
): Promise<{ record: StoredRecord; revision: number } | undefined> {
  const unsealed = await unseal(ports.cipher, ring, record, (header, plain) => success({ header, plain }));
  if (!unsealed.ok) return undefined;
  const { header, plain } = unsealed.value;
  const { revision, schema } = header;
  return { record: await sealPlain(ports, ring, { id: record.id, revision, schema, plain }), revision };
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
export function openRecord(
  cipher: Cipher,
  ring: KeyRing,
  record: StoredRecord,
  expected?: number,
): Promise<Result<OpenedRecord, RecordFault>> {
  return unseal(cipher, ring, record, ({ revision, keyId }, plain) => {
    // Only now is it certain that the revision is the one it was sealed with.
    if (expected !== undefined && revision !== expected) return failure('old');
    const payload = decodePayload(plain);
    return payload.ok ? success({ id: record.id, revision, keyId, payload: payload.value }) : payload;
  });
}
