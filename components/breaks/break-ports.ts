import type { BreakAct } from '../../utils/breaks/events.ts';
import type { BreakSettings } from '../../utils/breaks/schema.ts';
import type { Clock } from '../../utils/core/clock.ts';

/** What the views of breaks need of the world around them. */
export interface BreakPorts {
  clock: Clock;
  /** The person's IANA time zone. */
  personZone: string;
  /** The settings, and the engine's state as it was stored. */
  read: () => Promise<{ settings: BreakSettings; state: unknown }>;
  /** Calls back whenever one of them changes. Returns what ends it. */
  watch: (changed: () => void) => () => void;
  act: (act: BreakAct) => Promise<unknown>;
}
