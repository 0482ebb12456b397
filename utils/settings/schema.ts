import { z } from 'zod';
import { country, id, isSafeLink, language, line } from '../directory/fields.ts';

/** Plain `http:` is for a server on this very machine. */
const isLoopback = (url: URL): boolean =>
  url.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1');

/** Whether a directory may be fetched from `address`. */
export function isDirectoryAddress(address: string): boolean {
  if (isSafeLink(address)) return true;
  try {
    const url = new URL(address);
    return isLoopback(url) && url.username === '' && url.password === '';
  } catch {
    return false;
  }
}

const directoryAddressSchema = z.string().max(2000, 'tooLong').refine(isDirectoryAddress, 'badLink');

/** A raw Ed25519 public key, in base64url, and the name that a signature calls it by. */
export const publicKeySchema = z.object({
  kid: z.string().min(1, 'empty').max(200, 'tooLong'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'invalid'),
});
export type PublicKey = z.infer<typeof publicKeySchema>;

export const DEFAULT_REFRESH_HOURS = 24;
/** Between an hour and a week. */
export const REFRESH_HOURS = { least: 1, most: 168 } as const;
export const refreshHoursSchema = z.int().min(REFRESH_HOURS.least).max(REFRESH_HOURS.most);

/** What an administrator may set. No key reaches the journal or switches reminders on. */
export const policySchema = z.object({
  directoryUrl: directoryAddressSchema.optional(),
  publicKeys: z.array(publicKeySchema).max(20, 'tooMany').optional(),
  country: country.optional(),
  site: id.optional(),
  refreshHours: refreshHoursSchema.optional(),
  organizationName: line(160).optional(),
});
export type Policy = z.infer<typeof policySchema>;

/** Who is looking, as far as it helps to find somebody near. It stays on the device. */
export const profileSchema = z.object({
  country: country.optional(),
  site: id.optional(),
  /** BCP 47, the best-liked first. */
  languages: z.array(language).max(20).default([]),
  team: line(120).optional(),
  topics: z.array(line(60)).max(40).default([]),
  /** Leave out allies of the own team. */
  avoidOwnTeam: z.boolean().default(true),
});
export type Profile = z.infer<typeof profileSchema>;

export const MOST_ADDRESSES = 10;
export const MOST_KEYS = 20;

/** What a person sets about the extension itself. */
export const settingsSchema = z.object({
  addresses: z
    .array(z.object({ url: directoryAddressSchema, signIn: z.boolean().default(false) }))
    .max(MOST_ADDRESSES)
    .default([]),
  publicKeys: z.array(publicKeySchema).max(MOST_KEYS).default([]),
  refreshHours: refreshHoursSchema.optional(),
  /** A neutral icon and title. */
  discreet: z.boolean().default(false),
  /** Show the bundled sample organization while no directory is set. */
  sample: z.boolean().default(false),
});
export type Settings = z.infer<typeof settingsSchema>;
