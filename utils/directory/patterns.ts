import { remembering } from './remembering.ts';
import type { WeeklyHours } from './schema.ts';
import { minutesOf } from './wall-clock.ts';

const WEEKDAY_BIT: Readonly<Record<WeeklyHours['days'][number], number>> = {
  mo: 1,
  tu: 2,
  we: 4,
  th: 8,
  fr: 16,
  sa: 32,
  su: 64,
};
/** Above the minutes of a day. */
const MINUTES = 2048;

/** Weekly hours as a whole number below 2^29. */
function codeOf({ days, start, end }: WeeklyHours): number {
  let weekdays = 0;
  for (const day of days) weekdays |= WEEKDAY_BIT[day];
  return (weekdays * MINUTES + minutesOf(start)) * MINUTES + minutesOf(end);
}

interface Branch<Pattern> {
  pattern?: Pattern;
  next: Map<number, Branch<Pattern>>;
}

/**
 * Makes something once for all that have the same weekly hours in the same zone. Hours are told apart by
 * numbers, one step for each span: to write keys for 50,000 allies would take longer than all the rest.
 */
export function createPatterns<Pattern>(
  make: (hours: readonly WeeklyHours[], zone: string) => Pattern,
): (hours: readonly WeeklyHours[], zone: string) => Pattern {
  const rootOf = remembering((): Branch<Pattern> => ({ next: new Map() }));
  return (hours, zone) => {
    let branch = rootOf(zone);
    for (const span of hours) {
      const code = codeOf(span);
      let next = branch.next.get(code);
      if (next === undefined) {
        next = { next: new Map() };
        branch.next.set(code, next);
      }
      branch = next;
    }
    branch.pattern ??= make(hours, zone);
    return branch.pattern;
  };
}
