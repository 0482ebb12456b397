import { NONCE_LENGTH } from './envelope.ts';
import type { Bytes, RandomBytes } from './ids.ts';
import type { Secret } from './ports.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { KDF_COST, type Slot, slotData, type VaultRecord } from './slots.ts';
import type { Cipher, Kdf, SealingKey } from './vault-ports.ts';

export interface KeyholePorts {
  cipher: Cipher;
  kdf: Kdf;
  random: RandomBytes;
}

/** A data key: what seals, what is wrapped, and what records call it. */
export interface DataKey {
  id: string;
  bytes: Bytes;
  key: SealingKey;
}

const SALT = 16;
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const copyOf = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

/** `plain` under `key`, the nonce before it, in hex. */
export async function wrap(
  { cipher, random }: Pick<KeyholePorts, 'cipher' | 'random'>,
  key: SealingKey,
  plain: Bytes,
  associated: string,
): Promise<string> {
  const nonce = random(NONCE_LENGTH);
  return nonce.toHex() + (await cipher.seal(key, nonce, plain, utf8(associated))).toHex();
}

/** What `wrap` wrapped; undefined under another key or with other associated data. */
function unwrap(
  cipher: Cipher,
  key: SealingKey,
  wrapped: string,
  associated: string,
): Promise<Bytes | undefined> {
  const bytes = Uint8Array.fromHex(wrapped);
  return cipher.open(key, bytes.slice(0, NONCE_LENGTH), bytes.slice(NONCE_LENGTH), utf8(associated));
}

/** What an earlier data key is tied to, under a later one. */
export const oldKeyData = (vault: string, older: string, newer: string): string =>
  `earshot-journal|key|${vault}|${older}|${newer}`;

/** A passphrase typed on another keyboard is the same passphrase (Unicode TR 15). */
const normalized = (passphrase: string): string => passphrase.normalize('NFKC');

/** The key that a slot's data key is wrapped under; undefined where the secret can't be one for this slot. */
async function slotKey(
  { cipher, kdf }: KeyholePorts,
  slot: Slot,
  secret: Secret,
): Promise<SealingKey | undefined> {
  if (slot.way === 'passphrase' && secret.way === 'passphrase') {
    const { salt, ...cost } = slot.kdf;
    return cipher.importKey(await kdf(normalized(secret.passphrase), Uint8Array.fromHex(salt), cost));
  }
  if (slot.way === 'recovery' && secret.way === 'recovery') {
    const code = readRecoveryCode(secret.code);
    return code && cipher.deriveKey(code, Uint8Array.fromHex(slot.salt), 'earshot-journal recovery');
  }
  if (slot.way === 'passkey' && secret.way === 'passkey') {
    if (secret.prf.length < 32) return undefined;
    return cipher.deriveKey(copyOf(secret.prf), Uint8Array.fromHex(slot.salt), 'earshot-journal passkey');
  }
  return undefined;
}

async function filled(
  ports: KeyholePorts,
  key: SealingKey,
  empty: Slot,
  vault: string,
  data: DataKey,
): Promise<Slot> {
  return { ...empty, wrapped: await wrap(ports, key, data.bytes, slotData(vault, data.id, empty)) };
}

/** A slot that this secret opens. */
export async function makeSlot(
  ports: KeyholePorts,
  vault: string,
  data: DataKey,
  secret: Secret,
  passkey?: { id: Uint8Array; salt: Uint8Array },
): Promise<Slot> {
  const salt = ports.random(SALT).toHex();
  const empty: Slot =
    secret.way === 'passphrase'
      ? { way: 'passphrase', kdf: { name: 'argon2id', ...KDF_COST, salt }, wrapped: '' }
      : secret.way === 'recovery'
        ? { way: 'recovery', salt, wrapped: '' }
        : {
            way: 'passkey',
            salt,
            credential: copyOf(passkey?.id ?? new Uint8Array()).toHex(),
            prfSalt: copyOf(passkey?.salt ?? new Uint8Array()).toHex(),
            wrapped: '',
          };
  const key = await slotKey(ports, empty, secret);
  if (key === undefined) throw new Error('A slot needs a whole secret');
  return filled(ports, key, empty, vault, data);
}

/** A slot that opens by itself, with the browser's own key. */
export const makeDeviceSlot = (
  ports: KeyholePorts,
  vault: string,
  data: DataKey,
  device: SealingKey,
): Promise<Slot> => filled(ports, device, { way: 'device', wrapped: '' }, vault, data);

async function dataKey(cipher: Cipher, id: string, bytes: Bytes): Promise<DataKey> {
  return { id, bytes, key: await cipher.importKey(bytes) };
}

export async function newDataKey({ cipher, random }: KeyholePorts, id: string): Promise<DataKey> {
  return dataKey(cipher, id, random(32));
}

/** The data key by the device's own key; undefined where it doesn't fit. */
export async function openByDevice(
  { cipher }: KeyholePorts,
  record: VaultRecord,
  device: SealingKey,
): Promise<DataKey | undefined> {
  const slot = record.slots.find(({ way }) => way === 'device');
  if (slot === undefined) return undefined;
  const bytes = await unwrap(cipher, device, slot.wrapped, slotData(record.vault, record.key, slot));
  return bytes && dataKey(cipher, record.key, bytes);
}

/** The data key by a secret; undefined where the secret is wrong. */
export async function openBySecret(
  ports: KeyholePorts,
  record: VaultRecord,
  secret: Secret,
): Promise<DataKey | undefined> {
  for (const slot of record.slots) {
    const key = await slotKey(ports, slot, secret);
    if (key === undefined) continue;
    const bytes = await unwrap(ports.cipher, key, slot.wrapped, slotData(record.vault, record.key, slot));
    if (bytes !== undefined) return dataKey(ports.cipher, record.key, bytes);
  }
  return undefined;
}

/** Earlier data keys that the vault still has. */
export async function openOldKeys(
  { cipher }: Pick<KeyholePorts, 'cipher'>,
  { vault, key, rotation, retired }: VaultRecord,
  data: DataKey,
): Promise<DataKey[]> {
  const old = [...(rotation === undefined ? [] : [rotation]), ...retired];
  const found = await Promise.all(
    old.map(async ({ key: id, wrapped }) => {
      const bytes = await unwrap(cipher, data.key, wrapped, oldKeyData(vault, id, key));
      return bytes && dataKey(cipher, id, bytes);
    }),
  );
  return found.filter((one) => one !== undefined);
}
