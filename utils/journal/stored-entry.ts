import { type Entry, LONGEST_TEXT, VERSIONS_KEPT } from './schema.ts';

type Check = (value: unknown) => boolean;

/** Checks by key: what must be there, and what may be. */
interface Shape {
  needed: readonly (readonly [key: string, check: Check])[];
  optional: readonly (readonly [key: string, check: Check])[];
}

const shapeOf = (needed: Record<string, Check>, optional: Record<string, Check>): Shape => ({
  needed: Object.entries(needed),
  optional: Object.entries(optional),
});

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value from JSON has all that it needs, and nothing that the shape doesn't name. */
function fits(value: unknown, { needed, optional }: Shape): boolean {
  if (!isFields(value)) return false;
  let known = needed.length;
  for (const [key, check] of needed) if (!check(value[key])) return false;
  for (const [key, check] of optional) {
    const part = value[key];
    if (part === undefined) continue;
    if (!check(part)) return false;
    known += 1;
  }
  return Object.keys(value).length === known;
}

const intFrom =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;

const textOf =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length >= least && value.length <= most;

function listOf(check: Check, most: number): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return false;
    for (const item of value) if (!check(item)) return false;
    return true;
  };
}

const HEX = /^[0-9a-f]{32}$/;
const id: Check = (value) => typeof value === 'string' && HEX.test(value);
const instant = intFrom(-8.64e15, 8.64e15);
const mood = intFrom(1, 5);
const axis = intFrom(-2, 2);
const words = listOf(textOf(1, 60), 50);
const text = textOf(0, LONGEST_TEXT);
const flag: Check = (value) => typeof value === 'boolean';

const VERSION = shapeOf({ written: instant, text, tags: words }, { mood });
const ENTRY = shapeOf(
  {
    id,
    at: instant,
    zone: textOf(1, 100),
    written: instant,
    feelings: words,
    about: words,
    tags: words,
    text,
    pinned: flag,
    versions: listOf((version) => fits(version, VERSION), VERSIONS_KEPT),
  },
  {
    mood,
    energy: axis,
    pleasantness: axis,
    prompt: textOf(0, 300),
    trashed: instant,
    batch: id,
  },
);

/**
 * Whether a value from `JSON.parse` is an entry just as `entrySchema` would give it back: the same verdict in a
 * fifth of the time, which counts where thousands are read. False says nothing yet: an entry with keys that
 * aren't known here is for the schema to judge.
 */
export const isStoredEntry = (value: unknown): value is Entry => fits(value, ENTRY);
