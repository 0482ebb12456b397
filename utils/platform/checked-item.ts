import { storage } from 'wxt/utils/storage';

/** A stored value whose shape is checked at every read, since a failed migration leaves the old one. */
export interface CheckedItem<Value> {
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
  /**
   * Changes the value from what it is then, one change after the other, from whichever context: none takes back
   * what another has changed.
   *
   * @throws where the value would have another shape; nothing is changed then
   */
  change(change: (before: Value) => Value): Promise<void>;
  /** Calls back whenever the value changes, in this context or another. Returns what ends it. */
  watch(changed: () => void): () => void;
}

/** @param fallback what is read while nothing is stored, or nothing of the right shape */
export function checkedItem<Value>(
  key: `local:${string}`,
  schema: { safeParse(value: unknown): { success: true; data: Value } | { success: false } },
  fallback: Value,
): CheckedItem<Value> {
  const item = storage.defineItem<unknown>(key, { fallback, version: 1 });
  const read = async (): Promise<Value> => {
    const parsed = schema.safeParse(await item.getValue());
    return parsed.success ? parsed.data : fallback;
  };
  return {
    read,
    write: (value) => item.setValue(value),
    change: (change) =>
      navigator.locks.request(`earshot ${key}`, async () => {
        const changed = schema.safeParse(change(await read()));
        // It would be read as nothing, and all that was set would be lost.
        if (!changed.success) throw new TypeError(`What is stored as ${key} can't be like that.`);
        await item.setValue(changed.data);
      }),
    watch: (changed) => item.watch(changed),
  };
}
