import { argon2id } from 'hash-wasm';
import { cipher } from '../../utils/journal/cipher.ts';
import type { Journal } from '../../utils/journal/ports.ts';
import { createJournal } from '../../utils/journal/vault.ts';
import type { StoredVault, VaultPorts } from '../../utils/journal/vault-ports.ts';
import { Disk, World } from '../unit/journal/fake-vault.ts';

/** A database as it lay on a disk, as JSON; bytes in base64. */
export interface GoldenJournal {
  /** What made it. */
  version: number;
  passphrase?: string;
  recovery?: string;
  /** The device's key, which no browser would give away; only for the vault that opens by it. */
  device?: string;
  vault: { text: string; digest: string };
  records: Record<string, string>;
}

const importDevice = (key: string) => cipher.importKey(Uint8Array.fromBase64(key));

/** A world with the real Argon2id, and a device's key that is known. */
export async function goldenWorld(disk: Disk, device?: string): Promise<World> {
  const world = new World(disk);
  const key = device === undefined ? undefined : await importDevice(device);
  const plain = world.ports.bind(world);
  world.ports = (stopAfter?: number): VaultPorts => ({
    ...plain(stopAfter),
    cipher: { ...cipher, ...(key !== undefined && { makeDeviceKey: async () => key }) },
    kdf: (password, salt, { memory, passes, lanes }) =>
      argon2id({
        password,
        salt,
        memorySize: memory,
        iterations: passes,
        parallelism: lanes,
        hashLength: 32,
        outputType: 'binary',
      }).then((bytes) => new Uint8Array(bytes)),
  });
  return world;
}

/** What lies on a disk, to be kept as a file. */
export function dump(disk: Disk): Pick<GoldenJournal, 'vault' | 'records'> {
  const { text, digest } = disk.vault as StoredVault;
  return {
    vault: { text, digest },
    records: Object.fromEntries([...disk.records].map(([id, sealed]) => [id, sealed.toBase64()])),
  };
}

/** A journal over a golden database, started. */
export async function openGolden(golden: GoldenJournal): Promise<{ journal: Journal; disk: Disk }> {
  const disk = new Disk();
  const device = golden.device === undefined ? undefined : await importDevice(golden.device);
  disk.vault = { ...golden.vault, ...(device !== undefined && { device }) };
  for (const [id, sealed] of Object.entries(golden.records))
    disk.records.set(id, Uint8Array.fromBase64(sealed));
  const world = await goldenWorld(disk);
  const journal = createJournal(world.ports());
  await journal.start();
  return { journal, disk };
}
