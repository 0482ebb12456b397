import { render } from 'preact';
import { Reach } from '../../components/directory/reach.tsx';
import type { ReachPorts } from '../../components/directory/reach-ports.ts';
import { later } from '../../components/ui/later.tsx';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { readPhotos, readView } from '../../utils/directory/store.ts';
import { watchView } from '../../utils/directory/view-signal.ts';
import { reachWords } from '../../utils/i18n/en/reach.ts';
import { leave } from '../../utils/platform/leave.ts';
import { extension } from '../../utils/platform/native.ts';
import { openPanel } from '../../utils/platform/panel.ts';

/** How breaks stand; it comes after the allies. */
const BreakStrip = later(async () => {
  const [strip, { breakPorts }] = await Promise.all([
    import('../../components/breaks/break-strip.tsx'),
    import('../break/ports.ts'),
  ]);
  return () => <strip.BreakStrip ports={breakPorts} />;
});

const locale = navigator.language;
const personZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const words = createWords(reachWords, locale, personZone);

// What the first ally doesn't need comes when it is needed.
const rebuildView = async (): Promise<void> => {
  const { send } = await import('../../utils/messaging/send.ts');
  await send('rebuildView', {});
};
const ports: ReachPorts = {
  clock: { now: () => Date.now() },
  personZone,
  readView,
  watchView,
  rebuildView,
  readPhotos,
  async readWhole(urls) {
    const { readWhole } = await import('../../utils/directory/library.ts');
    return readWhole(urls, words.formats.language);
  },
  async readAlly(row) {
    const { readAlly } = await import('../../utils/directory/library.ts');
    return readAlly(row);
  },
  async setCountry(country) {
    const { profileItem } = await import('../../utils/settings/items.ts');
    await profileItem.change((before) => ({ ...before, country }));
  },
  async setSample(sample) {
    const { settingsItem } = await import('../../utils/settings/items.ts');
    await settingsItem.change((before) => ({ ...before, sample }));
  },
  openPanel: () => void openPanel(),
  openSettings: () => void extension.runtime.openOptionsPage(),
  leave,
  copy: (text) => navigator.clipboard.writeText(text),
};

/** A guess to go by until there is a view. */
async function guessedCountry(): Promise<string | undefined> {
  const { guessCountry } = await import('../../utils/settings/place.ts');
  return guessCountry({ zone: personZone, locales: navigator.languages });
}

async function start(root: HTMLElement): Promise<void> {
  const initial = await readView().catch((): 'failed' => 'failed');
  const discreet = initial !== 'failed' && initial?.discreet === true;
  const guessed = initial === undefined || initial === 'failed' ? await guessedCountry() : undefined;
  document.title = words.t(discreet ? 'discreetName' : 'appName');
  render(
    <WordsContext.Provider value={words}>
      <Reach ports={ports} initial={initial} guessedCountry={guessed} strip={<BreakStrip />} />
    </WordsContext.Provider>,
    root,
  );
}

const root = document.getElementById('app');
// Awaited, and the script blocks rendering: an empty frame first would put off the one with the list.
if (root !== null) await start(root);
