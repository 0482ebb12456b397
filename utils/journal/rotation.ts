import { readEnvelope } from './envelope.ts';
import { newId } from './ids.ts';
import {
  type DataKey,
  type KeyholePorts,
  makeSlot,
  newDataKey,
  oldKeyData,
  openOldKeys,
  wrap,
} from './keyholes.ts';
import { sealAgain } from './sealing.ts';
import type { Session } from './session.ts';
import type { VaultRecord } from './slots.ts';
import type { VaultPorts, Written } from './vault-ports.ts';
import { type KnownVault, storedVault } from './vault-record.ts';

/** So many records one transaction of a rotation has. */
const AT_ONCE = 500;

/**
 * A record of the vault with a new data key and a passphrase as the only way to it. The data key until now is
 * wrapped under the new one, so that whatever isn't sealed anew yet can still be read.
 */
export async function beginRotation(
  ports: KeyholePorts,
  { record }: KnownVault,
  data: DataKey,
  passphrase: string,
): Promise<{ record: VaultRecord; data: DataKey }> {
  const next = await newDataKey(ports, newId(ports.random));
  const older = await openOldKeys(ports, record, data);
  const wrapOld = async ({ id, bytes }: DataKey): Promise<{ key: string; wrapped: string }> => ({
    key: id,
    wrapped: await wrap(ports, next.key, bytes, oldKeyData(record.vault, id, next.id)),
  });
  return {
    data: next,
    record: {
      ...record,
      key: next.id,
      slots: [await makeSlot(ports, record.vault, next, { way: 'passphrase', passphrase })],
      rotation: await wrapOld(data),
      retired: await Promise.all(older.map(wrapOld)),
    },
  };
}

/** Ids of all records that aren't under the current key. */
async function pending({ database }: VaultPorts, { ring }: Session): Promise<string[]> {
  const ids = new Set<string>();
  await database.readAll((records) => {
    for (const { id, sealed } of records) {
      const envelope = readEnvelope(sealed);
      if (!envelope.ok || envelope.value.keyId !== ring.current) ids.add(id);
    }
  });
  return [...ids];
}

/** Seals some records anew, each at the revision it has. Answers how many couldn't be read, or what failed. */
async function sealAnew(
  ports: VaultPorts,
  { ring, vault }: Session,
  ids: readonly string[],
): Promise<{ left: number; written: Written }> {
  const found = (await ports.database.read(ids)).filter((record) => record !== undefined);
  const sealed = await Promise.all(found.map((record) => sealAgain(ports, ring, record)));
  const readable = sealed.filter((one) => one !== undefined);
  const written = await ports.database.write({
    vault: vault.digest,
    expect: new Map(readable.map(({ record, revision }) => [record.id, revision])),
    put: readable.map(({ record }) => record),
    remove: [],
    setAside: [],
  });
  return { left: found.length - readable.length, written };
}

/**
 * Seals everything under the current key that isn't yet, then forgets the earlier key, unless records remain
 * that couldn't be read. It may stop anywhere: every record says which key it is under, and as long as the
 * vault's record tells of a rotation, both keys are there.
 */
export async function goOnWithRotation(ports: VaultPorts, session: Session): Promise<void> {
  if (session.vault.record.rotation === undefined) return;
  const ids = await pending(ports, session);
  let left = (await ports.database.readAside()).length;
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    if (session.closed) return;
    const part = ids.slice(at, at + AT_ONCE);
    const sealed = (): ReturnType<typeof sealAnew> =>
      ports.windows.exclusive(() => sealAnew(ports, session, part));
    let batch = await sealed();
    // An entry was saved meanwhile: its batch is read and sealed once more.
    while (batch.written.kind === 'changed' && !batch.written.vault && !session.closed)
      batch = await sealed();
    if (batch.written.kind !== 'done') return;
    left += batch.left;
  }
  await ports.windows.exclusive(async () => {
    const { rotation, ...record } = session.vault.record;
    if (session.closed || rotation === undefined) return;
    const ended = { ...record, retired: left > 0 ? [...record.retired, rotation] : record.retired };
    const newVault = await storedVault(ports.cipher, ended, undefined);
    const change = { expect: new Map(), put: [], remove: [], setAside: [] };
    const written = await ports.database.write({ ...change, vault: session.vault.digest, newVault });
    if (written.kind === 'done') session.vault = { record: ended, digest: newVault.digest };
  });
}
