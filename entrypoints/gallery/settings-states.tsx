import { SettingsPage } from '../../components/settings/settings-page.tsx';
import type { SettingsModel, SettingsPorts } from '../../components/settings/settings-ports.ts';
import { breakSettingsSchema } from '../../utils/breaks/schema.ts';
import type { LogEntry } from '../../utils/directory/source.ts';
import { profileSchema, settingsSchema } from '../../utils/settings/schema.ts';
import { ADDRESS, MORNING, sourceAt, ZONE } from './directory.ts';
import type { GalleryState } from './state.ts';

const nothing = (): void => undefined;
const done = (): Promise<void> => Promise.resolve();

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
    changeProfile: done,
    changeSettings: done,
    refresh: done,
    requestOrigin: () => Promise.resolve(true),
    breaks: {
      read: () =>
        Promise.resolve(
          breakSettingsSchema.parse({
            hours: [{ days: ['mo', 'tu', 'we', 'th', 'fr'], start: '09:00', end: '17:30' }],
            checkIns: ['10:00', '15:30'],
          }),
        ),
      change: done,
      watch: () => nothing,
      testNotice: done,
    },
    leave: nothing,
  };
  return { body: 'settings', draw: () => <SettingsPage ports={ports} initial={model} /> };
}

/** The settings in each of their states. */
export const settingsStates: Readonly<Record<string, GalleryState>> = {
  'settings-empty': settings(empty),
  'settings-full': settings(full),
};
