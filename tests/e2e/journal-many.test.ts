import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { chooseFile, field, openPanel, show, untilListed } from '../support/journal.ts';
import { press, untilSays } from '../support/popup.ts';

/** Entries as jrnl writes them, the first of them with this number. */
const numbered = (first: number, count: number): string =>
  JSON.stringify({
    entries: Array.from({ length: count }, (_, at) => ({
      title: `Line ${first + at}.`,
      body: '',
      date: '2026-11-20',
      time: '09:00',
    })),
  });

describe.each(BROWSER_KINDS)('a journal of many entries, in %s', (kind) => {
  let files: string;
  let earshot: Earshot;

  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'earshot-many-'));
    earshot = await launchEarshot({ browser: kind, lang: 'en-GB' });
  });
  afterAll(async () => {
    await earshot?.close();
    await rm(files, { recursive: true, force: true });
  });

  async function bringIn(panel: Page, first: number, count: number): Promise<void> {
    const file = join(files, `${first}.json`);
    await writeFile(file, numbered(first, count));
    await chooseFile(panel, file);
    await press(panel, count === 1 ? 'Bring in 1 entry' : `Bring in ${count} entries`);
    await untilSays(panel, '[role="status"]', 'brought in');
  }

  async function findAll(panel: Page, count: number): Promise<void> {
    await show(panel, 'Entries');
    const search = await field(panel, 'Find in the journal', 'searchbox');
    await search.type('line');
    await untilSays(panel, '.summary', `${count} entries`);
    await search.type(` ${count - 1}.`);
    await untilListed(panel, [`Line ${count - 1}.`]);
  }

  // Records are read in parts: 60 at first, then 500. What else is kept has a record or two of its own.
  it('finds every one, wherever the parts end in which they are read', async () => {
    let there = 0;
    for (const count of [58, 59, 60, 61, 558, 559, 560, 561]) {
      const panel = await openPanel(earshot);
      if (there > 0) await findAll(panel, there);
      await bringIn(panel, there, count - there);
      await panel.close();
      there = count;
    }
    await findAll(await openPanel(earshot), there);
  });
});
