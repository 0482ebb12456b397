import type { z } from 'zod';
import { type Channel, channelSchema } from './channel-schema.ts';
import { quickReader } from './quick.ts';
import { FIRST_FAULT, faultOf, type Rejections } from './rejections.ts';

const CHANNELS_READ = 20;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads one record; one that can't be used is set aside in `rejections`, and nothing is returned. */
export type RecordReader<Value> = (raw: unknown, path: string, rejections: Rejections) => Value | undefined;

/** A reader of what `schema` describes. */
export function readerOf<Schema extends z.ZodType>(schema: Schema): RecordReader<z.infer<Schema>> {
  const quick = quickReader(schema);
  return (raw, path, rejections) => {
    const value = quick(raw);
    if (value !== undefined) return value;
    const parsed = schema.safeParse(raw, FIRST_FAULT);
    if (parsed.success) return parsed.data;
    const fault = faultOf(parsed.error);
    rejections.add(`${path}${fault.path}`, fault.code);
    return undefined;
  };
}

/** The items of a list that can be used, of its first `max`. */
export function readItems<Value>(
  value: unknown,
  path: string,
  read: RecordReader<Value>,
  rejections: Rejections,
  max = Number.POSITIVE_INFINITY,
): Value[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    rejections.add(path, 'notAList');
    return [];
  }
  const items: Value[] = [];
  const length = Math.min(value.length, max);
  for (let index = 0; index < length; index += 1) {
    const item = read(value[index], `${path}[${index}]`, rejections);
    if (item !== undefined) items.push(item);
  }
  if (value.length > max) rejections.add(path, 'tooMany');
  return items;
}

const readChannel = readerOf(channelSchema);

/**
 * A reader of records that have channels. A channel that can't be used is set aside by itself, so that one of
 * an unknown kind doesn't cost the record.
 *
 * @param schema the record's, without `channels`
 */
export function withChannels<Schema extends z.ZodType<object>>(
  schema: Schema,
): RecordReader<z.infer<Schema> & { channels: Channel[] }> {
  const read = readerOf(schema);
  return (raw, path, rejections) => {
    const record = read(raw, path, rejections);
    if (record === undefined || !isObject(raw)) return undefined;
    const channels = readItems(raw.channels, `${path}.channels`, readChannel, rejections, CHANNELS_READ);
    return { ...record, channels };
  };
}

/** Reads a list record by record. One whose id was there before is set aside too. */
export function readList<Value extends { id: string }>(
  value: unknown,
  path: string,
  read: RecordReader<Value>,
  rejections: Rejections,
): Value[] {
  const seen = new Set<string>();
  const readNew: RecordReader<Value> = (raw, at) => {
    const record = read(raw, at, rejections);
    if (record === undefined) return undefined;
    const before = seen.size;
    if (seen.add(record.id).size > before) return record;
    rejections.add(`${at}.id`, 'duplicate');
    return undefined;
  };
  return readItems(value, path, readNew, rejections);
}
