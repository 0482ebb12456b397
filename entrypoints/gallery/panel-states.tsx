import { JournalPanel } from '../../components/journal/journal-panel.tsx';
import type { JournalPorts } from '../../components/journal/journal-ports.ts';
import { cipher, randomBytes } from '../../utils/journal/cipher.ts';
import type { Journal, VaultState } from '../../utils/journal/ports.ts';
import { MORNING, NIGHT, ZONE } from './directory.ts';
import { aYear, remindedOf, someEntries, stillJournal } from './journal.ts';
import { onePasskey, passkeyStates, stillPasskeys } from './passkey-states.tsx';
import type { GalleryState } from './state.ts';

const nothing = (): void => undefined;
const done = (): Promise<void> => Promise.resolve();

const OPEN: VaultState = { kind: 'open', ways: ['device'], aside: 0 };

interface PanelState {
  state?: VaultState;
  act?: GalleryState['act'];
  now?: number;
  entries?: Parameters<typeof stillJournal>[1];
  journal?: Partial<Journal>;
  ports?: Partial<JournalPorts>;
}

const panel = ({
  state = OPEN,
  act = [],
  now = MORNING,
  entries,
  journal,
  ports,
}: PanelState = {}): GalleryState => ({
  body: 'panel',
  draw: () => (
    <JournalPanel
      ports={{
        clock: { now: () => now },
        personZone: ZONE,
        journal: { ...stillJournal(state, entries), ...journal },
        newId: () => 'f'.repeat(32),
        setCountry: done,
        openPopup: done,
        leave: nothing,
        copy: done,
        print: nothing,
        backup: { cipher, kdf: () => Promise.resolve(new Uint8Array(32)), random: randomBytes },
        saveFile: nothing,
        random: () => 0,
        ...ports,
      }}
      country="GB"
    />
  ),
  act,
});
const view = (place: number) => ({ click: `.views button:nth-child(${place})` });
const thrownAway = someEntries.map((kept, index) =>
  index < 3 ? { ...kept, entry: { ...kept.entry, trashed: MORNING } } : kept,
);

/** The side panel in each of its states. */
export const panelStates: Readonly<Record<string, GalleryState>> = {
  panel: panel(),
  'panel-night': panel({ now: NIGHT }),
  'panel-low': panel({ act: [{ click: '.mood input' }, { click: '.composer > .link' }] }),
  'panel-unsaved': panel({ act: [{ click: '.mood input' }, { click: '.composer .notice' }] }),
  'panel-popup-refused': panel({
    act: [{ click: '.mood input' }, { click: '.low-moment button' }],
    ports: { openPopup: () => Promise.reject(new Error('refused')) },
  }),
  'panel-reminders': panel({
    entries: aYear,
    journal: { prefs: () => Promise.resolve(remindedOf) },
    act: [{ click: '.low-moment p' }],
  }),
  'panel-entries': panel({ act: [view(2), { click: '.narrow summary' }] }),
  'panel-entry': panel({ act: [view(2), { click: '.entry-open' }] }),
  'panel-entry-trashed': panel({
    act: [view(2), { click: '.entry-open' }, { click: '.entry-view .quiet + .quiet' }],
  }),
  'panel-entries-none': panel({ act: [view(2)], entries: [] }),
  'panel-trash': panel({ act: [view(2), { click: '.actions .quiet:last-child' }], entries: thrownAway }),
  'panel-picking': panel({ act: [view(2), { click: '.actions .quiet' }, { click: '.entry-row input' }] }),
  'panel-summary': panel({
    act: [
      view(2),
      { click: '.actions .quiet' },
      { click: '.entry-row input' },
      { click: '.moment > p > .button' },
    ],
  }),
  'panel-look-back': panel({ act: [view(3)] }),
  'panel-look-back-year': panel({ act: [view(3), { click: '.month-steps :last-child' }], entries: aYear }),
  'panel-look-back-nothing': panel({ act: [view(3)], entries: [] }),
  'panel-keeping-device': panel({ act: [view(4), { click: '.stacked label' }] }),
  'panel-keeping': panel({
    state: { kind: 'open', ways: ['passphrase', 'recovery'], aside: 2 },
    act: [
      view(4),
      { click: '.passphrase-form summary' },
      { click: '.recovery button' },
      { click: '.stacked label' },
    ],
  }),
  'panel-keeping-passkey': panel({
    state: { kind: 'open', ways: ['passphrase', 'passkey'], aside: 0 },
    ports: { passkeys: stillPasskeys },
    journal: { passkeys: onePasskey },
    act: [view(4), { click: '.passkey .button' }, { click: '.passkey .quiet' }, { click: '#passkey-sure' }],
  }),
  'panel-locked-passkey': panel({
    state: { kind: 'locked', ways: ['passphrase', 'passkey'] },
    ports: { passkeys: stillPasskeys },
    act: [{ click: '.unlock .soft' }],
  }),
  'panel-locked': panel({ state: { kind: 'locked', ways: ['passphrase', 'recovery'] } }),
  ...passkeyStates,
  ...Object.fromEntries(
    (['refused', 'newer', 'missing', 'damaged', 'full'] as const).map((reason): [string, GalleryState] => [
      `panel-${reason}`,
      panel({ state: { kind: 'unusable', reason } }),
    ]),
  ),
};
