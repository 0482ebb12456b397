import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { argon2id } from 'hash-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cipher } from '../../../../utils/journal/cipher.ts';
import { sealBackup } from '../../../../utils/journal/exchange/backup.ts';
import { CSV_COLUMNS } from '../../../../utils/journal/exchange/csv.ts';
import { exportJson } from '../../../../utils/journal/exchange/export-json.ts';
import { exportMarkdown } from '../../../../utils/journal/exchange/markdown-export.ts';
import { entrySchema } from '../../../../utils/journal/schema.ts';
import type { Kdf } from '../../../../utils/journal/vault-ports.ts';
import { entry, random } from '../fake-vault.ts';
import { preview, unbatched } from './any-entries.ts';

const run = promisify(execFile);
const NOW = Date.parse('2026-11-20T09:00:00Z');
const PASSPHRASE = 'pa\u0308ssphrase with spaces';
const OUTGOING = { entries: [entry(1, { text: 'Žluťoučký 🐎\n' }), entry(2, { trashed: 5 })], missing: 1 };

const document = await readFile('docs/journal-format.md', 'utf8');
const block = (language: string, index = 0): string =>
  [...document.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))][index]?.[1] ?? '';

const kdf: Kdf = async (password, salt, { memory, passes, lanes }) =>
  new Uint8Array(
    await argon2id({
      password,
      salt,
      memorySize: memory,
      iterations: passes,
      parallelism: lanes,
      hashLength: 32,
      outputType: 'binary',
    }),
  );

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-format-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the documented formats', () => {
  it('open a backup with the script as it stands there', async () => {
    const backup = join(folder, 'backup.json');
    await writeFile(backup, await sealBackup(OUTGOING, PASSPHRASE, NOW, { cipher, random, kdf }));
    // From the repository, so that the script finds hash-wasm.
    const open = (passphrase: string) =>
      run(process.execPath, ['--input-type=module', '--eval', block('js'), '--', 'script', backup], {
        env: { ...process.env, PASSPHRASE: passphrase },
      });
    const { stdout } = await open(PASSPHRASE);
    expect(stdout).toBe(exportJson(OUTGOING, NOW));
    await expect(open('another')).rejects.toThrow();
  }, 60_000);

  it('show Markdown that is read', () => {
    const { entries } = preview(block('text'), { name: 'page.md' });
    expect(entries).toMatchObject([{ mood: 4, tags: ['walk'], text: 'By the lake.' }]);
    const again = exportMarkdown(entries.map(({ batch: _batch, ...rest }) => rest));
    expect(again).toBe(`<!-- earshot entry -->\n${block('text')}`);
    expect(unbatched(preview(again, { name: 'page.md' }).entries)).toEqual(unbatched(entries));
  });

  it('name every field of an entry and every column of the table', () => {
    for (const name of [...Object.keys(entrySchema.shape), ...CSV_COLUMNS])
      expect(document).toContain(`\`${name}\``);
  });
});
