import { directoryDatabase, type StoredHead } from './database.ts';
import type { BlockCounts, CopyStore } from './ports.ts';
import type { Site } from './schema.ts';
import { LOG_LENGTH, type LogEntry, type SourceState } from './source.ts';
import type { DirectoryView } from './view.ts';

const VIEW = 'view';
const PHOTOS = 'photos';

/** Every key of one address's blocks: an array sorts after every string. */
const blocksOf = (url: string): IDBKeyRange => IDBKeyRange.bound([url], [url, []]);

function summary(key: string, known: ReadonlyMap<string, BlockCounts>): BlockCounts & { key: string } {
  const { count = 0, rejections = [], rejectionCount = 0 } = known.get(key) ?? {};
  return { key, count, rejections, rejectionCount };
}

/** The directory's store. Only the background writes to it. */
export const directoryStore: CopyStore = {
  async readState(url) {
    return (await directoryDatabase()).get('states', url);
  },

  async writeState(state) {
    const db = await directoryDatabase();
    const tx = db.transaction('states', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put(state), tx.done]);
  },

  async readBlockCounts(url) {
    const stored = await (await directoryDatabase()).get('heads', url);
    return new Map(stored?.blocks.map((block) => [block.key, block]));
  },

  async replaceCopy({ state, head, blocks, added }) {
    const { url } = state;
    const db = await directoryDatabase();
    const tx = db.transaction(['states', 'heads', 'blocks'], 'readwrite', { durability: 'strict' });
    const before = await tx.objectStore('heads').get(url);
    const counts = new Map<string, BlockCounts>();
    for (const block of [...(before?.blocks ?? []), ...added]) counts.set(block.key, block);
    const writes: Promise<unknown>[] = [];
    for (const { key, text } of added) writes.push(tx.objectStore('blocks').put({ url, key, text }));
    const kept = new Set(blocks);
    for (const { key } of before?.blocks ?? []) {
      if (!kept.has(key)) writes.push(tx.objectStore('blocks').delete([url, key]));
    }
    writes.push(
      tx.objectStore('heads').put({ url, head, blocks: blocks.map((key) => summary(key, counts)) }),
    );
    writes.push(tx.objectStore('states').put(state));
    await Promise.all([...writes, tx.done]);
  },

  async appendLog(entry) {
    const db = await directoryDatabase();
    const tx = db.transaction('log', 'readwrite');
    await tx.store.add(entry);
    const keys = await tx.store.getAllKeys();
    await Promise.all(keys.slice(0, -LOG_LENGTH).map((key) => tx.store.delete(key)));
    await tx.done;
  },
};

/** All addresses' states. */
export async function readStates(): Promise<SourceState[]> {
  return (await directoryDatabase()).getAll('states');
}

/** Removes all that came from addresses that are no longer set. */
export async function forgetOthers(urls: readonly string[]): Promise<void> {
  const db = await directoryDatabase();
  const tx = db.transaction(['states', 'heads', 'blocks'], 'readwrite');
  const gone = (await tx.objectStore('states').getAllKeys()).filter((url) => !urls.includes(url));
  const removals = gone.flatMap((url) => [
    tx.objectStore('states').delete(url),
    tx.objectStore('heads').delete(url),
    tx.objectStore('blocks').delete(blocksOf(url)),
  ]);
  await Promise.all([...removals, tx.done]);
}

/** The log of refreshes, the newest first. */
export async function readLog(): Promise<LogEntry[]> {
  return (await (await directoryDatabase()).getAll('log')).reverse();
}

/** The sites of these addresses' directories, each once. */
export async function readSites(urls: readonly string[]): Promise<Site[]> {
  const heads = (await (await directoryDatabase()).getAll('heads')).filter(({ url }) => urls.includes(url));
  return [...new Map(heads.flatMap(({ head }) => head.sites).map((site) => [site.id, site])).values()];
}

export async function readView(): Promise<DirectoryView | undefined> {
  return (await directoryDatabase()).get('view', VIEW);
}

/** The pictures of the view's allies, by their keys: apart from the view, whose reading is waited for. */
export async function readPhotos(): Promise<ReadonlyMap<string, string>> {
  return (await (await directoryDatabase()).get('photos', PHOTOS)) ?? new Map();
}

/** Writes the view alone, beside the pictures that it was built with. */
export async function rewriteView(view: DirectoryView): Promise<void> {
  await (await directoryDatabase()).put('view', view, VIEW);
}

export async function writeView(view: DirectoryView, photos: ReadonlyMap<string, string>): Promise<void> {
  const db = await directoryDatabase();
  const tx = db.transaction(['view', 'photos'], 'readwrite');
  await Promise.all([
    tx.objectStore('view').put(view, VIEW),
    tx.objectStore('photos').put(photos, PHOTOS),
    tx.done,
  ]);
}

/**
 * Reads the heads of these addresses, in their order, and then each block of allies, all in one
 * transaction: a refresh that ends meanwhile is seen whole or not at all.
 *
 * @param onHeads called once, first
 * @param onBlock called for each block that the heads name; `source` is the address's place in `urls`
 */
export async function readCopies(
  urls: readonly string[],
  onHeads: (heads: StoredHead[]) => void,
  onBlock: (block: { source: number; url: string; key: string; text: string }) => void,
): Promise<void> {
  const db = await directoryDatabase();
  const tx = db.transaction(['heads', 'blocks']);
  const found = await Promise.all(urls.map((url) => tx.objectStore('heads').get(url)));
  const heads = found.filter((head) => head !== undefined);
  onHeads(heads);
  for (const { url, blocks } of heads) {
    for (const { key } of blocks) {
      const block = await tx.objectStore('blocks').get([url, key]);
      if (block !== undefined) onBlock({ source: urls.indexOf(url), url, key, text: block.text });
    }
  }
  await tx.done;
}

/** The text of one block, for an ally's full record; undefined once a refresh has replaced it. */
export async function readBlock(url: string, key: string): Promise<string | undefined> {
  return (await (await directoryDatabase()).get('blocks', [url, key]))?.text;
}
