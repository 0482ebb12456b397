import type { Clock } from '../../utils/core/clock.ts';
import type { Journal } from '../../utils/journal/ports.ts';
import type { CopyText } from '../ui/copy-button.tsx';

/** What the side panel needs of the world around it. */
export interface JournalPorts {
  clock: Clock;
  /** The person's IANA time zone. */
  personZone: string;
  journal: Journal;
  /** 128 random bits in hex. */
  newId: () => string;
  setCountry: (country: string) => Promise<void>;
  /** Opens the popup. Rejects where the browser doesn't let a page do so. */
  openPopup: () => Promise<void>;
  leave: () => void;
  copy: CopyText;
  /** From 0 up to 1. */
  random: () => number;
}
