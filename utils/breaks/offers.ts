import { HOUR, MINUTE } from '../core/clock.ts';
import type { World } from './advance.ts';
import { reasonsAt } from './reasons.ts';
import { dayIn } from './record.ts';
import { type BreakState, NOTICES, type NoticeKind } from './schema.ts';
import { targetOf } from './target.ts';

/** After so much more active time the notice of a break is repeated, once. */
const AGAIN = 5 * MINUTE;
/** The eyes' notice doesn't stay: who looked away has looked away. */
const EYES_STAY = 2 * MINUTE;
const EYES_EVERY = 20 * MINUTE;
/** A question how one is that is older than this isn't asked any more. */
const CHECK_IN_STAYS = 4 * HOUR;

/** The check-ins of the day that `now` is in, each with its name, as `2026-11-20 15:00`, and its instant. */
function checkInsOf({ settings, now, zone }: World): { day: string; name: string; at: number }[] {
  const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  return settings.checkIns.map((time) => ({
    day: day.toString(),
    name: `${day} ${time}`,
    at: day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds,
  }));
}

/** When the check-ins of today come that haven't yet, in ms since the epoch. */
export const comingCheckIns = (world: World): number[] =>
  checkInsOf(world)
    .map(({ at }) => at)
    .filter((at) => at > world.now);

/** The name of the latest check-in that has come today, unless it was asked for already. */
function checkInDue(state: BreakState, world: World): string | undefined {
  const { now } = world;
  // A clock that was set back doesn't silence the days until then.
  const askedFor = (day: string): string => (state.checkIn.slice(0, 10) > day ? '' : state.checkIn);
  const come = checkInsOf(world)
    .filter(({ day, name, at }) => at <= now && now - at < CHECK_IN_STAYS && name > askedFor(day))
    .sort((a, b) => b.at - a.at);
  return come[0]?.name;
}

/** What there is to be told now, the most pressing first. */
function pressing(state: BreakState, world: World): NoticeKind | undefined {
  const { settings } = world;
  const { active, told, today, eyes } = state;
  const due = settings.on && active >= targetOf(state, world);
  const tell = told.times === 0 || (told.times === 1 && active >= told.at + AGAIN);
  if (due && tell) return 'break';
  if (settings.on && settings.dailyLimit !== undefined && !today.limitTold) {
    if (today.active >= settings.dailyLimit * MINUTE) return 'limit';
  }
  if (checkInDue(state, world) !== undefined) return 'checkIn';
  // A break that is due is one for the eyes as well.
  return settings.on && settings.eyes && !due && eyes >= EYES_EVERY ? 'eyes' : undefined;
}

function told(state: BreakState, kind: NoticeKind, world: World): BreakState {
  const { now, zone } = world;
  const next: BreakState = { ...state, notice: { kind, since: now } };
  switch (kind) {
    case 'break':
      return { ...next, told: { times: Math.min(state.told.times + 1, 2), at: state.active } };
    case 'limit':
      return { ...next, today: { ...state.today, limitTold: true } };
    case 'checkIn':
      return { ...next, checkIn: checkInDue(state, world) ?? `${dayIn(now, zone)} 24` };
    case 'eyes':
      return { ...next, eyes: 0 };
  }
}

/** The notice that is shown, where it still stands. */
function standing(state: BreakState, world: World): NoticeKind | undefined {
  const { notice } = state;
  if (notice === undefined) return undefined;
  const { settings, now } = world;
  const stood = now - notice.since;
  if (notice.kind === 'eyes' && (stood < 0 || stood >= EYES_STAY)) return undefined;
  if (notice.kind === 'checkIn') return stood < CHECK_IN_STAYS ? 'checkIn' : undefined;
  if (!settings.on) return undefined;
  if (notice.kind === 'break' && state.active < targetOf(state, world)) return undefined;
  return notice.kind;
}

/**
 * The state with the one notice that is to be shown, if any: never while a reason holds, nobody is there or a break
 * is being taken; what came due meanwhile is told once, afterwards.
 */
export function offer(state: BreakState, world: World): BreakState {
  const { notice, ...rest } = state;
  const held = reasonsAt(state, world.settings, world.now, world.zone).length > 0;
  if (held || state.taking !== undefined) return rest;
  const stands = standing(state, world);
  const kept = stands === undefined ? rest : state;
  if (state.away !== undefined) return kept;
  const next = pressing(kept, world);
  if (next === undefined) return kept;
  const waits = stands !== undefined && NOTICES.indexOf(stands) < NOTICES.indexOf(next);
  return waits ? kept : told(rest, next, world);
}
