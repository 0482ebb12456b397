import { beforeEach, describe, expect, it } from 'vitest';
import type { Seen } from '../../../utils/breaks/advance.ts';
import { readState } from '../../../utils/breaks/engine.ts';
import { createReminders, type Reminders, type RemindersPorts } from '../../../utils/breaks/reminders.ts';
import { type BreakSettings, type BreakState, breakSettingsSchema } from '../../../utils/breaks/schema.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T09:00:00Z');
const ZONE = 'Europe/London';

describe('the reminders', () => {
  let now: number;
  let settings: BreakSettings;
  let stored: unknown;
  /** What was done, in its order. */
  let done: string[];
  let failing: ReadonlySet<string>;
  /** The notice that was stored by the time one was shown. */
  let knownWhenShown: string | undefined;
  let armedFor: number | undefined;
  let reminders: Reminders;

  const seen: Seen = { idle: 'active', audible: false, fullscreen: false };
  const state = (): BreakState => readState(stored, now, ZONE);

  async function act(what: string): Promise<void> {
    await undefined;
    if (failing.has(what)) throw new Error(`${what} failed`);
    done.push(what);
  }
  const ports: RemindersPorts = {
    clock: { now: () => now },
    zone: () => ZONE,
    readSettings: async () => settings,
    readState: async () => stored,
    async writeState(state) {
      await act('write');
      stored = structuredClone(state);
    },
    look: async () => seen,
    async show(kind) {
      knownWhenShown = state().notice?.kind;
      await act(`show ${kind}`);
    },
    clear: () => act('clear'),
    badge: (badge) => act(`badge ${badge}`),
    open: () => act('open'),
    async arm(at) {
      await act('arm');
      armedFor = at;
    },
  };

  /** Somebody works for so long, and the alarm comes as often as it was asked for. */
  async function work(minutes: number): Promise<void> {
    const until = now + minutes * MINUTE;
    while (now < until) {
      now = Math.min(until, armedFor ?? until);
      await reminders.happen({ kind: 'looked' });
    }
  }
  const shown = (): string[] => done.filter((what) => what.startsWith('show'));

  beforeEach(async () => {
    now = START;
    settings = breakSettingsSchema.parse({});
    stored = undefined;
    done = [];
    failing = new Set();
    armedFor = undefined;
    reminders = createReminders(ports);
    await reminders.happen({ kind: 'looked' });
    done = [];
  });

  it('store what is so before they do anything about it', async () => {
    await work(50);
    expect(shown()).toEqual(['show break']);
    expect(knownWhenShown).toBe('break');
  });

  it('have themselves woken again before anything is shown', async () => {
    await work(48);
    done = [];
    now += 2 * MINUTE;
    await reminders.happen({ kind: 'looked' });
    expect(done.filter((what) => what === 'arm' || what === 'show break')).toEqual(['arm', 'show break']);
  });

  it('take a burst of events one at a time', async () => {
    await work(50);
    done = [];
    await Promise.all([
      reminders.happen({ kind: 'snooze' }),
      reminders.happen({ kind: 'looked' }),
      reminders.happen({ kind: 'meeting', until: now + 30 * MINUTE }),
    ]);
    // The alarm comes first where it is to be sooner, and last where it is to be later.
    expect(done.filter((what) => what === 'write' || what === 'arm').join(' ')).toBe(
      'arm write write arm write arm',
    );
    expect(state()).toMatchObject({ snoozed: 1, meeting: now + 30 * MINUTE });
  });

  it('tell a break once, though each event asks anew', async () => {
    await work(50);
    for (let round = 0; round < 5; round += 1) await reminders.happen({ kind: 'looked' });
    expect(shown()).toEqual(['show break']);
  });

  it('go on with the next event where one could not be stored, and then tell what is due', async () => {
    await work(48);
    failing = new Set(['write']);
    now += 3 * MINUTE;
    await expect(reminders.happen({ kind: 'looked' })).rejects.toThrow('write failed');
    expect(shown()).toEqual([]);
    failing = new Set();
    await reminders.happen({ kind: 'looked' });
    expect(shown()).toEqual(['show break']);
  });

  it('hand a notice over once more where that failed, or the worker ended in between', async () => {
    await work(48);
    failing = new Set(['show break']);
    now += 3 * MINUTE;
    await expect(reminders.happen({ kind: 'looked' })).rejects.toThrow('show break failed');
    failing = new Set();
    // Another worker: it knows what is stored, and nothing else.
    reminders = createReminders(ports);
    await reminders.happen({ kind: 'looked' });
    await reminders.happen({ kind: 'looked' });
    expect(shown()).toEqual(['show break']);
  });

  it('measure nothing and wake nobody once they are switched off, and keep what was counted', async () => {
    await work(50);
    await reminders.happen({ kind: 'skip' });
    await work(10);
    settings = { ...settings, on: false };
    done = [];
    await reminders.happen({ kind: 'looked' });
    expect(armedFor).toBeUndefined();
    expect(done).toContain('badge none');
    expect(done).toContain('clear');
    now += 3 * 60 * MINUTE;
    await reminders.happen({ kind: 'looked' });
    expect(state()).toMatchObject({ active: 0, record: [{ day: '2026-11-23', skipped: 1 }] });
  });

  it('let a break end that is taken while they are switched off', async () => {
    settings = { ...settings, on: false };
    await reminders.happen({ kind: 'take', what: 'break' });
    now += MINUTE;
    await reminders.happen({ kind: 'looked' });
    expect(state().taking).toBeDefined();
    now += 5 * MINUTE;
    await reminders.happen({ kind: 'looked' });
    expect(state()).toMatchObject({ record: [{ day: '2026-11-23', taken: 1 }] });
    await reminders.happen({ kind: 'looked' });
    expect(armedFor).toBeUndefined();
  });

  it.each([
    ['a text', 'nothing'],
    ['a state of a later version', { version: 9 }],
    ['half a state', { version: 1, active: -5 }],
  ])('begin anew where %s was stored', async (_what, found) => {
    stored = found;
    await reminders.happen({ kind: 'looked' });
    await work(50);
    expect(shown()).toEqual(['show break']);
  });

  it('forget the counts that are kept elsewhere, and those alone', async () => {
    await work(50);
    await reminders.happen({ kind: 'skip' });
    const taken = state().record;
    await reminders.happen({ kind: 'skip' });
    await reminders.forget(taken);
    expect(state().record).toEqual([{ day: '2026-11-23', taken: 0, natural: 0, snoozed: 0, skipped: 1 }]);
  });
});
