import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dump, type GoldenJournal, goldenWorld } from '../tests/support/golden-journal.ts';
import { Disk, draft, entry } from '../tests/unit/journal/fake-vault.ts';
import { VAULT_VERSION } from '../utils/journal/slots.ts';

/**
 * Writes databases as this version of Earshot leaves them, for later versions to open: run once for each version of
 * the vault (`node scripts/golden-journal.ts`), and never again for the same one.
 */
const folder = fileURLToPath(new URL('../tests/fixtures/journal-golden/', import.meta.url));
const PASSPHRASE = 'four unrelated words here';

async function make(name: string, device: string, withPassphrase: boolean): Promise<void> {
  const disk = new Disk();
  const world = await goldenWorld(disk, device);
  const journal = await world.window();
  await journal.saveAll([
    entry(1, { mood: 2, feelings: ['sad'], about: ['work'], tags: ['rain'], prompt: 'What is here?' }),
    entry(2, { pinned: true, versions: [{ written: 5, text: 'Before', tags: [] }] }),
    entry(3, { trashed: 7, energy: -1, pleasantness: 2 }),
  ]);
  await journal.saveDraft(draft(4));
  await journal.changePrefs((before) => ({ ...before, ownPrompts: ['What did the sea sound like?'] }));
  let recovery: string | undefined;
  if (withPassphrase) {
    await journal.setPassphrase(PASSPHRASE);
    recovery = await journal.makeRecovery();
    await journal.confirmRecovery(0, recovery.slice(0, 4));
  }
  const golden: GoldenJournal = {
    version: VAULT_VERSION,
    ...(withPassphrase ? { passphrase: PASSPHRASE } : { device }),
    ...(recovery !== undefined && { recovery }),
    ...dump(disk),
  };
  writeFileSync(`${folder}${name}`, `${JSON.stringify(golden, null, 2)}\n`);
}

const device = crypto.getRandomValues(new Uint8Array(32)).toBase64();
await make(`device-${VAULT_VERSION}.json`, device, false);
await make(`passphrase-${VAULT_VERSION}.json`, device, true);
