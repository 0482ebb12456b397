import type { Earshot } from '../../scripts/launch.ts';

/**
 * Everything that the extension has stored, as text: two of these are equal if nothing was written between. How long
 * the computer is in use is measured all along, whatever anybody does with Earshot, and is left out.
 */
export async function storedTraces(earshot: Earshot): Promise<Record<string, string>> {
  return earshot.inBackground(async (api, _nothing, { indexedDB, caches }) => {
    const asText = (value: unknown): string =>
      JSON.stringify(value, (_key, held) => (held instanceof Map || held instanceof Set ? [...held] : held));
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const { breakState: _measured, ...local } = await api.storage.local.get();
    const found: Record<string, string> = {
      local: asText(local),
      sync: asText(await api.storage.sync.get()),
      session: asText(await api.storage.session.get()),
      caches: asText(await caches.keys()),
    };
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const reader = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([settled(reader.getAllKeys()), settled(reader.getAll())]);
        found[`${name}/${store}`] = asText([keys, values]);
      }
      database.close();
    }
    return found;
  });
}

/** Addresses that the background has asked for since `since`, in ms since the epoch. */
export async function askedByBackground(earshot: Earshot, since: number): Promise<string[]> {
  return earshot.inBackground(
    (_api, from, { performance }) =>
      performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => performance.timeOrigin + startTime >= from)
        .map(({ name }) => name),
    since,
  );
}
