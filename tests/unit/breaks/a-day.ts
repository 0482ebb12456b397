import type { Seen } from '../../../utils/breaks/advance.ts';
import { type Badge, type BreakEvent, freshState, readState, reduce } from '../../../utils/breaks/engine.ts';
import { reasonsAt } from '../../../utils/breaks/reasons.ts';
import { type BreakSettings, type BreakState, breakSettingsSchema } from '../../../utils/breaks/schema.ts';

const STEP = 10_000;
const IDLE_AFTER = 60_000;

export interface Shown {
  at: number;
  kind: string;
}

/** A simulated day at a computer: its browser wakes the engine as a real one does, and keeps what it is told. */
export class ADay {
  now: number;
  zone: string;
  settings: BreakSettings;
  state: BreakState;
  /** Every notice that was shown. */
  shown: Shown[] = [];
  notice: string | undefined;
  badge: Badge = 'none';
  opened = 0;
  /** The worker dies between any two events: its state goes through what is stored. */
  forgets = false;
  /** Called after each event. */
  watch: (() => void) | undefined;
  audible = false;
  fullscreen = false;
  locked = false;
  /** The browser has no source of idleness: whoever is here counts as away all the same. */
  blind = false;
  activeMs = 0;
  wakes = 0;
  #lastInput: number;
  #told: Seen['idle'] = 'active';

  constructor(given: Partial<BreakSettings> = {}, start = '2026-11-20T09:00', zone = 'Europe/London') {
    this.zone = zone;
    this.now = Temporal.PlainDateTime.from(start).toZonedDateTime(zone).epochMilliseconds;
    this.settings = breakSettingsSchema.parse({ on: true, ...given });
    this.state = freshState(this.now, zone);
    this.#lastInput = this.now;
    this.event({ kind: 'looked' });
  }

  get seen(): Seen {
    const idle = this.blind
      ? 'idle'
      : this.locked
        ? 'locked'
        : this.now - this.#lastInput >= IDLE_AFTER
          ? 'idle'
          : 'active';
    return { idle, audible: this.audible, fullscreen: this.fullscreen };
  }

  get reasons(): string[] {
    return reasonsAt(this.state, this.settings, this.now, this.zone).map(({ kind }) => kind);
  }

  event(event: BreakEvent): void {
    this.wakes += 1;
    if (event.kind !== 'looked') this.#lastInput = this.now;
    this.#told = this.seen.idle;
    if (this.forgets) this.state = readState(JSON.parse(JSON.stringify(this.state)), this.now, this.zone);
    const world = { settings: this.settings, now: this.now, zone: this.zone };
    const { state, effects } = reduce(this.state, event, this.seen, world);
    this.state = state;
    for (const effect of effects) {
      if (effect.kind === 'show') {
        this.notice = effect.notice;
        this.shown.push({ at: this.now, kind: effect.notice });
      } else if (effect.kind === 'clear') this.notice = undefined;
      else if (effect.kind === 'badge') this.badge = effect.badge;
      else if (effect.kind === 'open') this.opened += 1;
    }
    this.watch?.();
  }

  /** Lets so many seconds go by, with somebody at the keys or not. */
  tick(active: boolean, seconds: number): this {
    const until = this.now + seconds * 1000;
    while (this.now < until) {
      const step = Math.min(STEP, until - this.now);
      this.now += step;
      if (active) {
        this.#lastInput = this.now;
        this.activeMs += step;
      }
      if (this.seen.idle !== this.#told || this.now >= this.state.expected) this.event({ kind: 'looked' });
    }
    return this;
  }

  work(minutes: number): this {
    return this.tick(true, minutes * 60);
  }

  away(minutes: number): this {
    return this.tick(false, minutes * 60);
  }

  lock(minutes: number): this {
    this.locked = true;
    this.event({ kind: 'looked' });
    this.tick(false, minutes * 60);
    this.locked = false;
    this.#lastInput = this.now;
    this.event({ kind: 'looked' });
    return this;
  }

  /** The computer sleeps: nothing is told before, and nothing runs meanwhile. */
  sleep(minutes: number): this {
    this.now += minutes * 60_000;
    this.#lastInput = this.now;
    this.event({ kind: 'looked' });
    return this;
  }

  /** The clock is set. */
  setClock(minutes: number): this {
    this.now += minutes * 60_000;
    this.#lastInput += minutes * 60_000;
    this.event({ kind: 'looked' });
    return this;
  }

  meeting(minutes: number): this {
    this.event({ kind: 'meeting', until: this.now + minutes * 60_000 });
    return this;
  }

  /** How many notices of a kind were shown. */
  count(kind = 'break'): number {
    return this.shown.filter((notice) => notice.kind === kind).length;
  }

  /** What was counted over all days. */
  get counted() {
    const sum = { taken: 0, natural: 0, snoozed: 0, skipped: 0 };
    for (const day of this.state.record) {
      sum.taken += day.taken;
      sum.natural += day.natural;
      sum.snoozed += day.snoozed;
      sum.skipped += day.skipped;
    }
    return sum;
  }
}
