import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const manifestSchema = z.object({
  key: z.string().optional(),
  browser_specific_settings: z.object({ gecko: z.object({ id: z.string() }) }).optional(),
});

/**
 * Chromium's id of an extension: the first half of the SHA-256 of its public key, a letter from a to p for
 * each hexadecimal digit.
 *
 * @param key the manifest's `key`: a SubjectPublicKeyInfo in base64
 */
export function chromiumId(key: string): string {
  const digits = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return digits.replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)));
}

/**
 * The id that a built extension is going to have.
 *
 * @param folder holds the build's `manifest.json`
 */
export function extensionIdOf(folder: string): string {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) {
    throw new Error(`There is no built extension in ${folder}: run npm run build and npm run build:firefox.`);
  }
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const id = manifest.browser_specific_settings?.gecko.id ?? (manifest.key && chromiumId(manifest.key));
  if (!id) throw new Error(`${path} has neither a key nor a Gecko id.`);
  return id;
}

if (import.meta.main)
  console.log(extensionIdOf(fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url))));
