import { render } from 'preact';
import { PasskeyWindow } from '../../components/journal/passkey-window.tsx';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { passkeyWords } from '../../utils/i18n/en/passkey.ts';
import { randomBytes } from '../../utils/journal/cipher.ts';
import { passkeyCeremony } from '../../utils/journal/passkey-ceremony.ts';
import { errandFrom } from '../../utils/journal/passkey-window.ts';
import { leave } from '../../utils/platform/leave.ts';
import { settingsItem } from '../../utils/settings/items.ts';

const personZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const words = createWords(passkeyWords, navigator.language, personZone);
const clock = { now: () => Date.now() };
const ceremony = passkeyCeremony({
  credentials: navigator.credentials,
  random: randomBytes,
  elapsed: () => performance.now(),
});
const hasFocus = (): boolean => document.hasFocus();
// Whoever opened the window is at hand from the first moment on, and the window goes with it.
const errand = errandFrom(window.opener, leave);
addEventListener('pagehide', () => errand?.over());

async function start(root: HTMLElement): Promise<void> {
  const discreet = await settingsItem.read().then(
    (settings) => settings.discreet,
    () => false,
  );
  const name = words.t(discreet ? 'discreetName' : 'appName');
  document.title = name;
  render(
    <WordsContext.Provider value={words}>
      <PasskeyWindow
        errand={errand}
        ceremony={ceremony}
        clock={clock}
        name={name}
        close={leave}
        hasFocus={hasFocus}
      />
    </WordsContext.Provider>,
    root,
  );
}

const root = document.getElementById('app');
if (root !== null) void start(root);
