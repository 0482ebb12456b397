import { storage } from 'wxt/utils/storage';
import { type Profile, profileSchema, type Settings, settingsSchema } from './schema.ts';

/** A stored value whose shape is checked at every read, since a failed migration leaves the old one. */
interface CheckedItem<Value> {
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
  /** Calls back whenever the value changes, in this context or another. Returns what ends it. */
  watch(changed: () => void): () => void;
}

function checkedItem<Value>(
  key: `local:${string}`,
  schema: { safeParse(value: unknown): { success: true; data: Value } | { success: false } },
  fallback: Value,
): CheckedItem<Value> {
  const item = storage.defineItem<unknown>(key, { fallback, version: 1 });
  return {
    async read() {
      const parsed = schema.safeParse(await item.getValue());
      return parsed.success ? parsed.data : fallback;
    },
    write: (value) => item.setValue(value),
    watch: (changed) => item.watch(changed),
  };
}

export const profileItem = checkedItem<Profile>('local:profile', profileSchema, profileSchema.parse({}));
export const settingsItem = checkedItem<Settings>('local:settings', settingsSchema, settingsSchema.parse({}));

const seed = storage.defineItem<string>('local:seed', { init: () => crypto.randomUUID(), version: 1 });

/** A random word of this installation, by which the order among equals differs between people. */
export const readSeed = (): Promise<string> => seed.getValue();
