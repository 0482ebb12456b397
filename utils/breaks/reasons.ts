import { DAY, HOUR, MINUTE } from '../core/clock.ts';
import { outsideUntil } from './hours.ts';
import type { BreakSettings, BreakState } from './schema.ts';

/** What is heard counts no longer than this: a film ends, and music plays on when everybody has gone. */
export const AUDIBLE_CAP = 30 * MINUTE;
const FULLSCREEN_CAP = 2 * HOUR;
/** Nobody sits without a pause of a minute for so long, or answers while away: idleness can't be told here. */
const UNRELIABLE_AFTER = 4 * HOUR;

export const REASONS = ['meeting', 'paused', 'hours', 'audible', 'fullscreen', 'unreliable'] as const;
export type ReasonKind = (typeof REASONS)[number];

/** Why nothing is suggested now, and until when at the latest (ms since the epoch). */
export interface Reason {
  kind: ReasonKind;
  until: number;
}

/** Until when idleness isn't gone by; in the past where it is. */
const unreliableUntil = ({ unchanged, blind }: BreakState, now: number): number =>
  Math.max(
    now - unchanged < UNRELIABLE_AFTER ? Number.NEGATIVE_INFINITY : unchanged + DAY,
    blind === undefined ? Number.NEGATIVE_INFINITY : blind + DAY,
  );

/** All that holds at `now`. Each ends by itself. */
export function reasonsAt(
  state: BreakState,
  settings: Pick<BreakSettings, 'hours'>,
  now: number,
  zone: string,
): Reason[] {
  const { meeting, paused, audible, fullscreen } = state;
  const outside = outsideUntil(settings.hours, now, zone);
  const found: (Reason | undefined)[] = [
    meeting === undefined ? undefined : { kind: 'meeting', until: meeting },
    paused === undefined ? undefined : { kind: 'paused', until: paused },
    outside === undefined ? undefined : { kind: 'hours', until: outside },
    audible === undefined ? undefined : { kind: 'audible', until: audible + AUDIBLE_CAP },
    fullscreen === undefined ? undefined : { kind: 'fullscreen', until: fullscreen + FULLSCREEN_CAP },
    { kind: 'unreliable', until: unreliableUntil(state, now) },
  ];
  return found.filter((reason) => reason !== undefined && reason.until > now).filter((r) => r !== undefined);
}
