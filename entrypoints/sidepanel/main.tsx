import { render } from 'preact';
import { BreakStrip } from '../../components/breaks/break-strip.tsx';
import { JournalPanel } from '../../components/journal/journal-panel.tsx';
import type { JournalPorts } from '../../components/journal/journal-ports.ts';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { readState } from '../../utils/breaks/engine.ts';
import { breakStateItem } from '../../utils/breaks/items.ts';
import { panelWords } from '../../utils/i18n/en/panel.ts';
import { cipher, randomBytes } from '../../utils/journal/cipher.ts';
import { newId } from '../../utils/journal/ids.ts';
import { argon2idInWorker } from '../../utils/journal/kdf.ts';
import { passkeyWindow } from '../../utils/journal/passkey-window.ts';
import { send } from '../../utils/messaging/send.ts';
import { leave } from '../../utils/platform/leave.ts';
import { extension } from '../../utils/platform/native.ts';
import { saveFile } from '../../utils/platform/save-file.ts';
import { settingsItem } from '../../utils/settings/items.ts';
import { breakPorts } from '../break/ports.ts';
import { readCountry, writeCountry } from './country.ts';
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
  setCountry: writeCountry,
  openPopup: () => extension.action.openPopup(),
  leave,
  copy: (text) => navigator.clipboard.writeText(text),
  print: () => print(),
  backup: { cipher, kdf: argon2idInWorker, random: randomBytes },
  saveFile,
  breakCounts: {
    inTurn: (job) => navigator.locks.request('earshot-break-counts', job),
    read: async () => readState(await breakStateItem.read(), Date.now(), personZone).record,
    forget: (counts) => send('forgetBreakCounts', { counts: [...counts] }),
  },
  random: Math.random,
};

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
      <JournalPanel ports={ports} country={country} strip={<BreakStrip ports={breakPorts} />} />
    </WordsContext.Provider>,
    root,
  );
}

const root = document.getElementById('app');
if (root !== null) void start(root);
