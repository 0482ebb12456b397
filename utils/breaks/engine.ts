import { HOUR, MINUTE, SECOND } from '../core/clock.ts';
import { advance, rested, type Seen, type World } from './advance.ts';
import type { BreakAct } from './events.ts';
import { comingCheckIns, offer } from './offers.ts';
import { reasonsAt } from './reasons.ts';
import { counted, dayIn } from './record.ts';
import { type BreakState, breakStateSchema, countsIn, type NoticeKind } from './schema.ts';
import { maySnooze, SOON, targetOf } from './target.ts';

/** With each event comes what was seen of the computer then. */
export type BreakEvent =
  /** An alarm, a change of idleness, a start of the worker or of the browser, other settings. */
  { kind: 'looked' } | BreakAct;

export type Badge = 'none' | 'soon' | 'due' | 'taking';

export type Effect =
  /** Takes the place of the notice that is shown. */
  | { kind: 'show'; notice: NoticeKind }
  | { kind: 'clear' }
  | { kind: 'badge'; badge: Badge }
  /** Shows the break that is being taken. */
  | { kind: 'open' };

/** So often it looks while somebody is at the computer: a sleep is noticed by a look that didn't come. */
const HEARTBEAT = 5 * MINUTE;
/** Nobody is there: idleness wakes it. This is for what may end meanwhile. */
const REST = HOUR;
const SNOOZE = 5 * MINUTE;
/** A break that ended after less wasn't one, but a slip of the hand. */
const SLIP = 10 * SECOND;
/** An alarm comes no sooner. */
const SOONEST = 30 * SECOND;

/** Nothing has been seen yet. */
export const freshState = (now: number, zone: string): BreakState => ({
  version: 1,
  seen: now,
  idle: 'active',
  expected: now,
  active: 0,
  eyes: 0,
  today: { day: dayIn(now, zone), active: 0, limitTold: false },
  target: 0,
  snoozed: 0,
  told: { times: 0, at: 0 },
  unchanged: now,
  checkIn: '',
  record: [],
});

/** A state as it was stored. One that can't be read gives way to a fresh one, with what can be read of its counts. */
export function readState(stored: unknown, now: number, zone: string): BreakState {
  const parsed = breakStateSchema.safeParse(stored);
  return parsed.success ? parsed.data : { ...freshState(now, zone), record: countsIn(stored) };
}

const withoutNotice = ({ notice: _notice, ...rest }: BreakState): BreakState => rest;

function ended(state: BreakState, { now, zone }: World): BreakState {
  const { taking, ...rest } = state;
  if (taking === undefined) return state;
  if (taking.kind === 'eyes') return { ...rest, eyes: 0 };
  if (now - taking.began < SLIP) return rest;
  return rested(rest, counted(rest.record, dayIn(Math.min(now, taking.ends), zone), 'taken'));
}

/** Who acts is here: who counts as away then shows that the browser can't tell. */
function present(state: BreakState, { idle }: Seen, { now }: World): BreakState {
  return idle === 'active' ? state : { ...state, blind: now };
}

function happened(state: BreakState, event: BreakEvent, world: World): BreakState {
  const { settings, now, zone } = world;
  switch (event.kind) {
    case 'looked':
      return state;
    case 'meeting':
      return { ...state, meeting: event.until };
    case 'pause':
      return { ...state, paused: event.until };
    case 'resume': {
      const { meeting: _m, paused: _p, ...rest } = state;
      return rest;
    }
    case 'take': {
      const length = event.what === 'eyes' ? 20 * SECOND : settings.length * MINUTE;
      return { ...withoutNotice(state), taking: { kind: event.what, began: now, ends: now + length } };
    }
    case 'back':
      return ended(state, world);
    case 'snooze':
      // A click that comes twice, or on a notice that was only to be seen, puts nothing off.
      if (!maySnooze(state, world) || state.active < targetOf(state, world)) return state;
      return {
        ...withoutNotice(state),
        target: state.active + SNOOZE,
        snoozed: state.snoozed + 1,
        told: { times: 0, at: 0 },
        record: counted(state.record, dayIn(now, zone), 'snoozed'),
      };
    case 'skip':
      return rested(state, counted(state.record, dayIn(now, zone), 'skipped'));
    case 'closed':
      return withoutNotice(state);
  }
}

function badgeOf(state: BreakState, world: World): Badge {
  if (state.taking !== undefined) return 'taking';
  if (!world.settings.on || reasonsAt(state, world.settings, world.now, world.zone).length > 0) return 'none';
  const left = targetOf(state, world) - state.active;
  if (left <= 0) return 'due';
  return left <= SOON ? 'soon' : 'none';
}

/** When it must look again, whatever happens. */
function nextLook(state: BreakState, world: World): number {
  const { settings, now, zone } = world;
  const ends = reasonsAt(state, settings, now, zone).map(({ until }) => until);
  ends.push(...comingCheckIns(world));
  if (state.taking !== undefined) ends.push(state.taking.ends);
  if (state.away !== undefined && !state.away.rested) ends.push(state.away.since + settings.length * MINUTE);
  const isThere = state.away === undefined;
  const toTarget = [targetOf(state, world) - SOON, targetOf(state, world)].map((at) => at - state.active);
  const toEyes = settings.eyes ? [20 * MINUTE - state.eyes] : [];
  const { dailyLimit } = settings;
  const toLimit = dailyLimit === undefined ? [] : [dailyLimit * MINUTE - state.today.active];
  if (isThere) for (const left of [...toTarget, ...toEyes, ...toLimit]) if (left > 0) ends.push(now + left);
  const soonest = Math.min(...ends.filter((at) => at > now), now + (isThere ? HEARTBEAT : REST));
  return Math.max(soonest, now + SOONEST);
}

/**
 * The state after an event, and what is to be done. It depends on nothing else, and everything it needs to know is
 * in the state: it may be stored, read again and gone on with at any time. It is to look again at `state.expected`.
 *
 * @param seen what the browser tells of the computer at `world.now`
 */
export function reduce(
  before: BreakState,
  event: BreakEvent,
  seen: Seen,
  world: World,
): { state: BreakState; effects: Effect[] } {
  let state = advance(before, seen, world);
  if (state.taking !== undefined && world.now >= state.taking.ends) state = ended(state, world);
  if (event.kind !== 'looked') state = present(state, seen, world);
  state = happened(state, event, world);
  state = offer(state, world);
  state = { ...state, expected: nextLook(state, world) };

  const effects: Effect[] = [];
  if (state.notice !== undefined && state.notice !== before.notice) {
    effects.push({ kind: 'show', notice: state.notice.kind });
  } else if (state.notice === undefined && before.notice !== undefined) effects.push({ kind: 'clear' });
  effects.push({ kind: 'badge', badge: badgeOf(state, world) });
  if (event.kind === 'take') effects.push({ kind: 'open' });
  return { state, effects };
}
