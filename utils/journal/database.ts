import { type DBSchema, type IDBPDatabase, type IDBPTransaction, type OpenDBCallbacks, openDB } from 'idb';
import { freshLog } from '../platform/fresh-log.ts';
import { extension } from '../platform/native.ts';
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

/** Closes the connection once what is under way has ended; the next call opens another. */
function letGo(): void {
  opened?.then(
    (db) => db.close(),
    () => undefined,
  );
  forget();
}

function upgrade(db: Connection): void {
  db.createObjectStore('records', { keyPath: 'id' });
  db.createObjectStore('vault');
  db.createObjectStore('aside', { autoIncrement: true });
}

const openFresh = async (callbacks: OpenDBCallbacks<JournalSchema>): Promise<Connection> => {
  await freshLog();
  return openDB<JournalSchema>(JOURNAL_DATABASE, VERSION, callbacks);
};

/** One connection a window; after the browser closed it, the next call opens it afresh. */
function connection(): Promise<Connection> {
  if (opened !== undefined) return opened;
  let giveUp: ReturnType<typeof setTimeout> | undefined;
  let wait = (): void => undefined;
  const blocked = new Promise<never>((_, reject) => {
    wait = (): void => {
      const refuse = (): void => reject(new DOMException('Another window holds it', 'TimeoutError'));
      giveUp = setTimeout(refuse, BLOCKED_FOR);
    };
  });
  const opening = openFresh({
    upgrade,
    blocked: () => wait(),
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

type TakePart = Parameters<JournalDatabase['readAll']>[0];

/** So many records are read at a time, few at first: the first are opened while the next are read. */
const FIRST_PART = 60;
const PART = 500;

/** All records, in one transaction: it lasts as long as the next part is asked for before anything else. */
async function readParts(db: Connection, part: TakePart): Promise<void> {
  const { store } = db.transaction('records');
  let before = 0;
  let length = FIRST_PART;
  let next: Promise<StoredRecord[]> | undefined = store.getAll(undefined, length);
  while (next !== undefined) {
    const records: StoredRecord[] = await next;
    const last = records.length < length ? undefined : records.at(-1);
    length = PART;
    next = last && store.getAll(IDBKeyRange.lowerBound(last.id, true), length);
    part(records, before);
    before += records.length;
  }
}

/** One record that the browser can't read makes it refuse all that are read with it: then one at a time. */
async function readAllOf(db: Connection, part: TakePart): Promise<void> {
  try {
    await readParts(db, part);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const found = await readEach(db, await db.getAllKeys('records'));
    part(
      found.filter((record) => record !== undefined),
      0,
    );
  }
}

type Writing = IDBPTransaction<JournalSchema, ('records' | 'vault' | 'aside')[], 'readwrite'>;

/** What isn't as the writer knows it; undefined where everything is. */
async function lookAt(
  tx: Writing,
  change: Change,
): Promise<Extract<Written, { kind: 'changed' }> | undefined> {
  const expected = [...change.expect];
  const [vault, ...found] = await Promise.all([
    tx.objectStore('vault').get(VAULT),
    ...expected.map(([id]) => tx.objectStore('records').get(id)),
  ]);
  const ids = expected.flatMap(([id, stamp], at) => {
    const sealed = found[at]?.sealed;
    return (sealed && stampOf(sealed)) === stamp ? [] : [id];
  });
  const isOther = vault?.digest !== change.vault;
  return isOther || ids.length > 0 ? { kind: 'changed', vault: isOther, ids } : undefined;
}

async function copyAside(tx: Writing, id: string): Promise<void> {
  const record = await tx.objectStore('records').get(id);
  if (record !== undefined) await tx.objectStore('aside').add(record);
}

/**
 * Everything is asked for at once, since each answer takes a while to come. The browser works on it in this
 * order, and ends the transaction only after the last answer was heard: one that is aborted has written nothing.
 */
async function carryOut(db: Connection, change: Change): Promise<Written> {
  const tx = db.transaction(['records', 'vault', 'aside'], 'readwrite', { durability: 'strict' });
  const done = tx.done.then(
    () => undefined,
    (error: unknown) => error,
  );
  const records = tx.objectStore('records');
  const [looked, ...outcomes] = await Promise.allSettled([
    lookAt(tx, change).then((changed) => {
      if (changed !== undefined) tx.abort();
      return changed;
    }),
    ...change.setAside.map((id) => copyAside(tx, id)),
    ...change.remove.map((id) => records.delete(id)),
    ...change.put.map((record) => records.put(record)),
    ...(change.newVault === undefined ? [] : [tx.objectStore('vault').put(change.newVault, VAULT)]),
  ]);
  const ended = await done;
  if (looked.status === 'fulfilled' && looked.value !== undefined) return looked.value;
  const failed = [looked, ...outcomes].find((outcome) => outcome.status === 'rejected');
  const error = ended ?? failed?.reason;
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
    // A private window of Firefox keeps what is written until it is closed, and says nothing of that.
    if (extension.extension.inIncognitoContext) return 'refused';
    try {
      await connection();
      // With the permission `unlimitedStorage` no browser asks the person about it.
      void navigator.storage.persist().catch(() => false);
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

  readAll: (part) => reading((db) => readAllOf(db, part)),

  readAside: () => reading(async (db) => (await db.getAll('aside')).map(({ id }) => id)),

  async write(change) {
    try {
      return await carryOut(await connection(), change);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      // Firefox takes nothing more on a connection on which something did not fit: the next one is a new one.
      letGo();
      return { kind: 'failed', reason: isNamed(error, 'QuotaExceededError') ? 'full' : 'refused' };
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
