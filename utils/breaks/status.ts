import { MINUTE } from '../core/clock.ts';
import type { World } from './advance.ts';
import { type Reason, reasonsAt } from './reasons.ts';
import type { BreakState, NoticeKind } from './schema.ts';
import { maySnooze, SOON, targetOf } from './target.ts';

/** What the views show of breaks. */
export interface BreakStatus {
  on: boolean;
  /** Whole minutes at the computer since the last break. */
  minutes: number;
  /** From 0 up to 1: how far that is on the way to the next break. */
  fraction: number;
  /** Whether the next break is near, so that a word of it comes before the notice does. */
  soon: boolean;
  due: boolean;
  maySnooze: boolean;
  /** Why nothing is suggested, the one that lasts longest first. */
  reasons: Reason[];
  notice: NoticeKind | undefined;
  taking: BreakState['taking'];
}

/** A state as it is shown at `world.now`: who looks is at the computer, so that the time since the last look counts. */
export function statusOf(state: BreakState, world: World): BreakStatus {
  const since = state.away === undefined ? Math.max(0, Math.min(world.now, state.expected) - state.seen) : 0;
  const active = state.active + since;
  const target = targetOf(state, world);
  return {
    on: world.settings.on,
    minutes: Math.floor(active / MINUTE),
    fraction: Math.min(1, active / target),
    soon: world.settings.on && active < target && target - active <= SOON,
    due: world.settings.on && active >= target,
    maySnooze: maySnooze(state, world),
    reasons: reasonsAt(state, world.settings, world.now, world.zone).sort((a, b) => b.until - a.until),
    notice: state.notice?.kind,
    taking: state.taking !== undefined && state.taking.ends > world.now ? state.taking : undefined,
  };
}
