import { gzipSync } from 'fflate';
import { z } from 'zod';
import '../../core/jitless.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { NONCE_LENGTH } from '../envelope.ts';
import type { Bytes } from '../ids.ts';
import { KDF_COST } from '../slots.ts';
import type { Cipher, Kdf, KdfCost, SealingKey } from '../vault-ports.ts';
import { type BackupFault, type BackupPorts, LIMITS, type Outgoing } from './contract.ts';
import { exportJson } from './export-json.ts';
import { readJson, readText, versionIn } from './reading-json.ts';
import { gunzipped } from './unpacking.ts';

const BACKUP_FORMAT = 'earshot-backup/1';
const SALT = 16;
const TAG = 16;
/** More than any machine can bear while somebody waits. */
const MOST: KdfCost = { memory: 1_048_576, passes: 32, lanes: 4 };
/** Base64 takes four characters for three bytes. */
const LONGEST = Math.ceil((LIMITS.bytes * 4) / 3) + 4096;

const sealedSchema = z.object({ nonce: z.string(), sealed: z.string() });
const backupSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  kdf: z.object({
    name: z.literal('argon2id'),
    memory: z.int().min(1),
    passes: z.int().min(1),
    lanes: z.int().min(1),
    salt: z.string(),
  }),
  cipher: z.literal('AES-256-GCM'),
  /** Nothing, sealed: it opens with the right passphrase, whatever happened to the rest. */
  check: sealedSchema,
  data: sealedSchema,
  digest: z.string(),
});
type Backup = z.infer<typeof backupSchema>;
type Sealed = Backup['data'];

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** What ties a part to this format and to the parameters of its key. */
function associated({ kdf }: Pick<Backup, 'kdf'>, part: 'check' | 'data'): Bytes {
  const { name, memory, passes, lanes, salt } = kdf;
  return utf8([BACKUP_FORMAT, name, memory, passes, lanes, salt, 'AES-256-GCM', part].join('|'));
}

/** What tells damage from a wrong passphrase. It proves nothing; the tags of AES-GCM do. */
function digested(cipher: Cipher, { kdf, check, data }: Omit<Backup, 'digest'>): Promise<string> {
  const { name, memory, passes, lanes, salt } = kdf;
  const parts = [check.nonce, check.sealed, data.nonce, data.sealed];
  return cipher.digest([BACKUP_FORMAT, name, memory, passes, lanes, salt, ...parts].join('|'));
}

const keyOf = async (
  { cipher, kdf }: { cipher: Cipher; kdf: Kdf },
  passphrase: string,
  salt: Bytes,
  { memory, passes, lanes }: KdfCost,
): Promise<SealingKey> =>
  cipher.importKey(await kdf(passphrase.normalize('NFKC'), salt, { memory, passes, lanes }));

/**
 * The journal under a passphrase of its own: gzipped JSON (`exportJson`) under AES-256-GCM, its key from Argon2id.
 * `docs/journal-format.md` tells how to open it without Earshot. Rejects where the ports do.
 *
 * @param passphrase taken as NFKC (Unicode TR 15)
 * @param now in ms since the epoch
 */
export async function sealBackup(
  outgoing: Outgoing,
  passphrase: string,
  now: number,
  ports: BackupPorts,
): Promise<string> {
  const salt = ports.random(SALT);
  const kdf = { name: 'argon2id' as const, ...KDF_COST, salt: salt.toBase64() };
  const key = await keyOf(ports, passphrase, salt, KDF_COST);
  const seal = async (plain: Bytes, part: 'check' | 'data'): Promise<Sealed> => {
    const nonce = ports.random(NONCE_LENGTH);
    const sealed = await ports.cipher.seal(key, nonce, plain, associated({ kdf }, part));
    return { nonce: nonce.toBase64(), sealed: sealed.toBase64() };
  };
  const rest = {
    format: BACKUP_FORMAT,
    kdf,
    cipher: 'AES-256-GCM',
    check: await seal(new Uint8Array(), 'check'),
    data: await seal(gzipSync(utf8(exportJson(outgoing, now)), { mtime: now }), 'data'),
  } as const;
  const { format, cipher, check, data } = rest;
  const digest = await digested(ports.cipher, rest);
  return `${JSON.stringify({ format, kdf, cipher, digest, check, data }, undefined, 1)}\n`;
}

/** Whether text is a backup, whole or not, of whichever version. */
const BEGINNING = /^\s*\{\s*"format"\s*:\s*"earshot-backup\/([1-9]\d{0,5})"/;

function read(bytes: Uint8Array): Result<Backup, BackupFault> {
  if (bytes.length > LONGEST) return failure('large');
  const text = readText(bytes);
  const begun = text === undefined ? null : BEGINNING.exec(text);
  const document = readJson(text ?? '', 8);
  if (!document.ok) {
    if (begun === null) return failure('notABackup');
    return failure(begun[1] === '1' ? document.error : 'newer');
  }
  const format: unknown = Object(document.value).format;
  const version = versionIn(format, 'earshot-backup');
  if (version === undefined) return failure('notABackup');
  if (version > 1) return failure('newer');
  const backup = backupSchema.safeParse(document.value);
  return backup.success ? success(backup.data) : failure('damaged');
}

/** The bytes that base64 stands for; undefined where it isn't base64, or not of `exactly` so many. */
function bytesIn(text: string, exactly?: number): Bytes | undefined {
  try {
    const bytes = Uint8Array.fromBase64(text);
    return exactly === undefined || bytes.length === exactly ? bytes : undefined;
  } catch {
    return undefined;
  }
}

interface Part {
  nonce: Bytes;
  sealed: Bytes;
}

function partIn({ nonce, sealed }: Sealed): Part | undefined {
  const part = { nonce: bytesIn(nonce, NONCE_LENGTH), sealed: bytesIn(sealed) };
  if (part.nonce === undefined || part.sealed === undefined || part.sealed.length < TAG) return undefined;
  return { nonce: part.nonce, sealed: part.sealed };
}

function unfit({ memory, passes, lanes }: KdfCost): BackupFault | undefined {
  if (memory > MOST.memory || passes > MOST.passes || lanes > MOST.lanes) return 'costly';
  const weak = memory < KDF_COST.memory || passes < KDF_COST.passes || lanes < KDF_COST.lanes;
  return weak ? 'weak' : undefined;
}

/**
 * The JSON that is in a backup, for `readImport`. Parameters are looked at before any work is done with them, and
 * nothing is read of a backup that isn't whole. Rejects only where the ports do.
 */
export async function openBackup(
  bytes: Uint8Array,
  passphrase: string,
  ports: Pick<BackupPorts, 'cipher' | 'kdf'>,
): Promise<Result<Bytes, BackupFault>> {
  const backup = read(bytes);
  if (!backup.ok) return backup;
  const { kdf, check, data, digest } = backup.value;
  if (digest !== (await digested(ports.cipher, backup.value))) return failure('damaged');
  const fault = unfit(kdf);
  if (fault !== undefined) return failure(fault);
  const salt = bytesIn(kdf.salt, SALT);
  const parts = { check: partIn(check), data: partIn(data) };
  if (salt === undefined || parts.check === undefined || parts.data === undefined) return failure('damaged');
  const key = await keyOf(ports, passphrase, salt, kdf);
  const open = ({ nonce, sealed }: Part, part: 'check' | 'data'): Promise<Bytes | undefined> =>
    ports.cipher.open(key, nonce, sealed, associated({ kdf }, part));
  if ((await open(parts.check, 'check')) === undefined) return failure('wrong');
  const packed = await open(parts.data, 'data');
  return packed === undefined ? failure('damaged') : gunzipped(packed, LIMITS.bytes);
}
