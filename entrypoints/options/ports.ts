import type { SettingsModel, SettingsPorts } from '../../components/settings/settings-ports.ts';
import { breakSettingsItem } from '../../utils/breaks/items.ts';
import { SAMPLE_SOURCE } from '../../utils/directory/sample.ts';
import { readLog, readSites, readStates, readView } from '../../utils/directory/store.ts';
import { watchView } from '../../utils/directory/view-signal.ts';
import { send } from '../../utils/messaging/send.ts';
import { browser } from '../../utils/platform/browser.ts';
import { leave } from '../../utils/platform/leave.ts';
import { effectiveAddresses, whereabouts } from '../../utils/settings/effective.ts';
import { profileItem, settingsItem } from '../../utils/settings/items.ts';
import { readManaged } from '../../utils/settings/managed.ts';
import { readPolicy } from '../../utils/settings/policy.ts';

const personZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const TOPICS_SUGGESTED = 12;

/** The store's part of the model; what can't be read is shown as if it weren't there. */
async function readStore(
  urls: readonly string[],
): Promise<Pick<SettingsModel, 'states' | 'log' | 'sites' | 'topics'>> {
  try {
    const [states, log, sites, view] = await Promise.all([
      readStates(),
      readLog(),
      readSites(urls),
      readView(),
    ]);
    const topics = [...new Set(view?.rows.flatMap((row) => row.topics))].slice(0, TOPICS_SUGGESTED);
    return { states, log, sites, topics };
  } catch {
    return { states: [], log: [], sites: [], topics: [] };
  }
}

async function read(): Promise<SettingsModel> {
  const [profile, settings, managed] = await Promise.all([
    profileItem.read(),
    settingsItem.read(),
    readManaged(),
  ]);
  const reading = readPolicy(managed);
  const addresses = effectiveAddresses(settings, reading.policy);
  const shown = addresses.length === 0 && settings.sample ? [SAMPLE_SOURCE] : addresses;
  const store = await readStore(shown.map(({ url }) => url));
  const device = { zone: personZone, locales: navigator.languages };
  return {
    ...reading,
    ...store,
    profile,
    settings,
    whereabouts: whereabouts(profile, reading.policy, device, store.sites),
    addresses,
  };
}

function watch(changed: () => void): () => void {
  const managed = (_changes: unknown, area: string): void => {
    if (area === 'managed') changed();
  };
  browser.storage.onChanged.addListener(managed);
  const ends = [profileItem.watch(changed), settingsItem.watch(changed), watchView(changed)];
  return () => {
    browser.storage.onChanged.removeListener(managed);
    for (const end of ends) end();
  };
}

/** A match pattern for an address's host; without its port, which Firefox's patterns can't have. */
function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

export const settingsPorts: SettingsPorts = {
  clock: { now: () => Date.now() },
  personZone,
  locales: navigator.languages,
  read,
  watch,
  changeProfile: profileItem.change,
  changeSettings: settingsItem.change,
  refresh: async () => void (await send('refreshDirectory', {})),
  requestOrigin: (url) => browser.permissions.request({ origins: [originPattern(url)] }),
  breaks: {
    read: breakSettingsItem.read,
    change: breakSettingsItem.change,
    watch: breakSettingsItem.watch,
    testNotice: () => send('testNotice', {}),
  },
  leave,
};
