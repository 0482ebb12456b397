import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADay } from './a-day.ts';

const MINUTE = 60_000;
/** Coming back is seen within ten seconds, and what happened in them isn't work yet. */
const SEEN_AFTER = 10_000;

const minutes = (most: number) => fc.integer({ min: 1, max: most });
/** What goes on around somebody who never rests long enough: nothing of it is a break. */
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('work' as const), minutes: minutes(40) }) },
    fc.record({ kind: fc.constant('away' as const), minutes: minutes(4) }),
    fc.record({ kind: fc.constant('meeting' as const), minutes: minutes(60) }),
    fc.record({ kind: fc.constant('pause' as const), minutes: minutes(60) }),
    fc.record({ kind: fc.constant('settings' as const), minutes: minutes(90) }),
    fc.record({
      kind: fc.constantFrom('resume', 'closed', 'snooze', 'looked', 'audible', 'fullscreen'),
      minutes: fc.constant(0),
    }),
  ),
  { maxLength: 20 },
);

describe('somebody who works on', () => {
  it('is told of a break by the time that the interval is over, or what was quiet until then has ended', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 90 }), steps, (every, script) => {
        const day = new ADay({ every, length: 5 });
        let [absences, told] = [0, 0];
        day.watch = () => {
          const worked = day.activeMs - absences * SEEN_AFTER;
          const isQuiet = day.reasons.length > 0 || day.state.away !== undefined;
          if (day.state.told.times > 0) told = day.count();
          // A break that is due may be put off while something keeps its notice back, too.
          if (told > 0 || day.counted.snoozed > 0 || isQuiet) return;
          expect(worked).toBeLessThan(day.settings.every * MINUTE);
        };
        for (const { kind, minutes: count } of script) {
          if (kind === 'work') day.work(count);
          else if (kind === 'away') {
            absences += 1;
            day.away(count).work(1);
          } else if (kind === 'meeting') day.meeting(count);
          else if (kind === 'pause') day.event({ kind: 'pause', until: day.now + count * MINUTE });
          else if (kind === 'settings') {
            day.settings = { ...day.settings, every: count };
            day.event({ kind: 'looked' });
          } else if (kind === 'audible') day.audible = !day.audible;
          else if (kind === 'fullscreen') day.fullscreen = !day.fullscreen;
          else if (kind === 'resume' || kind === 'closed' || kind === 'looked' || kind === 'snooze')
            day.event({ kind });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is told however often something looks: the time doesn’t move on with each look', () => {
    const day = new ADay();
    for (let second = 0; second < 51 * 60; second += 10) day.tick(true, 10).event({ kind: 'looked' });
    expect(day.count()).toBe(1);
  });
});
