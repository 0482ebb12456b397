import { z } from 'zod';

/*
 * zod without `eval`, as an extension page must run it, spends most of its time on notes that it keeps for
 * each value in case there is a fault. Of tens of thousands of records hardly any has one. So they are read
 * here first: objects and lists by plain closures, single values by zod's own checks. Whatever is refused here
 * is left to zod, which knows the reason.
 */

/** A value as the schema would have it (the very same where nothing needs to change), or `REFUSED`. */
type Reader = (raw: unknown) => unknown;
const REFUSED = Symbol('refused');

const CONTEXT = { async: false };
const emptyPayload = (): z.core.ParsePayload => ({ value: undefined, issues: [] });
/** Used again and again, so that reading a value allocates nothing. */
let payload = emptyPayload();

/** What zod made of the value in `payload`. */
function outcome(): unknown {
  const { value, issues } = payload;
  if (issues.length === 0) return value;
  payload = emptyPayload();
  return REFUSED;
}

const KNOWN_VALUES = 500;
const KNOWN_LENGTH = 100;

/**
 * Reads single values by the schema itself. Good ones are remembered, since records share days, teams and
 * languages; not where there are too many, as of names.
 */
function single(schema: z.core.$ZodType): Reader {
  let known: Set<string> | undefined = new Set();
  return (raw) => {
    const isSmall = typeof raw === 'string' && raw.length < KNOWN_LENGTH;
    if (isSmall && known?.has(raw)) return raw;
    payload.value = raw;
    schema._zod.run(payload, CONTEXT);
    const value = outcome();
    if (isSmall && value === raw) known?.add(raw);
    if (known !== undefined && known.size > KNOWN_VALUES) known = undefined;
    return value;
  };
}

/** Runs the checks that are on a whole list or object, as a list's length. */
function checksOf(schema: z.core.$ZodType): Reader {
  const { checks = [] } = schema._zod.def;
  if (checks.length === 0) return (value) => value;
  const whole = new z.core.$ZodAny({ type: 'any', checks });
  return (value) => {
    payload.value = value;
    whole._zod.run(payload, CONTEXT);
    return outcome();
  };
}

function list(schema: z.core.$ZodArray): Reader {
  const read = readerFor(schema._zod.def.element);
  const check = checksOf(schema);
  return (raw) => {
    if (!Array.isArray(raw)) return REFUSED;
    let items: unknown[] = raw;
    for (let index = 0; index < raw.length; index += 1) {
      const item = read(raw[index]);
      if (item === REFUSED) return REFUSED;
      if (item === raw[index]) continue;
      if (items === raw) items = [...raw];
      items[index] = item;
    }
    return check(items);
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function countKeys(object: Record<string, unknown>): number {
  let count = 0;
  for (const _ in object) count += 1;
  return count;
}

function only(keys: readonly string[], object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]));
}

function object(schema: z.core.$ZodObject): Reader {
  const { shape } = schema._zod.def;
  const keys = Object.keys(shape);
  const fields = Object.entries(shape).map(([key, field]) => ({ key, read: readerFor(field) }));
  const check = checksOf(schema);
  return (raw) => {
    if (!isObject(raw)) return REFUSED;
    let record = raw;
    let present = 0;
    for (const { key, read } of fields) {
      const found = raw[key];
      const value = read(found);
      if (value === REFUSED) return REFUSED;
      if (found !== undefined) present += 1;
      if (value === found) continue;
      if (record === raw) record = { ...raw };
      record[key] = value;
    }
    return check(countKeys(raw) === present ? record : only(keys, record));
  };
}

/** Reads by the option that the discriminator names. */
function union(schema: z.core.$ZodDiscriminatedUnion): Reader {
  const { discriminator, options } = schema._zod.def;
  const readers = new Map<unknown, Reader>();
  for (const option of options) {
    const read = readerFor(option);
    for (const value of option._zod.propValues?.[discriminator] ?? []) readers.set(value, read);
  }
  return (raw) => {
    const read = isObject(raw) ? readers.get(raw[discriminator]) : undefined;
    return read === undefined ? REFUSED : read(raw);
  };
}

function readerFor(schema: z.core.$ZodType): Reader {
  if (schema instanceof z.core.$ZodArray) return list(schema);
  if (schema instanceof z.core.$ZodObject) return object(schema);
  if (schema instanceof z.core.$ZodDiscriminatedUnion) return union(schema);
  if (schema instanceof z.core.$ZodOptional) {
    const read = readerFor(schema._zod.def.innerType);
    return (raw) => (raw === undefined ? undefined : read(raw));
  }
  if (schema instanceof z.core.$ZodDefault) {
    const { def } = schema._zod;
    const read = readerFor(def.innerType);
    return (raw) => (raw === undefined ? def.defaultValue : read(raw));
  }
  return single(schema);
}

/**
 * A quick way to read what has no fault. It returns what `schema.safeParse` would, sharing with `raw` whatever
 * needs no change; `undefined` where that would be refused.
 *
 * @param schema one that doesn't refer to itself, whose checks depend on nothing but the value
 */
export function quickReader<Schema extends z.ZodType>(
  schema: Schema,
): (raw: unknown) => z.infer<Schema> | undefined {
  const read = readerFor(schema);
  const isRead = (value: unknown): value is z.infer<Schema> => value !== REFUSED;
  return (raw) => {
    const value = read(raw);
    return isRead(value) ? value : undefined;
  };
}
