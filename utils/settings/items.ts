import { storage } from 'wxt/utils/storage';
import { checkedItem } from '../platform/checked-item.ts';
import { type Profile, profileSchema, type Settings, settingsSchema } from './schema.ts';

export const profileItem = checkedItem<Profile>('local:profile', profileSchema, profileSchema.parse({}));
export const settingsItem = checkedItem<Settings>('local:settings', settingsSchema, settingsSchema.parse({}));

const seed = storage.defineItem<string>('local:seed', { init: () => crypto.randomUUID(), version: 1 });

/** A random word of this installation, by which the order among equals differs between people. */
export const readSeed = (): Promise<string> => seed.getValue();
