import { render } from 'preact';
import { SettingsPage } from '../../components/settings/settings-page.tsx';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { reachWords } from '../../utils/i18n/en/reach.ts';
import { settingsWords } from '../../utils/i18n/en/settings.ts';
import { settingsPorts } from './ports.ts';

const words = createWords({ ...reachWords, ...settingsWords }, navigator.language, settingsPorts.personZone);

async function start(root: HTMLElement): Promise<void> {
  const initial = await settingsPorts.read();
  document.title = words.t(initial.settings.discreet ? 'discreetName' : 'title');
  render(
    <WordsContext.Provider value={words}>
      <SettingsPage ports={settingsPorts} initial={initial} />
    </WordsContext.Provider>,
    root,
  );
}

const root = document.getElementById('app');
if (root !== null) void start(root);
