import { DAY } from '../core/clock.ts';
import type { Absence } from './hours.ts';

/** An absence, together with those that follow on it without a day between. */
export interface LongAbsence {
  /** Whether it covers today; otherwise it is still to come. */
  isToday: boolean;
  /** Its last day, as `2027-01-02`. */
  until: string;
}

/** Whether an ISO day comes right after another, or before. */
const followsOn = (day: string, other: string): boolean => Date.parse(day) - Date.parse(other) <= DAY;

/** The absence that covers `today` (ISO day), or else the next one; undefined where none is ahead. */
export function absenceFrom(away: readonly Absence[], today: string): LongAbsence | undefined {
  const [first, ...later] = away
    .filter(({ from, to }) => from <= to && to >= today)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  if (first === undefined) return undefined;
  let until = first.to;
  for (const { from, to } of later) {
    if (!followsOn(from, until)) break;
    if (to > until) until = to;
  }
  return { isToday: first.from <= today, until };
}
