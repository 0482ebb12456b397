import '../../components/ui/theme.css';
import '../../components/directory/reach.css';
import { render } from 'preact';
import { Reach } from '../../components/directory/reach.tsx';
import type { ReachPorts } from '../../components/directory/reach-ports.ts';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { readAlly, readWhole } from '../../utils/directory/library.ts';
import { readView } from '../../utils/directory/store.ts';
import { watchView } from '../../utils/directory/view-signal.ts';
import { reach } from '../../utils/i18n/en/reach.ts';
import { leave } from '../../utils/platform/leave.ts';
import { extension } from '../../utils/platform/native.ts';
import { openPanel } from '../../utils/platform/panel.ts';
import { guessCountry } from '../../utils/settings/place.ts';

const locale = navigator.language;
const personZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const words = createWords(reach, locale, personZone);

// The messages' and settings' schemas come when they are needed: not on the way to the first ally.
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
  readWhole: (urls) => readWhole(urls, words.formats.language),
  readAlly,
  async setCountry(country) {
    const { profileItem } = await import('../../utils/settings/items.ts');
    await profileItem.write({ ...(await profileItem.read()), country });
  },
  async setSample(sample) {
    const { settingsItem } = await import('../../utils/settings/items.ts');
    await settingsItem.write({ ...(await settingsItem.read()), sample });
  },
  openPanel: () => void openPanel(),
  openSettings: () => void extension.runtime.openOptionsPage(),
  leave,
  copy: (text) => navigator.clipboard.writeText(text),
};

async function start(root: HTMLElement): Promise<void> {
  const initial = await readView().catch((): 'failed' => 'failed');
  const discreet = initial !== 'failed' && initial?.discreet === true;
  document.title = words.t(discreet ? 'discreetName' : 'appName');
  render(
    <WordsContext.Provider value={words}>
      <Reach
        ports={ports}
        initial={initial}
        guessedCountry={guessCountry({ zone: personZone, locales: navigator.languages })}
      />
    </WordsContext.Provider>,
    root,
  );
}

const root = document.getElementById('app');
if (root !== null) void start(root);
