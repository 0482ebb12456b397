import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { MINUTE } from '../../utils/core/clock.ts';
import {
  beginnings,
  lock,
  openEntry,
  openPanel,
  setPassphrase,
  show,
  unlock,
  untilListed,
  untilLocked,
  untilSaved,
  write,
} from '../support/journal.ts';
import { retime } from '../support/journal-moments.ts';
import { press, untilSays } from '../support/popup.ts';

const PASSPHRASE = 'four unrelated words here';
const LINE = 'Met Sam at noon';

describe.each(BROWSER_KINDS)('two panels at once, in %s', (kind) => {
  let earshot: Earshot;
  let one: Page;
  let other: Page;

  /** The one that is used is in front, as it is for a person. */
  async function using(panel: Page): Promise<Page> {
    await panel.bringToFront();
    return panel;
  }
  async function beginChange(panel: Page): Promise<void> {
    await show(await using(panel), 'Entries');
    await untilListed(panel, [LINE]);
    await openEntry(panel, LINE);
    await press(panel, 'Change');
    await panel.waitForSelector('textarea');
  }

  beforeAll(async () => {
    earshot = await launchEarshot({ browser: kind, lang: 'en-GB' });
    one = await openPanel(earshot);
    other = await openPanel(earshot);
  });
  afterAll(() => earshot?.close());

  it('show what is written in either', async () => {
    await show(other, 'Entries');
    await write(await using(one), LINE);
    await untilSaved(one);
    await untilListed(await using(other), [LINE]);
  });

  it('overwrite nothing when both change the same entry: what came second is a copy beside it', async () => {
    await beginChange(one);
    await beginChange(other);
    await write(await using(one), ', who was kind');
    await untilSaved(one);
    await write(await using(other), ', and it rained');
    await untilSays(other, '[role="alert"]', 'kept as a copy beside it');
    const both = [`${LINE}, who was kind`, `${LINE}, and it rained`];
    for (const panel of [one, other]) {
      await press(await using(panel), 'Done');
      await press(panel, 'Back to entries');
      await untilListed(panel, both);
    }
  });

  it('go on with what each has written, the copy as well', async () => {
    await openEntry(await using(other), 'and it rained');
    await press(other, 'Change');
    await write(other, ' all day');
    await untilSaved(other);
    await untilListed(await using(one), [`${LINE}, who was kind`, `${LINE}, and it rained all day`]);
  });

  it('do not leave one of them open when the other sets a passphrase', async () => {
    await setPassphrase(await using(one), PASSPHRASE);
    await untilLocked(await using(other));
    await unlock(other, PASSPHRASE);
    await show(other, 'Entries');
    await untilListed(other, [`${LINE}, who was kind`, `${LINE}, and it rained all day`]);
  });

  it('lock together, and save what was being written in the other', async () => {
    await show(other, 'Today');
    // No pause makes an entry of it before the lock comes.
    await retime(other, 800, 10 * MINUTE);
    await write(other, 'Not finished');
    await lock(await using(one));
    await untilLocked(await using(other));
    expect(await beginnings(other)).toEqual([]);
    await unlock(other, PASSPHRASE);
    await show(other, 'Today');
    await untilSays(other, '.drafts', 'Not finished');
    expect(await one.$('.unlock')).not.toBeNull();
  });
});
