import type { MoodDay } from '../../../utils/journal/days.ts';
import { latelyBesideUsual } from '../../../utils/journal/usual.ts';
import { asMood, dayAfter, normalFrom, randomFrom } from './an-entry.ts';

const DAY = 86_400_000;

export interface People {
  count: number;
  /** How much each day takes after the one before it (φ of an AR(1) process); 0 where days are independent. */
  memory: number;
  /** The deviation of moods before they are rounded to 1 to 5. */
  deviation: number;
  /** How much lower moods get after `daysBefore`. */
  drop: number;
  daysBefore: number;
  daysAfter: number;
  /** The share of days with a check-in. */
  share: number;
  seed: number;
}

export interface Outcome {
  /** How often a person was told, per year, in the days after `daysBefore`. */
  toldPerYear: number;
  /** The share of people who were told at all then. */
  told: number;
  /** Half of those who were told had been told by so many days. */
  medianDelay: number;
}

const DAYS = Array.from({ length: 800 }, (_, day) => dayAfter(day));

/** People around a mood of 3.5 who open the panel after each check-in, with the message switched on. */
export function simulate(people: People): Outcome {
  const random = randomFrom(people.seed);
  const normal = normalFrom(random);
  const delays: number[] = [];
  let times = 0;
  for (let person = 0; person < people.count; person += 1) {
    const days: MoodDay[] = [];
    let toldAt: number | undefined;
    let delay: number | undefined;
    let level = normal();
    for (let index = 0; index < people.daysBefore + people.daysAfter; index += 1) {
      level = people.memory * level + Math.sqrt(1 - people.memory ** 2) * normal();
      if (random() >= people.share) continue;
      const after = index >= people.daysBefore;
      const day = DAYS[index] ?? '';
      const mood = asMood(3.5 + people.deviation * level - (after ? people.drop : 0));
      days.push({ day, mean: mood, count: 1 });
      if (latelyBesideUsual(days, day, index * DAY, toldAt).kind !== 'lower') continue;
      toldAt = index * DAY;
      if (!after) continue;
      times += 1;
      delay ??= index - people.daysBefore + 1;
    }
    if (delay !== undefined) delays.push(delay);
  }
  delays.sort((a, b) => a - b);
  return {
    toldPerYear: times / ((people.count * people.daysAfter) / 365),
    told: delays.length / people.count,
    medianDelay: delays[Math.floor(delays.length / 2)] ?? Number.NaN,
  };
}
