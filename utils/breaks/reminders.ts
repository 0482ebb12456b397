import { MINUTE } from '../core/clock.ts';
import type { Seen } from './advance.ts';
import { type Badge, type BreakEvent, freshState, readState, reduce } from './engine.ts';
import { without } from './record.ts';
import type { BreakSettings, BreakState, CountedDay, NoticeKind } from './schema.ts';
import { maySnooze } from './target.ts';

export interface RemindersPorts {
  clock: { now(): number };
  /** The person's IANA zone, as it is now. */
  zone(): string;
  readSettings(): Promise<BreakSettings>;
  /** As it was stored, whatever that is. */
  readState(): Promise<unknown>;
  writeState(state: BreakState): Promise<void>;
  look(): Promise<Seen>;
  /** Shows a notice, and leaves one that is there already. */
  show(notice: NoticeKind, settings: BreakSettings, maySnooze: boolean): Promise<void>;
  clear(): Promise<void>;
  badge(badge: Badge): Promise<void>;
  open(): Promise<void>;
  /** Has the worker woken at a time; undefined: not at all. */
  arm(at: number | undefined): Promise<void>;
}

export interface Reminders {
  /** Takes in an event. One at a time: the next is looked at when all that this one asked for is done. */
  happen(event: BreakEvent): Promise<void>;
  /** Takes counts away that are kept elsewhere from now on. */
  forget(counts: readonly CountedDay[]): Promise<void>;
}

/**
 * Listens and acts for the engine: reads what is stored, asks the engine, stores its state, and only then does what
 * it says, so that a worker that ends in between has told nothing that it doesn't know of. That a notice is being
 * handed to the browser is stored with it, and what was begun is finished by the next worker.
 */
export function createReminders(ports: RemindersPorts): Reminders {
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn(job: () => Promise<void>): Promise<void> {
    const next = turn.then(job, job);
    turn = next.catch(() => undefined);
    return next;
  }

  async function handle(event: BreakEvent): Promise<void> {
    const [settings, stored, seen] = await Promise.all([
      ports.readSettings(),
      ports.readState(),
      ports.look(),
    ]);
    const world = { settings, now: ports.clock.now(), zone: ports.zone() };
    const before = readState(stored, world.now, world.zone);
    const isOff = !settings.on && settings.checkIns.length === 0;
    if (isOff && event.kind === 'looked' && before.taking === undefined) {
      // Switched off: nothing wakes the worker, and nothing is measured.
      await ports.writeState({ ...freshState(world.now, world.zone), record: before.record });
      await Promise.all([ports.clear(), ports.badge('none'), ports.arm(undefined)]);
      return;
    }
    const { state: next, effects } = reduce(before, event, seen, world);
    const { handing, ...state } = next;
    const shows = effects.some(({ kind }) => kind === 'show');
    // What was shown goes first of all, so that a notice that is there afterwards is the new one.
    if (shows || effects.some(({ kind }) => kind === 'clear')) await ports.clear();
    const hands = state.notice !== undefined && (shows || handing === true);
    // Who ends before the notice is shown comes back soon, while it still stands.
    const wakeAt = hands ? Math.min(state.expected, world.now + MINUTE) : state.expected;
    // The alarm is never later than the look that is stored as expected: that would pass for time away.
    const isSooner = wakeAt < before.expected;
    if (isSooner) await ports.arm(wakeAt);
    await ports.writeState(hands ? { ...state, handing: true } : state);
    if (!isSooner) await ports.arm(wakeAt);
    for (const effect of effects) {
      if (effect.kind === 'badge') await ports.badge(effect.badge);
      else if (effect.kind === 'open') await ports.open();
    }
    if (!hands || state.notice === undefined) return;
    await ports.show(state.notice.kind, settings, maySnooze(state, world));
    await ports.writeState(state);
  }

  return {
    happen: (event) => inTurn(() => handle(event)),
    forget: (counts) =>
      inTurn(async () => {
        const state = readState(await ports.readState(), ports.clock.now(), ports.zone());
        await ports.writeState({ ...state, record: without(state.record, counts) });
      }),
  };
}
