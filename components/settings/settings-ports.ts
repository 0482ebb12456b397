import type { Clock } from '../../utils/core/clock.ts';
import type { Site } from '../../utils/directory/schema.ts';
import type { LogEntry, SourceAddress, SourceState } from '../../utils/directory/source.ts';
import type { Whereabouts } from '../../utils/directory/view.ts';
import type { PolicyReading } from '../../utils/settings/policy.ts';
import type { Profile, Settings } from '../../utils/settings/schema.ts';
import type { BreakSettingsPorts } from '../breaks/breaks-section.tsx';

/** What is set, from what was: of what another page changed meanwhile nothing is lost. */
export type Change<Value> = (before: Value) => Value;

/** All that the settings page shows, as it was read together. */
export interface SettingsModel extends PolicyReading {
  profile: Profile;
  settings: Settings;
  whereabouts: Whereabouts;
  addresses: SourceAddress[];
  states: SourceState[];
  log: LogEntry[];
  sites: Site[];
  topics: string[];
}

/** What the settings page needs of the world around it. */
export interface SettingsPorts {
  clock: Clock;
  personZone: string;
  /** The browser's own languages, for a person who chose none. */
  locales: readonly string[];
  read: () => Promise<SettingsModel>;
  /** Calls back whenever something of the model may have changed. Returns what ends it. */
  watch: (changed: () => void) => () => void;
  changeProfile: (change: Change<Profile>) => Promise<void>;
  changeSettings: (change: Change<Settings>) => Promise<void>;
  /** Fetches the directory; resolves when that has ended, well or not. */
  refresh: () => Promise<void>;
  /** Asks the person for permission to send an origin's cookies. Must be called straight from a click. */
  requestOrigin: (url: string) => Promise<boolean>;
  breaks: BreakSettingsPorts;
  leave: () => void;
}
