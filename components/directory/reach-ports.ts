import type { Clock } from '../../utils/core/clock.ts';
import type { AllyRow } from '../../utils/directory/row.ts';
import type { Ally } from '../../utils/directory/schema.ts';
import type { DirectoryView } from '../../utils/directory/view.ts';
import type { WholeDirectory } from '../../utils/directory/whole.ts';
import type { CopyText } from '../ui/copy-button.tsx';

/** What the popup needs of the world around it. */
export interface ReachPorts {
  clock: Clock;
  /** The person's IANA time zone. */
  personZone: string;
  /** The view as the background keeps it; undefined before there is one. */
  readView: () => Promise<DirectoryView | undefined>;
  /** Calls back whenever the background has built the view anew. Returns what ends it. */
  watchView: (changed: () => void) => () => void;
  /** Has the background build the view anew. */
  rebuildView: () => Promise<void>;
  /** The pictures of the view's allies, by their keys. */
  readPhotos: () => Promise<ReadonlyMap<string, string>>;
  /** Everything the store holds of these addresses. */
  readWhole: (urls: readonly string[]) => Promise<WholeDirectory>;
  /** An ally's full record; undefined if a refresh has replaced it meanwhile. */
  readAlly: (row: AllyRow) => Promise<Ally | undefined>;
  setCountry: (country: string) => Promise<void>;
  setSample: (shown: boolean) => Promise<void>;
  openPanel: () => void;
  openSettings: () => void;
  leave: () => void;
  copy: CopyText;
}
