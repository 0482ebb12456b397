import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreakSettings } from '../../../utils/breaks/schema.ts';
import { ADay } from './a-day.ts';

const MINUTE = 60_000;
/** A look comes at least every five minutes, and is missed once it is a minute and a half late. */
const UNSEEN = 6.5 * MINUTE;

/** Something that happens in a day, as a step that can be taken on any day. */
type Step = { name: string; minutes: number };
const minutes = (most: number) => fc.integer({ min: 1, max: most });
const step = (name: string, most: number): fc.Arbitrary<Step> =>
  minutes(most).map((count) => ({ name, minutes: count }));

const STEPS: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: step('work', 70) },
  { weight: 3, arbitrary: step('away', 30) },
  step('lock', 30),
  step('sleep', 300),
  step('setClock', 600),
  step('setClockBack', 600),
  step('meeting', 90),
  step('pause', 120),
  step('resume', 1),
  step('take', 1),
  step('back', 1),
  step('snooze', 1),
  step('skip', 1),
  step('closed', 1),
  step('audible', 1),
  step('fullscreen', 1),
  step('blind', 1),
);

const SETTINGS: fc.Arbitrary<Partial<BreakSettings>> = fc.record({
  every: fc.integer({ min: 5, max: 90 }),
  length: fc.integer({ min: 1, max: 15 }),
  eyes: fc.boolean(),
  snoozes: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  dailyLimit: fc.option(fc.integer({ min: 30, max: 300 }), { nil: undefined }),
  checkIns: fc.subarray(['09:30', '12:00', '15:45']),
  hours: fc.option(
    fc.constantFrom(
      [{ days: ['fr' as const, 'sa' as const], start: '09:00', end: '12:00' }],
      [{ days: ['fr' as const], start: '22:00', end: '10:30' }],
    ),
    { nil: undefined },
  ),
});

function take(day: ADay, { name, minutes: count }: Step): void {
  if (name === 'work') day.work(count);
  else if (name === 'away') day.away(count);
  else if (name === 'lock') day.lock(count);
  else if (name === 'sleep') day.sleep(count);
  else if (name === 'setClock') day.setClock(count);
  else if (name === 'setClockBack') day.setClock(-count);
  else if (name === 'meeting') day.meeting(count);
  else if (name === 'pause') day.event({ kind: 'pause', until: day.now + count * MINUTE });
  else if (name === 'take') day.event({ kind: 'take', what: 'break' });
  else if (name === 'audible') day.audible = !day.audible;
  else if (name === 'fullscreen') day.fullscreen = !day.fullscreen;
  else if (name === 'blind') day.blind = !day.blind;
  else if (name === 'resume') day.event({ kind: 'resume' });
  else if (name === 'back') day.event({ kind: 'back' });
  else if (name === 'snooze') day.event({ kind: 'snooze' });
  else if (name === 'skip') day.event({ kind: 'skip' });
  else day.event({ kind: 'closed' });
}

const scripts = fc.tuple(SETTINGS, fc.array(STEPS, { maxLength: 25 }));

describe('on any day', () => {
  it('no notice is there while something holds it, nobody is there, or a break is being taken', () => {
    fc.assert(
      fc.property(scripts, ([settings, steps]) => {
        const day = new ADay(settings);
        let before = day.shown.length;
        day.watch = () => {
          const held = day.reasons.length > 0 || day.state.taking !== undefined;
          if (held) expect(day.notice).toBeUndefined();
          if (day.state.away !== undefined) expect(day.shown.length).toBe(before);
          before = day.shown.length;
        };
        for (const one of steps) take(day, one);
      }),
    );
  });

  it('the notice that is shown is the one that the state knows of: there are never two', () => {
    fc.assert(
      fc.property(scripts, ([settings, steps]) => {
        const day = new ADay(settings);
        day.watch = () => expect(day.notice).toBe(day.state.notice?.kind);
        for (const one of steps) take(day, one);
      }),
    );
  });

  it('active time is never more than the time that went by, nor than what was worked and heard', () => {
    fc.assert(
      fc.property(scripts, ([settings, steps]) => {
        const day = new ADay(settings);
        const start = day.now;
        const quiet = steps.filter(({ name }) => !name.startsWith('setClock') && name !== 'audible');
        for (const one of quiet) take(day, one);
        expect(day.state.active).toBeLessThanOrEqual(day.now - start);
        // What is told late as idle counts up to a minute too much for each time away that was too short to tell,
        // and a sleep that misses no look counts whole: nothing tells it from sitting still.
        const sleeps = quiet.filter(({ name }) => name === 'sleep');
        const unseen = sleeps.reduce((sum, { minutes: slept }) => sum + Math.min(slept * MINUTE, UNSEEN), 0);
        const slack = quiet.length * MINUTE + unseen;
        expect(day.state.active).toBeLessThanOrEqual(day.activeMs + slack);
      }),
    );
  });

  it('whatever holds a notice ends by itself', () => {
    fc.assert(
      fc.property(scripts, ([settings, steps]) => {
        const day = new ADay({ ...settings, hours: undefined });
        for (const one of steps) take(day, one);
        day.audible = false;
        day.fullscreen = false;
        day.blind = false;
        // Three days on, with somebody there in the morning.
        for (let count = 0; count < 3; count += 1) day.sleep(24 * 60);
        day.away(2).work(1);
        expect(day.reasons).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('a break comes within its interval of work, once nothing holds it', () => {
    fc.assert(
      fc.property(scripts, ([settings, steps]) => {
        const day = new ADay({ ...settings, hours: undefined, eyes: false });
        for (const one of steps) take(day, one);
        day.audible = false;
        day.fullscreen = false;
        day.blind = false;
        for (let count = 0; count < 3; count += 1) day.sleep(24 * 60);
        day.away(20).work(1);
        const before = day.count();
        day.work(day.settings.every + 1);
        expect(day.count()).toBeGreaterThan(before);
      }),
      { numRuns: 50 },
    );
  });

  it('it makes no difference whether the worker dies between any two events', () => {
    fc.assert(
      fc.property(scripts, ([settings, steps]) => {
        const [lives, dies] = [new ADay(settings), new ADay(settings)];
        dies.forgets = true;
        for (const one of steps) {
          take(lives, one);
          take(dies, one);
        }
        expect(dies.shown).toEqual(lives.shown);
        expect(dies.state).toEqual(lives.state);
      }),
    );
  });

  it('looks again within an hour, and not more often than the browser lets it', () => {
    fc.assert(
      fc.property(scripts, ([settings, steps]) => {
        const day = new ADay(settings);
        day.watch = () => {
          expect(day.state.expected - day.now).toBeGreaterThanOrEqual(30_000);
          expect(day.state.expected - day.now).toBeLessThanOrEqual(60 * MINUTE);
        };
        for (const one of steps) take(day, one);
      }),
    );
  });
});
