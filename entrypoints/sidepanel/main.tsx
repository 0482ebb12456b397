import { render } from 'preact';
import { JournalPanel } from '../../components/journal/journal-panel.tsx';
import type { JournalPorts } from '../../components/journal/journal-ports.ts';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { panelWords } from '../../utils/i18n/en/panel.ts';
import { cipher, randomBytes } from '../../utils/journal/cipher.ts';
import { newId } from '../../utils/journal/ids.ts';
import { argon2idInWorker } from '../../utils/journal/kdf.ts';
import { passkeyWindow } from '../../utils/journal/passkey-window.ts';
import { leave } from '../../utils/platform/leave.ts';
import { extension } from '../../utils/platform/native.ts';
import { saveFile } from '../../utils/platform/save-file.ts';
import { profileItem, settingsItem } from '../../utils/settings/items.ts';
import { readManaged } from '../../utils/settings/managed.ts';
import { guessCountry } from '../../utils/settings/place.ts';
import { readPolicy } from '../../utils/settings/policy.ts';
import { openJournal } from './journal.ts';

const personZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const words = createWords(panelWords, navigator.language, personZone);

const ports: JournalPorts = {
  clock: { now: () => Date.now() },
  personZone,
  journal: openJournal(),
  // Firefox says that it can, and refuses every page of an extension (153).
  passkeys: import.meta.env.FIREFOX ? undefined : passkeyWindow,
  newId: () => newId(randomBytes),
  async setCountry(country) {
    await profileItem.write({ ...(await profileItem.read()), country });
  },
  openPopup: () => extension.action.openPopup(),
  leave,
  copy: (text) => navigator.clipboard.writeText(text),
  print: () => print(),
  backup: { cipher, kdf: argon2idInWorker, random: randomBytes },
  saveFile,
  random: Math.random,
};

/** Where the person is, as far as the panel needs it; whatever can't be read is guessed. */
async function readCountry(): Promise<string | undefined> {
  const guess = guessCountry({ zone: personZone, locales: navigator.languages });
  try {
    const [profile, managed] = await Promise.all([profileItem.read(), readManaged()]);
    return profile.country ?? readPolicy(managed).policy.country ?? guess;
  } catch {
    return guess;
  }
}

async function start(root: HTMLElement): Promise<void> {
  const [country, discreet] = await Promise.all([
    readCountry(),
    settingsItem.read().then(
      (settings) => settings.discreet,
      () => false,
    ),
  ]);
  document.title = words.t(discreet ? 'discreetName' : 'title');
  render(
    <WordsContext.Provider value={words}>
      <JournalPanel ports={ports} country={country} />
    </WordsContext.Provider>,
    root,
  );
}

const root = document.getElementById('app');
if (root !== null) void start(root);
