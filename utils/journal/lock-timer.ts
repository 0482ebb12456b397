import { MINUTE, SECOND } from '../core/clock.ts';
import type { VaultPorts } from './vault-ports.ts';

export interface LockTimer {
  /** From now on the deadline counts. */
  begin(): Promise<void>;
  end(): void;
  /** Puts the deadline off. One that is over already is looked at instead. */
  touch(): void;
  setMinutes(minutes: number | undefined): Promise<void>;
}

/** A computer that slept runs its timers late: so often the clock is looked at. */
const LOOK = 30 * SECOND;
/** Putting off by less isn't worth writing. */
const WORTH = 5 * SECOND;

/** Locks at a stored deadline that all windows share, looked at or not. */
export function createLockTimer(
  { clock, deadline, after }: Pick<VaultPorts, 'clock' | 'deadline' | 'after'>,
  lock: () => void,
): LockTimer {
  let running = false;
  let minutes: number | undefined;
  let known: number | undefined;
  let callOff: () => void = () => undefined;

  function arm(): void {
    callOff();
    if (!running || known === undefined) return;
    callOff = after(Math.min(LOOK, Math.max(0, known - clock.now())), () => void look());
  }

  /** Another window may have put the deadline off. */
  async function look(): Promise<void> {
    const stored = await deadline.read().catch(() => undefined);
    if (!running) return;
    known = stored ?? known;
    if (known !== undefined && clock.now() >= known) lock();
    else arm();
  }

  async function putOff(): Promise<void> {
    if (minutes === undefined) return;
    known = clock.now() + minutes * MINUTE;
    arm();
    // Without it stored, this window still locks itself.
    await deadline.write(known).catch(() => undefined);
  }

  return {
    async begin() {
      running = true;
      minutes = await deadline.readMinutes();
      if (running) await putOff();
    },
    end() {
      running = false;
      known = undefined;
      callOff();
    },
    touch() {
      if (!running || minutes === undefined) return;
      const now = clock.now();
      if (known !== undefined && now >= known) void look();
      else if (known === undefined || now + minutes * MINUTE - known >= WORTH) void putOff();
    },
    async setMinutes(next) {
      await deadline.writeMinutes(next);
      minutes = next;
      known = undefined;
      callOff();
      if (next === undefined) await deadline.clear();
      else if (running) await putOff();
    },
  };
}
