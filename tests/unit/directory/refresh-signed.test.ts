import { FlattenedSign } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublicKey } from '../../../utils/settings/schema.ts';
import { allyWith, bytesOf, documentWith } from './read-samples.ts';
import { createKey, createWorld } from './refresh-world.ts';

type Key = Awaited<ReturnType<typeof createKey>>;
let first: Key;
let second: Key;

beforeAll(async () => {
  first = await createKey('first');
  second = await createKey('second');
});

const directory = (name: string, serial = 1) => documentWith({ serial, allies: [allyWith({ name })] });
const signed = ({ privateKey, publicKey }: Key, document: unknown) =>
  new FlattenedSign(bytesOf(document))
    .setProtectedHeader({ alg: 'EdDSA', kid: publicKey.kid })
    .sign(privateKey);

async function settledWorld(document: unknown, publicKeys: PublicKey[] = []) {
  const world = createWorld();
  world.host.put(document, { etag: '"1"' });
  const state = await world.refresh({ publicKeys });
  expect(state.problem).toBeUndefined();
  world.host.asked.length = 0;
  world.later(24);
  return world;
}

describe('with keys set', () => {
  it('says which key signed the copy', async () => {
    const world = createWorld();
    world.host.put(await signed(first, directory('Ada')));
    const { copy } = await world.refresh({ publicKeys: [first.publicKey] });
    expect(copy).toMatchObject({ signedBy: 'first', organization: 'Northwind' });
    expect(world.store.names()).toEqual(['Ada']);
  });

  it('keeps the last good copy when an unsigned, unknown or broken one comes', async () => {
    const { host, store, refresh } = await settledWorld(await signed(first, directory('Ada')), [
      first.publicKey,
    ]);
    const publicKeys = [first.publicKey];
    host.put(directory('Mallory', 9));
    expect((await refresh({ publicKeys })).problem).toEqual({ kind: 'unsigned' });
    host.put(await signed(second, directory('Mallory', 9)));
    expect((await refresh({ publicKeys })).problem).toEqual({ kind: 'unknownKey', kid: 'second' });
    const { payload } = await signed(second, directory('Mallory', 9));
    host.put({ ...(await signed(first, directory('Ada'))), payload });
    expect((await refresh({ publicKeys })).problem).toEqual({ kind: 'badSignature' });
    host.put(await signed(first, { format: 'x' }));
    expect((await refresh({ publicKeys })).problem).toMatchObject({ kind: 'notADirectory', field: 'format' });
    expect(store.names()).toEqual(['Ada']);
  });

  it('refuses an older one that was signed once', async () => {
    const { host, store, refresh } = await settledWorld(await signed(first, directory('Ada', 5)), [
      first.publicKey,
    ]);
    host.put(await signed(first, directory('Old', 4)));
    expect((await refresh({ publicKeys: [first.publicKey] })).problem).toEqual({
      kind: 'olderSerial',
      serial: 4,
      have: 5,
    });
    expect(store.names()).toEqual(['Ada']);
  });

  it('confirms the copy without reading it again', async () => {
    const { host, store, refresh } = await settledWorld(await signed(first, directory('Ada')), [
      first.publicKey,
    ]);
    await refresh({ publicKeys: [first.publicKey] });
    expect(host.asked[0]?.validators).toEqual({ etag: '"1"' });
    expect(store.log.at(-1)?.outcome).toBe('unchanged');
  });
});

describe('when keys change', () => {
  it('judges the copy afresh once keys are set: the same unsigned bytes no longer do', async () => {
    const { host, store, refresh } = await settledWorld(directory('Ada'));
    const state = await refresh({ publicKeys: [first.publicKey] });
    expect(host.asked[0]?.validators).toBeUndefined();
    expect(state.problem).toEqual({ kind: 'unsigned' });
    expect(store.names()).toEqual(['Ada']);
  });

  it('verifies the same signed bytes that were taken on trust before', async () => {
    const { refresh } = await settledWorld(await signed(first, directory('Ada')));
    const { copy } = await refresh({ publicKeys: [first.publicKey] });
    expect(copy?.signedBy).toBe('first');
  });

  it('does not let an unsigned copy with a huge serial keep the signed one out', async () => {
    const { host, store, refresh } = await settledWorld(directory('Mallory', 999_999));
    host.put(await signed(first, directory('Ada', 2)));
    expect((await refresh({ publicKeys: [first.publicKey] })).problem).toBeUndefined();
    expect(store.names()).toEqual(['Ada']);
  });

  it('goes on while one key takes over from another', async () => {
    const both = [first.publicKey, second.publicKey];
    const { host, store, refresh } = await settledWorld(await signed(first, directory('Ada', 5)), both);
    host.put(await signed(second, directory('Bo', 6)));
    expect((await refresh({ publicKeys: both })).copy?.signedBy).toBe('second');
    host.put(await signed(first, directory('Cy', 5)));
    expect((await refresh({ publicKeys: both })).problem?.kind).toBe('olderSerial');
    host.put(await signed(second, directory('Di', 7)));
    expect((await refresh({ publicKeys: [second.publicKey] })).problem).toBeUndefined();
    expect(store.names()).toEqual(['Di']);
  });

  it('takes an unsigned one again once no keys are set', async () => {
    const { host, store, refresh } = await settledWorld(await signed(first, directory('Ada')), [
      first.publicKey,
    ]);
    host.put(directory('Bo', 2));
    const { copy } = await refresh();
    expect(copy).not.toHaveProperty('signedBy');
    expect(store.names()).toEqual(['Bo']);
  });
});
