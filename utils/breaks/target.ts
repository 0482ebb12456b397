import { MINUTE } from '../core/clock.ts';
import type { BreakSettings, BreakState } from './schema.ts';

/** At how much active time the break is due. */
export const targetOf = ({ target }: BreakState, { settings }: { settings: BreakSettings }): number =>
  target > 0 ? target : settings.every * MINUTE;

export const maySnooze = ({ snoozed }: BreakState, { settings }: { settings: BreakSettings }): boolean =>
  settings.snoozes === undefined || snoozed < settings.snoozes;
