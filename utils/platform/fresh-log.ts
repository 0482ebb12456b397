import { storage } from 'wxt/utils/storage';

/** LevelDB moves what is in its log to a table of its own, and begins another log, after 4 MiB. */
const ENOUGH = 75;
/** `getRandomValues` gives no more than 65,536 bytes at a time. Random ones, since LevelDB packs others. */
const PIECE = 60_000;
const SCRATCH = 'earshot-scratch';
const LOCK = 'earshot-fresh-log';

/** For as long as the browser runs. */
const begun = storage.defineItem<boolean>('session:freshLog');
let beginning: Promise<void> | undefined;

const settled = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    request.onupgradeneeded = () => request.result.createObjectStore('pieces', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function put(database: IDBDatabase, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('pieces', 'readwrite', { durability: 'strict' });
    const pieces = transaction.objectStore('pieces');
    for (let piece = 0; piece < count; piece += 1) pieces.put(crypto.getRandomValues(new Uint8Array(PIECE)));
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** The second transaction is what makes LevelDB look at how long its log is. */
async function turnOver(): Promise<void> {
  const database = await settled(indexedDB.open(SCRATCH, 1));
  try {
    await put(database, ENOUGH);
    await put(database, 1);
  } finally {
    database.close();
    indexedDB.deleteDatabase(SCRATCH);
  }
}

/**
 * To be awaited before anything is written to IndexedDB. A browser that is killed in the middle of a write leaves the
 * log of its databases torn. Chromium (seen in 156) forgives that at the next start, goes on writing behind
 * the tear, and at the start after that takes the log for damaged and removes every database of the extension. Once
 * in each run of the browser, so much is written to a database of its own that a new log is begun, and the torn one
 * is done with. It takes some 40 ms; where the disk is full or nothing may be stored, all stays as it was.
 */
export function freshLog(): Promise<void> {
  if (import.meta.env.FIREFOX) return Promise.resolve();
  beginning ??= navigator.locks
    .request(LOCK, async () => {
      if ((await begun.getValue()) === true) return;
      await turnOver();
      await begun.setValue(true);
    })
    .catch(() => undefined);
  return beginning;
}
