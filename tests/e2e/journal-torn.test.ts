import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inBrowser } from '../soak/killed-browser.ts';
import { show, untilListed, untilSaved, write } from '../support/journal.ts';

/** The log that Chromium's databases of the extension are written to. */
async function databaseLog(profileDir: string): Promise<string> {
  const databases = join(profileDir, 'Default', 'IndexedDB');
  const [folder = ''] = (await readdir(databases)).filter((name) => name.endsWith('.leveldb'));
  const [log = ''] = (await readdir(join(databases, folder))).filter((name) => /^\d+\.log$/.test(name));
  return join(databases, folder, log);
}

it('a log that a kill tore, and that Chromium goes on writing to, takes nothing at the start after that', async () => {
  const profileDir = await mkdtemp(join(tmpdir(), 'earshot-torn-'));
  try {
    await inBrowser(profileDir, async (panel) => {
      await write(panel, 'Before the tear.');
      await untilSaved(panel);
    });
    const log = await databaseLog(profileDir);
    // What a kill leaves in the middle of a write: the last record without its end.
    await truncate(log, (await stat(log)).size - 30);
    await inBrowser(profileDir, async (panel) => {
      await write(panel, 'After the tear.');
      await untilSaved(panel);
    });
    await inBrowser(profileDir, async (panel) => {
      expect(await panel.$eval('main', ({ textContent }) => textContent)).not.toContain('has lost it');
      await show(panel, 'Entries');
      await untilListed(panel, ['After the tear.', 'Before the tear.']);
    });
  } finally {
    await rm(profileDir, { recursive: true, force: true });
  }
});
