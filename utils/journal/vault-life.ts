import { SECOND } from '../core/clock.ts';
import { firstRevision, newId } from './ids.ts';
import { EMPTY_INDEX } from './journal-index.ts';
import {
  type DataKey,
  makeDeviceSlot,
  newDataKey,
  openByDevice,
  openBySecret,
  openOldKeys,
} from './keyholes.ts';
import { createLockTimer } from './lock-timer.ts';
import type { Secret, Unlocking, VaultState } from './ports.ts';
import { goOnWithRotation } from './rotation.ts';
import { sealRecord } from './sealing.ts';
import { closeSession, openSession, type Session } from './session.ts';
import { VAULT_VERSION, type VaultRecord } from './slots.ts';
import type { VaultPorts } from './vault-ports.ts';
import { type KnownVault, readStoredVault, storedVault, waysOf } from './vault-record.ts';

type Unusable = Extract<VaultState, { kind: 'unusable' }>['reason'];
type Found = { kind: 'vault'; known: KnownVault } | { kind: 'none' } | { kind: Unusable };

/** So long what is to be saved before a lock may take. */
const PATIENCE = 2 * SECOND;

/** The vault's life: made, opened, locked, gone. What is kept in it is others' work. */
export type VaultLife = ReturnType<typeof createVaultLife>;

export function createVaultLife(ports: VaultPorts) {
  const { database, cipher, windows, outside, deadline } = ports;
  const watchers = new Set<() => void>();
  const savers = new Set<() => Promise<unknown>>();
  let standing: Exclude<VaultState, { kind: 'open' }> = { kind: 'opening' };
  let session: Session | undefined;
  let shutting: Promise<void> | undefined;
  const timer = createLockTimer(ports, () => void lock());

  function notify(): void {
    for (const changed of watchers) changed();
  }

  function stand(next: typeof standing): void {
    timer.end();
    if (session !== undefined) closeSession(session);
    session = undefined;
    standing = next;
    notify();
  }

  const unusable = (reason: Unusable): void => stand({ kind: 'unusable', reason });

  async function become(known: KnownVault, data: DataKey): Promise<void> {
    const opened = openSession(known, data, await openOldKeys(ports, known.record, data));
    for (const id of await database.readAside()) opened.replaced.add(id);
    if (session !== undefined) closeSession(session);
    session = opened;
    watchDeadline();
    notify();
    // Whatever stops it, it goes on after the next unlocking.
    goOnWithRotation(ports, opened).catch(() => undefined);
  }

  /** A vault that opens by itself has no deadline: it would be open again at once. */
  function watchDeadline(): void {
    const lockable = session?.vault.record.slots.some(({ way }) => way !== 'device');
    if (lockable) timer.begin().catch(() => undefined);
  }

  async function find(): Promise<Found> {
    const ready = await database.open();
    if (ready !== 'ready') return { kind: ready };
    const stored = await database.readVault();
    if (stored !== undefined) {
      const known = await readStoredVault(cipher, stored);
      return known.ok ? { kind: 'vault', known: known.value } : { kind: known.error };
    }
    const before = await outside.read().catch(() => undefined);
    if (before !== undefined && before.count > 0) return { kind: 'missing' };
    return { kind: 'none' };
  }

  /** Makes the first vault, unless another window has just made it. */
  async function make(): Promise<void> {
    let isEmpty = true;
    await database.readAll((records) => {
      isEmpty &&= records.length === 0;
    });
    if (!isEmpty) return unusable('damaged');
    const data = await newDataKey(ports, newId(ports.random));
    const device = await cipher.makeDeviceKey();
    const vault = newId(ports.random);
    const record: VaultRecord = {
      version: VAULT_VERSION,
      vault,
      key: data.id,
      index: newId(ports.random),
      slots: [await makeDeviceSlot(ports, vault, data, device)],
      retired: [],
    };
    const ring = { current: data.id, keys: new Map([[data.id, data.key]]) };
    const index = await sealRecord(ports, ring, {
      id: record.index,
      revision: firstRevision(ports.random),
      payload: { kind: 'index', value: EMPTY_INDEX },
    });
    const newVault = await storedVault(cipher, record, device);
    const change = { vault: undefined, newVault, put: [index], remove: [], setAside: [] };
    const written = await database.write({ ...change, expect: new Map([[index.id, undefined]]) });
    if (written.kind === 'failed') return unusable(written.reason);
    if (written.kind === 'changed') {
      const found = await find();
      return found.kind === 'vault' ? openKnown(found.known) : unusable('damaged');
    }
    await become({ record, digest: newVault.digest, device }, data);
  }

  async function openKnown(known: KnownVault): Promise<void> {
    const data = known.device && (await openByDevice(ports, known.record, known.device));
    if (data !== undefined) return become(known, data);
    const ways = waysOf(known.record).filter((way) => way !== 'device');
    return ways.length > 0 ? stand({ kind: 'locked', ways }) : unusable('damaged');
  }

  async function start(): Promise<void> {
    if (session !== undefined) return;
    await windows.exclusive(async () => {
      const found = await find();
      if (found.kind === 'vault') await openKnown(found.known);
      else if (found.kind === 'none') await make();
      else unusable(found.kind);
    });
  }

  async function unlock(secret: Secret): Promise<Unlocking> {
    if (session !== undefined) return 'open';
    const found = await find();
    if (found.kind !== 'vault') {
      unusable(found.kind === 'none' ? 'missing' : found.kind);
      return found.kind === 'none' || found.kind === 'missing' ? 'missing' : 'damaged';
    }
    const data = await openBySecret(ports, found.known.record, secret);
    if (data === undefined) return 'wrong';
    await become(found.known, data);
    return 'open';
  }

  async function saveFirst(): Promise<void> {
    let callOff = (): void => undefined;
    const enough = new Promise<void>((resolve) => {
      callOff = ports.after(PATIENCE, resolve);
    });
    await Promise.race([Promise.allSettled([...savers].map((save) => save())), enough]);
    callOff();
  }

  /** Drops everything, once what was being written is saved. */
  function shut(): Promise<void> {
    if (session === undefined) return Promise.resolve();
    shutting ??= saveFirst().then(() => {
      shutting = undefined;
      if (session !== undefined) stand({ kind: 'locked', ways: waysOf(session.vault.record) });
    });
    return shutting;
  }

  async function lock(): Promise<void> {
    windows.tell({ kind: 'lock' });
    await shut();
  }

  /** Reads the vault's record again. False, and locked, where this window's key isn't its key any more. */
  async function isOurs(held: Session): Promise<boolean> {
    const found = await find();
    if (found.kind === 'vault' && found.known.record.key === held.data.id) {
      held.vault = found.known;
      return true;
    }
    if (held !== session) return false;
    if (found.kind === 'vault') stand({ kind: 'locked', ways: waysOf(found.known.record) });
    else unusable(found.kind === 'none' ? 'missing' : found.kind);
    return false;
  }

  return {
    ports,
    timer,
    notify,
    start,
    unlock,
    lock,
    shut,
    isOurs,
    watchDeadline,
    session: (): Session | undefined => session,

    state(): VaultState {
      if (session === undefined) return standing;
      const aside = session.aside.size + session.replaced.size;
      return { kind: 'open', ways: waysOf(session.vault.record), aside };
    },

    watch(changed: () => void): () => void {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },

    beforeLock(save: () => Promise<unknown>): () => void {
      savers.add(save);
      return () => savers.delete(save);
    },

    async begin(): Promise<void> {
      if (standing.kind !== 'unusable' || standing.reason !== 'missing') return;
      await outside.clear();
      await start();
    },

    refuse: (): void => unusable('refused'),

    /** The vault's record as it is on the disk; undefined where there is none to be read. */
    async known(): Promise<KnownVault | undefined> {
      const found = session === undefined ? await find() : undefined;
      return session?.vault ?? (found?.kind === 'vault' ? found.known : undefined);
    },

    /** Another window changed the ways, or removed everything. */
    async lookAgain(): Promise<void> {
      if (session !== undefined) {
        if (await isOurs(session)) notify();
        return;
      }
      await start();
    },

    async erase(): Promise<'gone' | 'failed'> {
      stand({ kind: 'opening' });
      const gone = await windows.exclusive(() => database.destroy());
      if (gone) {
        await outside.clear();
        await deadline.clear();
        windows.tell({ kind: 'erased' });
      }
      await start();
      return gone ? 'gone' : 'failed';
    },

    /** Another window removed everything. */
    async startOver(): Promise<void> {
      stand({ kind: 'opening' });
      await start();
    },
  };
}
