import { z } from 'zod';
import '../core/jitless.ts';

const id = z.string().regex(/^[0-9a-f]{32}$/);
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
/** A data key under another: a nonce of 12 bytes, 32 bytes of ciphertext, 16 of tag. */
const wrapped = hex(60);
const salt = hex(16);

/** Argon2id's least cost here; OWASP's least is a third of it. */
export const KDF_COST = { memory: 65_536, passes: 3, lanes: 1 } as const;

/** Weaker parameters are refused, lest somebody lowers them on the disk; and ones that no machine can bear. */
const kdfSchema = z.object({
  name: z.literal('argon2id'),
  /** KiB. */
  memory: z.int().min(KDF_COST.memory).max(1_048_576),
  passes: z.int().min(KDF_COST.passes).max(32),
  lanes: z.int().min(KDF_COST.lanes).max(4),
  salt,
});

/** What opens the vault: how its key comes about, and the data key under that one, always in one record. */
export const slotSchema = z.discriminatedUnion('way', [
  /** Its key lies beside the vault's record, where the browser uses it and shows it to nobody. */
  z.object({ way: z.literal('device'), wrapped }),
  z.object({ way: z.literal('passphrase'), kdf: kdfSchema, wrapped }),
  z.object({ way: z.literal('recovery'), salt, wrapped }),
  z.object({
    way: z.literal('passkey'),
    salt,
    /** WebAuthn's credential id, and the salt that its PRF is asked with. */
    credential: z.string().regex(/^([0-9a-f]{2}){1,1023}$/),
    prfSalt: z.string().regex(/^([0-9a-f]{2}){1,64}$/),
    wrapped,
  }),
]);
export type Slot = z.infer<typeof slotSchema>;

/** A data key that isn't in use any more, under the one that is. */
const oldKeySchema = z.object({ key: id, wrapped });

export const VAULT_VERSION = 1;

/** All that the vault's own record says. Of what is kept it says nothing. */
export const vaultSchema = z.object({
  version: z.literal(VAULT_VERSION),
  vault: id,
  /** The data key's id. */
  key: id,
  /** Under which id the index is among the records. */
  index: id,
  slots: z.array(slotSchema).min(1).max(20),
  /** While records under an earlier data key remain. */
  rotation: oldKeySchema.optional(),
  /** Earlier data keys under which records lie that couldn't be read. */
  retired: z.array(oldKeySchema).max(20),
});
export type VaultRecord = z.infer<typeof vaultSchema>;

/** What the vault's record is part of in the associated data of its slots. */
export function slotData(vault: string, key: string, slot: Slot): string {
  const { wrapped: _, ...rest } = slot;
  return `earshot-journal|vault|${vault}|${key}|${JSON.stringify(rest)}`;
}
