import { MINUTE } from '../core/clock.ts';
import type { BreakSettings, BreakState } from './schema.ts';

/** The prompt on the badge and in the popup comes so long before the notice. */
export const SOON = 2 * MINUTE;

/** At how much active time the break is due. */
export const targetOf = ({ target }: BreakState, { settings }: { settings: BreakSettings }): number =>
  target > 0 ? target : settings.every * MINUTE;

export const maySnooze = ({ snoozed }: BreakState, { settings }: { settings: BreakSettings }): boolean =>
  settings.snoozes === undefined || snoozed < settings.snoozes;
