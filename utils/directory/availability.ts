import { absenceFrom } from './absence.ts';
import { type Absence, FIRST_DAY, nextSpan, type Shift, type Span, shareWithin, shiftsOf } from './hours.ts';
import { createPatterns } from './patterns.ts';
import { remembering } from './remembering.ts';
import type { Ally, WeeklyHours } from './schema.ts';
import { createWallClock, type WallClock } from './wall-clock.ts';

/** When an ally can listen. Instants are in ms since the epoch, days are ISO. */
export type Availability =
  /** Without `until`: around the clock. */
  | { kind: 'now'; until?: number }
  /** From later on the person's own calendar day. */
  | { kind: 'soon'; from: number; until?: number }
  /** From a later day, within about two months. */
  | { kind: 'later'; from: number; until?: number }
  /** No hours are given, or nobody knows in which zone. */
  | { kind: 'unknown' }
  /** `until` is the last day away. */
  | { kind: 'away'; until: string }
  /** Not taking new conversations; `until` is the last day of an absence that covers today or is to come. */
  | { kind: 'closed'; until?: string };

export type Timetable = Pick<Ally, 'hours' | 'away' | 'accepting'>;

/** Tells availabilities at one moment, for one person. Remembers what allies with the same hours share. */
export interface AvailabilityTeller {
  /** @param zone the IANA zone of the ally's hours */
  of: (timetable: Timetable, zone: string | undefined) => Availability;
  /** Whether at least half of an ally's hours fall into Monday to Friday, 9:00 to 17:00, on the person's clock. */
  sharesWorkingHours: (timetable: Timetable, zone: string | undefined) => boolean;
}

const WEEK = 7;
/** Weekly hours come round within this many days; most allies need no look further ahead. */
const NEAR = WEEK + 1;
/** How far ahead to look for somebody who is away. */
const FAR = 60;
const OFFICE_HOURS: readonly WeeklyHours[] = [
  { days: ['mo', 'tu', 'we', 'th', 'fr'], start: '09:00', end: '17:00' },
];
const NO_ABSENCE: readonly Absence[] = [];

/** Runs `make` at the first call, and returns what it made ever after. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What all allies with the same hours in the same zone share. */
interface Pattern {
  near: () => readonly Shift[];
  far: () => readonly Shift[];
  /** When somebody with no absence is free. */
  always: () => Availability | undefined;
  sharesWorkingHours: () => boolean;
}

/** @param now ms since the epoch */
export function createAvailability(personZone: string, now: number): AvailabilityTeller {
  const clockOf = remembering((zone) => createWallClock(zone, now));
  const endOfToday = clockOf(personZone)(0).end;
  const office = once(() => shiftsOf(OFFICE_HOURS, clockOf(personZone), FIRST_DAY, NEAR));

  const describe = ({ from, until }: Span, isEndless: boolean): Availability => {
    const end = isEndless ? {} : { until };
    if (from <= now) return { kind: 'now', ...end };
    return { kind: from < endOfToday ? 'soon' : 'later', from, ...end };
  };
  /** What still runs at the end of all that was looked at has no end. */
  const availabilityOf = (
    { near, far }: Pick<Pattern, 'near' | 'far'>,
    away: readonly Absence[],
    clock: WallClock,
  ): Availability | undefined => {
    const soon = nextSpan(near(), away, now);
    if (soon !== undefined && soon.until < clock(NEAR).end) return describe(soon, false);
    const span = nextSpan(far(), away, now);
    return span && describe(span, span.until >= clock(FAR).end);
  };
  const createPattern = (hours: readonly WeeklyHours[], clock: WallClock): Pattern => {
    const near = once(() => shiftsOf(hours, clock, FIRST_DAY, NEAR));
    const far = once(() => shiftsOf(hours, clock, FIRST_DAY, FAR));
    return {
      near,
      far,
      always: once(() => availabilityOf({ near, far }, NO_ABSENCE, clock)),
      sharesWorkingHours: once(() => shareWithin(shiftsOf(hours, clock, 0, WEEK - 1), office()) >= 0.5),
    };
  };
  const patternOf = createPatterns((hours, zone) => createPattern(hours, clockOf(zone)));

  return {
    of({ hours, away, accepting }, zone) {
      const clock = clockOf(zone ?? personZone);
      const absence = away.length === 0 ? undefined : absenceFrom(away, clock(0).date);
      if (!accepting) return { kind: 'closed', ...(absence !== undefined && { until: absence.until }) };
      if (absence?.isToday) return { kind: 'away', until: absence.until };
      if (zone === undefined || hours.length === 0) return { kind: 'unknown' };
      const pattern = patternOf(hours, zone);
      const found = away.length === 0 ? pattern.always() : availabilityOf(pattern, away, clock);
      if (found !== undefined) return found;
      return absence === undefined ? { kind: 'unknown' } : { kind: 'away', until: absence.until };
    },
    sharesWorkingHours: ({ hours }, zone) =>
      zone !== undefined && hours.length > 0 && patternOf(hours, zone).sharesWorkingHours(),
  };
}

/** When one ally can listen, at `now` (ms since the epoch). For many: `createAvailability`. */
export function availabilityAt(
  timetable: Timetable,
  allyZone: string | undefined,
  personZone: string,
  now: number,
): Availability {
  return createAvailability(personZone, now).of(timetable, allyZone);
}
