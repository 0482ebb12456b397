import { failure, type Result, success } from '../core/result.ts';
import type { Way } from './ports.ts';
import { VAULT_VERSION, type VaultRecord, vaultSchema } from './slots.ts';
import type { Cipher, SealingKey, StoredVault } from './vault-ports.ts';

/** The vault's record as it was read. */
export interface KnownVault {
  record: VaultRecord;
  digest: string;
  device?: SealingKey | undefined;
}

/** The ways that open this vault. */
export const waysOf = ({ slots }: VaultRecord): Way[] => [...new Set(slots.map(({ way }) => way))];

/** The record as it is stored. The digest isn't secret: it tells damage from a wrong passphrase. */
export async function storedVault(
  cipher: Cipher,
  record: VaultRecord,
  device: SealingKey | undefined,
): Promise<StoredVault> {
  const text = JSON.stringify(vaultSchema.parse(record));
  return { text, digest: await cipher.digest(text), ...(device !== undefined && { device }) };
}

function hasText(stored: unknown): stored is StoredVault {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'text' in stored &&
    typeof stored.text === 'string' &&
    'digest' in stored &&
    typeof stored.digest === 'string' &&
    (!('device' in stored) || stored.device === undefined || isKey(stored.device))
  );
}

function isKey(value: unknown): value is SealingKey {
  return typeof value === 'object' && value !== null && 'type' in value && 'extractable' in value;
}

function versionOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
}

/** Reads what is stored. `damaged` also where its parameters are weaker than any that Earshot has written. */
export async function readStoredVault(
  cipher: Cipher,
  stored: unknown,
): Promise<Result<KnownVault, 'damaged' | 'newer'>> {
  if (!hasText(stored) || (await cipher.digest(stored.text)) !== stored.digest) return failure('damaged');
  const { text, digest, device } = stored;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failure('damaged');
  }
  const version = versionOf(value);
  if (typeof version === 'number' && version > VAULT_VERSION) return failure('newer');
  const parsed = vaultSchema.safeParse(value);
  return parsed.success ? success({ record: parsed.data, digest, device }) : failure('damaged');
}
