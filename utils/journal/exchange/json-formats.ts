import { failure, type Result, success } from '../../core/result.ts';
import { journalPrefsSchema } from '../schema.ts';
import type { FileFault, ImportPreview } from './contract.ts';
import { instantOf, knownZone } from './instants.ts';
import { versionIn } from './reading-json.ts';
import {
  candidateOf,
  foreignCandidate,
  isRecord,
  type ReadRecord,
  type Source,
  stringsIn,
  titled,
} from './records.ts';

/** What Earshot's own JSON tells beside entries. */
export type Accompanying = Pick<ImportPreview, 'prefs' | 'exported'> & { missing: number };

export interface JsonSource extends Source {
  beside: Accompanying;
}

const NOTHING_BESIDE: Accompanying = { missing: 0 };

function each(
  entries: readonly unknown[],
  read: (record: Record<string, unknown>) => ReadRecord['read'],
): ReadRecord[] {
  return entries.map((entry, index) => ({
    place: `entries[${index}]`,
    read: isRecord(entry) ? read(entry) : failure({ reason: 'shape' }),
  }));
}

function besideIn({ prefs, exported, missing }: Record<string, unknown>): Accompanying {
  const own = journalPrefsSchema.safeParse(prefs);
  return {
    missing: Number.isSafeInteger(missing) ? Math.max(0, Number(missing)) : 0,
    ...(own.success && { prefs: own.data }),
    ...(typeof exported === 'number' && { exported }),
  };
}

/** Day One's `entries[] { uuid, creationDate, modifiedDate, text, timeZone, starred, isPinned, tags }`. */
function dayOneRecord(record: Record<string, unknown>, zone: string): ReadRecord['read'] {
  const { uuid, creationDate, modifiedDate, text, timeZone, starred, isPinned, tags } = record;
  const id = typeof uuid === 'string' ? uuid.toLowerCase().replaceAll('-', '') : undefined;
  return foreignCandidate({
    id: id !== undefined && /^[0-9a-f]{32}$/.test(id) ? id : undefined,
    at: instantOf(creationDate, 'UTC'),
    zone: knownZone(timeZone, zone),
    written: instantOf(modifiedDate, 'UTC'),
    text: typeof text === 'string' ? text : '',
    tags: stringsIn(tags),
    pinned: starred === true || isPinned === true,
  });
}

/** jrnl's `entries[] { date, time, title, body, tags, starred }`, whose tags begin with their sign. */
function jrnlRecord(record: Record<string, unknown>, zone: string): ReadRecord['read'] {
  const { date, time, title, body, tags, starred } = record;
  const clock = typeof time === 'string' && time !== '' ? `T${time}` : '';
  return foreignCandidate({
    at: typeof date === 'string' ? instantOf(`${date}${clock}`, zone) : undefined,
    zone,
    text: titled(title, body),
    tags: stringsIn(tags).map((tag) => tag.replace(/^[@#]/, '')),
    pinned: starred === true,
  });
}

const holds = (entries: readonly unknown[], ...keys: string[]): boolean =>
  entries.some((entry) => isRecord(entry) && keys.every((key) => key in entry));

/**
 * A document of JSON, in whichever format it is.
 *
 * @param zone where the file tells a time without a zone
 */
export function readJsonFormats(document: unknown, zone: string): Result<JsonSource, FileFault> {
  if (!isRecord(document)) return failure('unknown');
  const { format, entries } = document;
  if (versionIn(format, 'earshot-backup') !== undefined) return failure('backup');
  const version = versionIn(format, 'earshot-journal');
  if (version !== undefined && version > 1) return failure('newer');
  if (!Array.isArray(entries)) return failure(version === undefined ? 'unknown' : 'damaged');
  if (version !== undefined) {
    const records = each(entries, (entry) => candidateOf(entry, entry.id ?? null));
    return success({ format: 'earshotJson', records, beside: besideIn(document) });
  }
  if (holds(entries, 'creationDate')) {
    const records = each(entries, (entry) => dayOneRecord(entry, zone));
    return success({ format: 'dayOne', records, beside: NOTHING_BESIDE });
  }
  if (holds(entries, 'date', 'title') || holds(entries, 'date', 'body')) {
    const records = each(entries, (entry) => jrnlRecord(entry, zone));
    return success({ format: 'jrnl', records, beside: NOTHING_BESIDE });
  }
  return failure('unknown');
}
