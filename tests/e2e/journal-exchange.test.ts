import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { chooseFile, field, openPanel, show, untilListed, untilSaved, write } from '../support/journal.ts';
import { press, untilSays } from '../support/popup.ts';

const PASSPHRASE = 'four unrelated words here';
const LINES = ['The heron stood still.', 'A second page, with “quotes”, commas\nand lines.'];
/** How they begin in the list. */
const BEGINNINGS = ['The heron stood still.', 'A second page, with “quotes”, commas'];
const DAYLIO = [
  'full_date,date,weekday,time,mood,activities,note_title,note',
  '2026-11-01,November 1,Sunday,21:15,meh,reading | walk,,"A slow, long evening"',
  '2026-11-02,November 2,Monday,9:30 AM,wobbly,work,,',
  'never,,,,good,,,',
].join('\n');

describe.each(BROWSER_KINDS)('taking the journal out and bringing it in, in %s', (kind) => {
  let files: string;
  let folder: string;
  let earshot: Earshot;
  let panel: Page;

  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'earshot-exchange-'));
    folder = join(files, 'saved');
    await mkdir(folder);
    earshot = await launchEarshot({ browser: kind, lang: 'en-GB', downloadDir: folder });
    panel = await openPanel(earshot);
    for (const line of LINES) {
      await write(panel, line);
      await untilSaved(panel);
      await press(panel, 'Begin another');
      await panel.waitForFunction(() => document.querySelector('textarea')?.value === '');
    }
  });
  afterAll(async () => {
    await earshot?.close();
    await rm(files, { recursive: true, force: true });
  });

  /** Types into a field for a secret, which has a role in one browser and none in the other. */
  async function typeInto(name: string, text: string): Promise<void> {
    await (await panel.waitForSelector(`::-p-aria(${name})`))?.type(text);
  }

  /** What is in the file that saving makes, once it is whole. */
  async function saved(format: string): Promise<{ file: string; text: string }> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    await show(panel, 'Keeping it');
    await (await field(panel, 'As', 'combobox')).select(format);
    if (format === 'backup') {
      for (const name of ['A passphrase for this backup', 'The backup’s passphrase again']) {
        await typeInto(name, PASSPHRASE);
      }
    }
    await press(panel, 'Save the file');
    await untilSays(panel, '[role="status"]', 'handed to the browser');
    return vi.waitFor(
      async () => {
        const [name, ...others] = await readdir(folder);
        if (name === undefined || others.length > 0) throw new Error('The file is still being written.');
        const text = await readFile(join(folder, name), 'utf8');
        JSON.parse(text);
        return { file: join(folder, name), text };
      },
      { timeout: 20_000, interval: 50 },
    );
  }

  async function bringIn(name: string, text: string): Promise<void> {
    const file = join(files, name);
    await writeFile(file, text);
    await chooseFile(panel, file);
  }

  const untilPreview = async (says: string): Promise<void> => {
    await untilSays(panel, '.import-preview', says);
  };

  let backup: string;

  it('tells nothing of what is written in an encrypted backup', async () => {
    backup = (await saved('backup')).text;
    expect(JSON.parse(backup)).toMatchObject({ format: 'earshot-backup/1' });
    expect(backup).not.toContain('heron');
  });

  it('has every entry in the JSON, and leaves out what is here already', async () => {
    const { file, text } = await saved('json');
    expect(file).toMatch(/notes-\d{4}-\d\d-\d\d\.json$/);
    const { entries } = JSON.parse(text);
    expect(entries.map((entry: { text: string }) => entry.text).sort()).toEqual([...LINES].sort());
    await bringIn('same.json', text);
    await untilPreview('2 are here already');
    await untilPreview('nothing in it that isn’t here');
    await press(panel, 'Not now');
  });

  it('asks what a mood of another program means, counts what can’t be read, and takes it back as one', async () => {
    await bringIn('daylio.csv', DAYLIO);
    await untilPreview('1 could not be read');
    await (await panel.waitForSelector('.import-preview select'))?.select('4');
    await press(panel, 'Bring in 2 entries');
    await untilSays(panel, '[role="status"]', '2 entries were brought in');
    await press(panel, 'Take it back');
    await untilSays(panel, '[role="status"]', 'Taken back');
    await show(panel, 'Entries');
    await untilListed(panel, BEGINNINGS);
  });

  it('refuses what it can’t read, and says so', async () => {
    await bringIn('holiday.json', '{"not": "a journal"}');
    await untilSays(panel, '[role="status"]', 'none of the formats');
  });

  it('brings a backup back after everything was deleted, and names a wrong passphrase', async () => {
    await (await field(panel, 'Type delete to go on')).type('delete');
    await press(panel, 'Delete everything');
    await untilSays(panel, '[role="status"]', 'Everything is gone');
    await bringIn('kept.json', backup);
    await typeInto('The backup’s passphrase', 'not that one at all');
    await press(panel, 'Open the backup');
    await untilSays(panel, '[role="status"]', 'not the passphrase of this backup');
    await typeInto('The backup’s passphrase', PASSPHRASE);
    await press(panel, 'Open the backup');
    await untilPreview('It holds 2 entries.');
    await press(panel, 'Bring in 2 entries');
    await untilSays(panel, '[role="status"]', '2 entries were brought in');
    await show(panel, 'Entries');
    await untilListed(panel, BEGINNINGS);
  });
});
