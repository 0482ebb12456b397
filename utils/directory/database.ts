import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { BlockCounts } from './ports.ts';
import type { DirectoryHead } from './read.ts';
import type { LogEntry, SourceState } from './source.ts';
import type { DirectoryView } from './view.ts';

/** What one address's copy consists of, but for its allies. */
export interface StoredHead {
  url: string;
  head: DirectoryHead;
  /** The copy's blocks, in the document's order. */
  blocks: (BlockCounts & { key: string })[];
}

export interface DirectorySchema extends DBSchema {
  states: { key: string; value: SourceState };
  heads: { key: string; value: StoredHead };
  /** By address and block key. */
  blocks: { key: [string, string]; value: { url: string; key: string; text: string } };
  log: { key: number; value: LogEntry };
  /** One record: what the popup paints first. */
  view: { key: string; value: DirectoryView };
  /** One record: pictures by an ally's key. */
  photos: { key: string; value: ReadonlyMap<string, string> };
}

export type DirectoryDatabase = IDBPDatabase<DirectorySchema>;

const DIRECTORY_DATABASE = 'earshot-directory';
const VERSION = 1;

let opened: Promise<DirectoryDatabase> | undefined;

const forget = (): void => {
  opened = undefined;
};

async function open(): Promise<DirectoryDatabase> {
  const database = await openDB<DirectorySchema>(DIRECTORY_DATABASE, VERSION, {
    upgrade(db) {
      db.createObjectStore('states', { keyPath: 'url' });
      db.createObjectStore('heads', { keyPath: 'url' });
      db.createObjectStore('blocks', { keyPath: ['url', 'key'] });
      db.createObjectStore('log', { autoIncrement: true });
      db.createObjectStore('view');
      db.createObjectStore('photos');
    },
    // A newer version of Earshot waits for this connection: let it through, and reopen when next asked.
    blocking(_current, _blocked, event) {
      forget();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: forget,
  });
  return database;
}

/**
 * The directory's database, one connection a context. After the browser closed it (its files were
 * removed, or a newer version took over), the next call opens it afresh. Rejects when the browser can't
 * open it, as in a Firefox private window that keeps nothing.
 */
export function directoryDatabase(): Promise<DirectoryDatabase> {
  if (opened === undefined) {
    opened = open();
    opened.catch(forget);
  }
  return opened;
}
