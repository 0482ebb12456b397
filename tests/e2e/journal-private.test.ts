import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { openPanel, show, untilListed, untilSaved, write } from '../support/journal.ts';
import { untilSays } from '../support/popup.ts';
import { openPrivately } from '../support/private-window.ts';

describe('a private window of Firefox', () => {
  let earshot: Earshot;

  beforeAll(async () => {
    earshot = await launchEarshot({ browser: 'firefox', lang: 'en-GB' });
  });
  afterAll(() => earshot?.close());

  it('has no journal and says why, and takes nothing from the one that there is', async () => {
    const panel = await openPanel(earshot);
    await write(panel, 'Written in a window that keeps things.');
    await untilSaved(panel);
    await panel.close();

    const hidden = await openPrivately(earshot, 'sidepanel.html');
    expect(await hidden.evaluate('browser.extension.inIncognitoContext')).toBe(true);
    await untilSays(hidden, 'main', 'as private windows do, so there can be no journal here');
    expect(await hidden.$('.composer')).toBeNull();
    await untilSays(hidden, 'button', 'Reach an ally');
    await untilSays(hidden, '.crisis', 'Help at any hour');
    await hidden.close();

    const later = await openPanel(earshot);
    await show(later, 'Entries');
    await untilListed(later, ['Written in a window that keeps things.']);
  });
});
