import { HOUR } from '../core/clock.ts';
import type { Availability } from './availability.ts';
import { type Nearness, nearnessOrder } from './nearness.ts';

const AVAILABILITY_ORDER: Readonly<Record<Availability['kind'], number>> = {
  now: 0,
  soon: 1,
  later: 2,
  unknown: 3,
  away: 4,
  closed: 5,
};
/** More than two months of hours: as far ahead as anybody is looked for. */
const HOURS_TOLD_APART = 2048;
const TOPICS_TOLD_APART = 64;
const CHANCES = 0x1000000;

/** FNV-1a, 32 bits. Goes on from what a text before it gave. */
export function hash(text: string, from = 0x811c9dc5): number {
  let value = from;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value;
}

/** MurmurHash3's finish: after it each bit depends on every other. Ids that differ in a digit would stay in turn. */
function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** What decides where an ally stands, in the order in which it counts. */
export interface Standing {
  availability: Availability;
  nearness: Nearness;
  sharesLanguage: boolean;
  /** How many chosen topics match. */
  topics: number;
  /** A hash that differs between people, days and allies. */
  chance: number;
}

/**
 * A standing as one whole number, small for the top of the list. Each thing has its own digits, so that what
 * counts less never outweighs what counts more: 3 + 6 + 1 + 6 + 11 + 24 bits, which a double holds exactly.
 *
 * @param now ms since the epoch
 */
export function orderOf(standing: Standing, now: number): number {
  const { availability, nearness, sharesLanguage, topics, chance } = standing;
  const isAhead = availability.kind === 'soon' || availability.kind === 'later';
  const wait = isAhead ? Math.floor(availability.from / HOUR) - Math.floor(now / HOUR) : 0;
  let order = AVAILABILITY_ORDER[availability.kind];
  order = order * 64 + nearnessOrder(nearness);
  order = order * 2 + (sharesLanguage ? 0 : 1);
  order = order * TOPICS_TOLD_APART + (TOPICS_TOLD_APART - 1 - Math.min(TOPICS_TOLD_APART - 1, topics));
  order = order * HOURS_TOLD_APART + Math.min(HOURS_TOLD_APART - 1, wait);
  return order * CHANCES + (mixed(chance) >>> 8);
}
