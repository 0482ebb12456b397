import type { BreakAct } from '../../utils/breaks/events.ts';
import type { BreakState, CountedDay } from '../../utils/breaks/schema.ts';
import { MINUTE } from '../../utils/core/clock.ts';
import type { BreakDay, Kill, Step } from './break-day.ts';

/** What came of a part of a day. */
export interface Part {
  name: string;
  /** The titles of the notices that were handed to the browser meanwhile. */
  shown: string[];
  /** How many notices are there at its end: in Firefox, which takes them away by itself, that isn't told. */
  there?: number;
  /** What the stored state says of it. */
  notice: string | undefined;
}

export interface DayRun {
  parts: Part[];
  record: Omit<CountedDay, 'day'>;
  kills: number;
  /** Where it was killed in the middle. */
  stops: string[];
  /** The most notices that were there at once. */
  most: number;
}

export interface DayPlan {
  days: number;
  /** How many steps, drawn at random, the worker dies in. */
  kills: number;
  seed: number;
  /** Whether a notice stays until it is taken away. */
  noticesStay: boolean;
  /** Called before each step: somebody moves the pointer. */
  beThere(): void;
}

/** Numbers from 0 up to 1 (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** In a step there are about so many moments at which the worker can be stopped. */
const MOMENTS = 36;
/** A day has about so many steps. */
const STEPS = 50;

/** Lives so many days, all alike. */
export async function liveDay(day: BreakDay, plan: DayPlan): Promise<DayRun> {
  const random = numbersFrom(plan.seed);
  const run: DayRun = {
    parts: [],
    record: { taken: 0, natural: 0, snoozed: 0, skipped: 0 },
    kills: 0,
    stops: [],
    most: 0,
  };
  let stepsLeft = STEPS * plan.days;
  let told = 0;
  let isDead = false;

  async function step<Done extends Step>(job: (kill: Kill | undefined) => Promise<Done>): Promise<Done> {
    plan.beThere();
    // A worker that has died is woken by its alarm and lives, or by a page, and may die again.
    let kill: Kill | undefined = isDead ? { before: true, after: null } : undefined;
    if (!isDead) {
      const dies = random() < (plan.kills - run.kills) / Math.max(1, stepsLeft);
      if (dies) kill = { before: random() < 0.5, after: Math.floor(random() * MOMENTS) };
      stepsLeft -= 1;
    }
    const done = await job(kill);
    const died = typeof kill?.after === 'number';
    if (died) run.kills += 1;
    if (done.stoppedAt !== undefined) run.stops.push(done.stoppedAt);
    isDead = died && random() < 0.5;
    if (died && !isDead) await day.rest();
    await day.shown();
    run.most = Math.max(run.most, await day.there());
    return done;
  }

  /** Goes from alarm to alarm, for so many minutes or until something is so. */
  async function go(most: number, until: () => Promise<boolean> = async () => false): Promise<void> {
    let passed = 0;
    while (passed < most * MINUTE && !(await until())) {
      const before = passed;
      const done = await step((kill) => day.toAlarm(kill));
      // An alarm that is due already takes its time, too.
      passed = before + Math.max(done.passed, 1);
    }
  }
  const untilShown = (most: number): Promise<void> => go(most, async () => (await day.shown()).length > told);
  const act = (what: BreakAct, isTakenIn: (state: BreakState) => boolean): Promise<Step> =>
    step((kill) => day.act(what, isTakenIn, kill));

  async function part(name: string, job: () => Promise<unknown>): Promise<void> {
    await job();
    // What was stored by a worker that died before it could tell of it is told by the next.
    if (isDead) await day.rest();
    const shown = await day.shown();
    const { notice } = await day.state();
    const stay = plan.noticesStay ? { there: await day.there() } : {};
    run.parts.push({ name, shown: shown.slice(told), notice: notice?.kind, ...stay });
    told = shown.length;
  }

  const usual = { on: true, every: 50, length: 5 };
  for (let round = 0; round < plan.days; round += 1) {
    await day.morning(usual);
    await part('50 minutes at the computer', () => untilShown(60));
    await part('five more', () => untilShown(15));
    await part('and more, in silence', () => go(15));
    await part('put off', async () => {
      await act({ kind: 'snooze' }, ({ notice }) => notice === undefined);
    });
    await part('until it comes again', () => untilShown(15));
    await part('taken', async () => {
      await act({ kind: 'take', what: 'break' }, ({ taking }) => taking !== undefined);
      await go(20, async () => (await day.state()).taking === undefined);
    });
    await part('a meeting over the next', async () => {
      await act({ kind: 'meeting', until: Date.now() + 70 * MINUTE }, ({ meeting }) => meeting !== undefined);
      await go(62);
    });
    await part('after the meeting', () => untilShown(25));
    await part('skipped', () => act({ kind: 'skip' }, ({ notice }) => notice === undefined));
    await part('half an hour, and the computer sleeps', async () => {
      await go(30);
      await step((kill) => day.sleep(120 * MINUTE, kill));
    });
    await part('eyes', async () => {
      await step((kill) => day.change({ ...usual, eyes: true }, kill));
      await untilShown(35);
    });
    await part('a check-in', async () => {
      const checkIns = [await day.clockTime()];
      await step((kill) => day.change({ ...usual, checkIns }, kill));
      await untilShown(15);
    });
    await part('put away', () => act({ kind: 'closed' }, ({ notice }) => notice === undefined));
    await part('the limit of the day', async () => {
      const { today } = await day.state();
      const dailyLimit = Math.ceil(today.active / MINUTE) + 3;
      await step((kill) => day.change({ ...usual, dailyLimit }, kill));
      await untilShown(15);
    });
    await part('a pause', async () => {
      await act({ kind: 'pause', until: Date.now() + 40 * MINUTE }, ({ paused }) => paused !== undefined);
      await go(30);
      await act({ kind: 'resume' }, ({ paused }) => paused === undefined);
    });
    await part('a break without being told', async () => {
      await act({ kind: 'take', what: 'break' }, ({ taking }) => taking !== undefined);
      await go(20, async () => (await day.state()).taking === undefined);
    });
  }
  for (const { taken, natural, snoozed, skipped } of (await day.state()).record) {
    run.record.taken += taken;
    run.record.natural += natural;
    run.record.snoozed += snoozed;
    run.record.skipped += skipped;
  }
  return run;
}
