import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { stampOf } from './envelope.ts';
import {
  type Change,
  type JournalDatabase,
  StorageRefused,
  type StoredRecord,
  type StoredVault,
  type Written,
} from './vault-ports.ts';

/** All that lies on the disk: random ids, and bytes that say nothing but their rough length. */
interface JournalSchema extends DBSchema {
  records: { key: string; value: StoredRecord };
  /** One record. */
  vault: { key: string; value: StoredVault };
  /** Unreadable records that another one took the place of. */
  aside: { key: number; value: StoredRecord };
}
type Connection = IDBPDatabase<JournalSchema>;

const JOURNAL_DATABASE = 'earshot-journal';
const VERSION = 1;
const VAULT = 'vault';
/** So long another window may take to let go of an older version. */
const BLOCKED_FOR = 3000;

let opened: Promise<Connection> | undefined;

const forget = (): void => {
  opened = undefined;
};

function upgrade(db: Connection): void {
  db.createObjectStore('records', { keyPath: 'id' });
  db.createObjectStore('vault');
  db.createObjectStore('aside', { autoIncrement: true });
}

/** One connection a window; after the browser closed it, the next call opens it afresh. */
function connection(): Promise<Connection> {
  if (opened !== undefined) return opened;
  let giveUp: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_, reject) => {
    const refuse = (): void => reject(new DOMException('Another window holds it', 'TimeoutError'));
    giveUp = setTimeout(refuse, BLOCKED_FOR);
  });
  const opening = openDB<JournalSchema>(JOURNAL_DATABASE, VERSION, {
    upgrade,
    // A newer Earshot, or somebody who removes everything, waits for this connection.
    blocking(_current, _blocked, event) {
      forget();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: forget,
  });
  const current = Promise.race([opening, blocked]).finally(() => clearTimeout(giveUp));
  opened = current;
  current.catch(() => {
    if (opened === current) forget();
    // One that opens too late would hold back others.
    opening.then(
      (late) => late.close(),
      () => undefined,
    );
  });
  return current;
}

const isNamed = (error: unknown, ...names: string[]): boolean =>
  error instanceof DOMException && names.includes(error.name);

/** A connection that the browser closed a moment ago is opened once more. */
async function reading<Value>(job: (db: Connection) => Promise<Value>): Promise<Value> {
  try {
    return await job(await connection());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    forget();
  }
  try {
    return await job(await connection());
  } catch (error) {
    throw error instanceof DOMException ? new StorageRefused(error.name, { cause: error }) : error;
  }
}

/** A record that the browser itself can't read any more counts as one, without its bytes. */
async function readOne(db: Connection, id: string): Promise<StoredRecord | undefined> {
  try {
    return await db.get('records', id);
  } catch (error) {
    if (isNamed(error, 'UnknownError', 'DataError', 'NotReadableError', 'NotFoundError')) {
      return { id, sealed: new Uint8Array() };
    }
    throw error;
  }
}

async function readEach(db: Connection, ids: readonly string[]): Promise<(StoredRecord | undefined)[]> {
  return Promise.all(ids.map((id) => readOne(db, id)));
}

/** One record that the browser can't read makes it refuse all of them at once: then one at a time. */
async function readAllOf(db: Connection): Promise<StoredRecord[]> {
  try {
    return await db.getAll('records');
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const found = await readEach(db, await db.getAllKeys('records'));
    return found.filter((record) => record !== undefined);
  }
}

async function carryOut(db: Connection, change: Change): Promise<Written> {
  const tx = db.transaction(['records', 'vault', 'aside'], 'readwrite', { durability: 'strict' });
  const done = tx.done.then(
    () => undefined,
    (error: unknown) => error,
  );
  const records = tx.objectStore('records');
  const expected = [...change.expect];
  const [vault, ...found] = await Promise.all([
    tx.objectStore('vault').get(VAULT),
    ...expected.map(([id]) => records.get(id)),
  ]);
  const ids = expected.flatMap(([id, stamp], at) => {
    const sealed = found[at]?.sealed;
    return (sealed && stampOf(sealed)) === stamp ? [] : [id];
  });
  if (vault?.digest !== change.vault || ids.length > 0) {
    tx.abort();
    await done;
    return { kind: 'changed', vault: vault?.digest !== change.vault, ids };
  }
  const aside = await Promise.all(change.setAside.map((id) => records.get(id)));
  const writes: Promise<unknown>[] = [];
  for (const record of aside) if (record !== undefined) writes.push(tx.objectStore('aside').add(record));
  for (const id of change.remove) writes.push(records.delete(id));
  for (const record of change.put) writes.push(records.put(record));
  if (change.newVault !== undefined) writes.push(tx.objectStore('vault').put(change.newVault, VAULT));
  const outcomes = await Promise.allSettled(writes);
  const error = (await done) ?? outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
  if (error !== undefined) throw error;
  return { kind: 'done' };
}

async function clear(db: Connection): Promise<void> {
  const tx = db.transaction(['records', 'vault', 'aside'], 'readwrite', { durability: 'strict' });
  const stores = ['records', 'vault', 'aside'] as const;
  await Promise.all([...stores.map((name) => tx.objectStore(name).clear()), tx.done]);
}

function remove(): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(JOURNAL_DATABASE);
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    // Other windows let go when they are asked to; one that doesn't in time keeps an empty database.
    setTimeout(() => resolve(false), BLOCKED_FOR);
  });
}

/** The journal's database in IndexedDB. Only the side panel's windows open it. */
export const journalDatabase: JournalDatabase = {
  async open() {
    try {
      await connection();
      return 'ready';
    } catch (error) {
      return isNamed(error, 'VersionError') ? 'newer' : 'refused';
    }
  },

  readVault: () => reading((db) => db.get('vault', VAULT)),

  read: (ids) =>
    ids.length === 0
      ? Promise.resolve([])
      : reading((db) => {
          const { store } = db.transaction('records');
          return Promise.all(ids.map((id) => store.get(id))).catch(() => readEach(db, ids));
        }),

  readAll: () => reading(readAllOf),

  readAside: () => reading(async (db) => (await db.getAll('aside')).map(({ id }) => id)),

  async write(change) {
    try {
      return await carryOut(await connection(), change);
    } catch (error) {
      if (isNamed(error, 'QuotaExceededError')) return { kind: 'failed', reason: 'full' };
      if (!(error instanceof DOMException)) throw error;
      // The next one opens the database afresh.
      forget();
      return { kind: 'failed', reason: 'refused' };
    }
  },

  async destroy() {
    try {
      // Should a window not let go of the database, at least nothing is in it any more.
      await reading(clear);
      (await connection()).close();
      forget();
      if (!(await remove())) return false;
      const left = await indexedDB.databases();
      return left.every(({ name }) => name !== JOURNAL_DATABASE);
    } catch {
      return false;
    }
  },
};
