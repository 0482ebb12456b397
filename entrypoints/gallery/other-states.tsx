import { JournalPanel } from '../../components/journal/journal-panel.tsx';
import { SettingsPage } from '../../components/settings/settings-page.tsx';
import type { SettingsModel, SettingsPorts } from '../../components/settings/settings-ports.ts';
import type { LogEntry } from '../../utils/directory/source.ts';
import type { VaultState } from '../../utils/journal/ports.ts';
import { profileSchema, settingsSchema } from '../../utils/settings/schema.ts';
import { ADDRESS, MORNING, NIGHT, sourceAt, ZONE } from './directory.ts';
import { stillJournal } from './journal.ts';
import type { GalleryState } from './state.ts';

const nothing = (): void => undefined;
const done = (): Promise<void> => Promise.resolve();

const OPEN: VaultState = { kind: 'open', ways: ['device'], aside: 0 };

const panel = (
  state: VaultState = OPEN,
  act: GalleryState['act'] = [],
  now = MORNING,
  openPopup: () => Promise<void> = done,
  entries?: Parameters<typeof stillJournal>[1],
): GalleryState => ({
  body: 'panel',
  draw: () => (
    <JournalPanel
      ports={{
        clock: { now: () => now },
        personZone: ZONE,
        journal: stillJournal(state, entries),
        newId: () => 'f'.repeat(32),
        setCountry: done,
        openPopup,
        leave: nothing,
        copy: done,
        random: () => 0,
      }}
      country="GB"
    />
  ),
  act,
});
const view = (place: number) => ({ click: `.views button:nth-child(${place})` });

const profile = profileSchema.parse({});
const empty: SettingsModel = {
  policy: {},
  faults: [],
  profile,
  settings: settingsSchema.parse({}),
  whereabouts: { profile, siteGuessed: false, country: 'GB' },
  addresses: [],
  states: [],
  log: [],
  sites: [],
  topics: [],
};
const source = sourceAt(MORNING);
const line = (outcome: LogEntry['outcome'], index: number): LogEntry => ({
  at: MORNING - index * 86_400_000,
  url: ADDRESS,
  outcome,
  bytes: 26_112,
  took: 240,
});
const full: SettingsModel = {
  ...empty,
  policy: { directoryUrl: ADDRESS, site: 'lon' },
  faults: ['refreshHours', 'country'],
  profile: profileSchema.parse({ languages: ['en', 'pl'], team: 'Payments', topics: ['burnout'] }),
  settings: settingsSchema.parse({
    publicKeys: [{ kid: '2026', x: 'A'.repeat(43) }],
    addresses: [{ url: 'https://union.example/allies.json', signIn: true }],
  }),
  addresses: [
    { url: ADDRESS, signIn: false },
    { url: 'https://union.example/allies.json', signIn: true },
  ],
  states: [
    {
      ...source,
      ...(source.copy && {
        copy: {
          ...source.copy,
          signedBy: '2026',
          rejections: [
            { path: 'allies[3].name', code: 'missing' },
            { path: 'allies[7].channels[0].url', code: 'badLink' },
          ],
          rejectionCount: 4,
        },
      }),
    },
    {
      url: 'https://union.example/allies.json',
      signIn: true,
      failures: 2,
      attemptedAt: MORNING - 3_600_000,
      nextAt: MORNING + 3_600_000,
      problem: { kind: 'signIn' },
    },
  ],
  log: (['updated', 'unchanged', 'unreachable', 'signIn', 'badSignature'] as const).map(line),
  sites: [
    { id: 'lon', name: 'London', country: 'GB', timeZone: ZONE },
    { id: 'krk', name: 'Kraków', country: 'PL', timeZone: 'Europe/Warsaw' },
  ],
  topics: ['burnout', 'grief', 'caring for a relative'],
};

function settings(model: SettingsModel): GalleryState {
  const ports: SettingsPorts = {
    clock: { now: () => MORNING },
    personZone: ZONE,
    locales: ['en-GB'],
    read: () => Promise.resolve(model),
    watch: () => nothing,
    writeProfile: done,
    writeSettings: done,
    refresh: done,
    requestOrigin: () => Promise.resolve(true),
    leave: nothing,
  };
  return { body: 'settings', draw: () => <SettingsPage ports={ports} initial={model} /> };
}

/** The side panel and the settings in each of their states. */
export const otherStates: Readonly<Record<string, GalleryState>> = {
  panel: panel(),
  'panel-night': panel(OPEN, [], NIGHT),
  'panel-low': panel(OPEN, [{ click: '.mood input' }, { click: '.composer > .link' }]),
  'panel-popup-refused': panel(
    OPEN,
    [{ click: '.mood input' }, { click: '.low-moment button' }],
    MORNING,
    () => Promise.reject(new Error('refused')),
  ),
  'panel-entries': panel(OPEN, [view(2), { click: '.entry-row h3' }]),
  'panel-entry': panel(OPEN, [view(2), { click: '.entry-open' }]),
  'panel-entries-none': panel(OPEN, [view(2)], MORNING, done, []),
  'panel-look-back': panel(OPEN, [view(3)]),
  'panel-look-back-nothing': panel(OPEN, [view(3)], MORNING, done, []),
  'panel-keeping': panel({ kind: 'open', ways: ['passphrase', 'recovery'], aside: 2 }, [
    view(4),
    { click: '.passphrase-form summary' },
    { click: '.recovery button' },
  ]),
  'panel-locked': panel({ kind: 'locked', ways: ['passphrase', 'recovery'] }),
  ...Object.fromEntries(
    (['refused', 'newer', 'missing', 'damaged', 'full'] as const).map((reason): [string, GalleryState] => [
      `panel-${reason}`,
      panel({ kind: 'unusable', reason }),
    ]),
  ),
  'settings-empty': settings(empty),
  'settings-full': settings(full),
};
