import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type BrowserKind } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { filesHolding } from '../support/disk.ts';
import { lock, openPanel, setPassphrase, show, untilListed, write } from '../support/journal.ts';
import { readJournalDatabase, storeControls, writeCanaries } from '../support/journal-disk.ts';

const CANARIES = {
  text: 'quillwort under the third bridge',
  tag: 'hellebore',
  prompt: 'What would the marshmallow root say?',
};
/** Each of them, and words of theirs, since an index might keep those apart. */
const SECRETS = [...Object.values(CANARIES), 'quillwort', 'marshmallow'];
const PASSPHRASE = 'four unrelated words here';

describe.each(BROWSER_KINDS)('on the disk, in %s', (kind: BrowserKind) => {
  let folder: string;
  let earshot: Earshot;
  let panel: Page;

  const start = (profileDir: string): Promise<Earshot> =>
    launchEarshot({ browser: kind, lang: 'en-GB', profileDir });
  const found = (texts: readonly string[]) => texts.flatMap((text) => filesHolding(folder, text));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earshot-disk-'));
    earshot = await start(folder);
    panel = await openPanel(earshot);
    await writeCanaries(panel, CANARIES);
  });
  afterAll(async () => {
    await earshot?.close();
    await rm(folder, { recursive: true, force: true });
  });

  // Firefox forgets an extension that was loaded for a test when it ends, and with it what a copy would open.
  if (kind === 'chromium') {
    it('with no passphrase, it is hidden from a search of the files, but a copy of them opens by itself', async () => {
      await earshot.close();
      expect(found(SECRETS)).toEqual([]);
      const copy = `${folder}-copy`;
      await cp(folder, copy, { recursive: true });
      earshot = await start(copy);
      panel = await openPanel(earshot);
      await show(panel, 'Entries');
      await untilListed(panel, [CANARIES.text]);
      await earshot.close();
      await rm(copy, { recursive: true, force: true });
      earshot = await start(folder);
      panel = await openPanel(earshot);
    });
  }

  it('with a passphrase, the records are random ids and bytes that hold no word of it', async () => {
    await setPassphrase(panel, PASSPHRASE);
    await show(panel, 'Today');
    await write(panel, 'quillwort that is still a draft');
    await lock(panel);
    const { records = [], vault = [], aside } = await readJournalDatabase(panel);
    expect(records.length).toBeGreaterThanOrEqual(4);
    expect(vault).toHaveLength(1);
    expect(aside).toEqual([]);
    for (const record of records)
      expect(record).toMatch(/^\["[0-9a-f]{32}",\{"id":"[0-9a-f]{32}","sealed":"/);
    for (const record of [...records, ...vault]) {
      for (const secret of SECRETS) {
        expect(record).not.toContain(secret);
        expect(record).not.toContain([...secret].join('\\u0000'));
      }
    }
    expect(vault[0]).not.toContain('a key of the browser');
  });

  it('with a passphrase, locked and closed, no file has a word of it, whatever is unpacked', async () => {
    // Chromium packs what it has logged into a table once there are four megabytes of it.
    const filling = kind === 'chromium' ? 6_000_000 : 0;
    await storeControls(panel, { plain: 'foxglove in the open', packed: 'vervain-in-two-halves', filling });
    await storeControls(panel, { plain: 'clover in a log', packed: 'comfrey-in-a-log', filling: 0 });
    await earshot.close();
    expect(found(['vervain-in-two-halves'])).toEqual([expect.objectContaining({ how: 'packed' })]);
    for (const control of ['foxglove in the open', 'clover in a log', 'comfrey-in-a-log']) {
      expect(found([control])).not.toEqual([]);
    }
    expect(found(SECRETS)).toEqual([]);
  });
});
