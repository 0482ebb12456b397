import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { largeDirectory } from '../fixtures/large.ts';
import { middayZone, nearbyDirectory } from '../fixtures/nearby.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { beginnings, field, openPanel, show, untilSaved, write } from '../support/journal.ts';
import { untilSays } from '../support/popup.ts';
import { clickRefresh, readAllies } from '../support/refreshing.ts';

const built = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
/** In kB. Firefox takes it for the room that the disk has. */
const ROOM = 4096;

/** The build, without the one permission that exempts it from the room that a test can set. */
async function copyWithQuota(folder: string): Promise<void> {
  await cp(built, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest: { permissions: string[] } = JSON.parse(await readFile(path, 'utf8'));
  manifest.permissions = manifest.permissions.filter((permission) => permission !== 'unlimitedStorage');
  await writeFile(path, JSON.stringify(manifest));
}

/** Fills what room there is with a database of no worth, to the last piece that fits. */
const fillTheDisk = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const open = (): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('filling', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('pieces');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const put = (database: IDBDatabase, size: number): Promise<boolean> =>
      new Promise((resolve) => {
        const transaction = database.transaction('pieces', 'readwrite');
        const bytes = crypto.getRandomValues(new Uint8Array(size));
        transaction.objectStore('pieces').put(bytes, crypto.randomUUID());
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
      });
    for (let size = 65_536; size >= 1024; size /= 2) {
      // A connection on which something did not fit takes nothing more.
      const database = await open();
      while (await put(database, size));
      database.close();
    }
  });

const makeRoom = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('filling');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );

/** Adds so much that typing it would take a while. */
const paste = async (panel: Page, text: string): Promise<void> =>
  (await field(panel, 'Entry')).evaluate((entry, added) => {
    if (!(entry instanceof HTMLTextAreaElement)) return;
    entry.value += added;
    entry.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);

const written = async (panel: Page): Promise<unknown> =>
  (await field(panel, 'Entry')).evaluate((entry) => entry instanceof HTMLTextAreaElement && entry.value);

describe('a disk that is full, in firefox', () => {
  const zone = middayZone(Date.now());
  const server = new DirectoryServer();
  let folder: string;
  let earshot: Earshot;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earshot-full-'));
    const [extensionDir, profileDir] = [join(folder, 'extension'), join(folder, 'profile')];
    await copyWithQuota(extensionDir);
    await mkdir(profileDir);
    await writeFile(
      join(profileDir, 'prefs.js'),
      `user_pref('dom.quotaManager.temporaryStorage.fixedLimit', ${ROOM});\n`,
    );
    await server.start();
    await server.setDirectory({ document: nearbyDirectory(Date.now(), zone) });
    earshot = await launchEarshot({
      browser: 'firefox',
      lang: 'en-GB',
      policy: { directoryUrl: server.url },
      extensionDir,
      profileDir,
    });
    await server.waitForRequest(({ status }) => status === 200);
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is said, with the words still there, which are saved once there is room', async () => {
    const settings = await earshot.openPage('options.html');
    const panel = await openPanel(earshot);
    await write(panel, 'While there was room.');
    await untilSaved(panel);
    await fillTheDisk(settings);
    await paste(panel, ` And then there was none: ${'a long evening, '.repeat(4000)}`);
    await untilSays(
      panel,
      'main',
      'The disk is full, so this could not be saved. It is still here on the screen.',
    );
    expect(await written(panel)).toContain('While there was room. And then there was none');

    await makeRoom(settings);
    await write(panel, 'Room again.');
    await untilSaved(panel);
    await panel.close();
    const later = await openPanel(earshot);
    await show(later, 'Entries');
    await expect
      .poll(async () => (await beginnings(later)).map((text) => text.slice(0, 46)))
      .toEqual(['While there was room. And then there was none:']);
    await later.close();
  });

  it('keeps the directory as it was, and is over with the next refresh once there is room', async () => {
    const settings = await earshot.openPage('options.html');
    const before = await readAllies(settings);
    expect(before.length).toBeGreaterThan(0);
    await fillTheDisk(settings);
    await server.setDirectory({ document: largeDirectory(600).document });
    await clickRefresh(settings);
    await untilSays(settings, 'main', 'The disk may be full');
    expect(await readAllies(settings)).toHaveLength(before.length);

    await makeRoom(settings);
    await clickRefresh(settings);
    await expect.poll(() => readAllies(settings), { timeout: 30_000 }).toHaveLength(600);
  });
});
