import { failure, success } from '../../core/result.ts';
import { readFrontMatter, splitPage } from './front-matter.ts';
import { instantOf, knownZone } from './instants.ts';
import { DIVIDER } from './markdown-export.ts';
import { versionIn } from './reading-json.ts';
import { candidateOf, foreignCandidate, isRecord, type ReadRecord, stringsIn, titled } from './records.ts';

/** What other programs call the date of a note. */
const DATES = ['date', 'created', 'created_at', 'creationDate', 'day', 'at'];
const DAY_IN_NAME = /(\d{4}-\d{2}-\d{2})(?:[ T_-]+(\d{2})[-:.h]?(\d{2}))?/;

/** The text between the line ends that stand around it: one of another kind, at its own end, belongs to it. */
const textIn = (body: string): string =>
  body.replace(/^\r?\n/, '').replace(body.startsWith('\r\n') ? /\r\n$/ : /\n$/, '');

/** One of our own pages: what `exportMarkdown` wrote, as it was. */
function ownRecord(fields: Record<string, unknown>, body: string): ReadRecord['read'] {
  if (versionIn(fields.format, 'earshot-journal') !== 1) return failure({ reason: 'shape', field: 'format' });
  const zone = knownZone(fields.zone, 'UTC');
  const moment = (value: unknown): unknown => instantOf(value, zone) ?? value;
  const { id, at, written, trashed, versions = [], ...rest } = fields;
  const content = {
    feelings: [],
    about: [],
    tags: [],
    pinned: false,
    text: textIn(body),
    ...rest,
    at: moment(at),
    written: moment(written),
    versions: Array.isArray(versions)
      ? versions.map((one) => (isRecord(one) ? { ...one, written: moment(one.written) } : one))
      : versions,
    ...(trashed !== undefined && { trashed: moment(trashed) }),
  };
  return candidateOf(content, id ?? null);
}

/** The day that a file's name begins with or holds, as `2026-11-20 walk.md` does. */
function dayInName(name: string, zone: string): number | undefined {
  const base = name.slice(name.lastIndexOf('/') + 1);
  const [, day, hours, minutes] = DAY_IN_NAME.exec(base) ?? [];
  if (day === undefined) return undefined;
  const timed = hours === undefined ? undefined : instantOf(`${day}T${hours}:${minutes}`, zone);
  return timed ?? instantOf(day, zone);
}

const tagsIn = (value: unknown): string[] =>
  (typeof value === 'string' ? value.split(/[,\s]+/) : stringsIn(value)).map((tag) => tag.replace(/^#/, ''));

function foreignRecord(
  fields: Record<string, unknown>,
  body: string,
  name: string,
  zone: string,
): ReadRecord['read'] {
  const dates = DATES.map((key) => instantOf(fields[key], zone));
  return foreignCandidate({
    at: dates.find((date) => date !== undefined) ?? dayInName(name, zone),
    zone,
    mood: typeof fields.mood === 'number' ? fields.mood : undefined,
    tags: tagsIn(fields.tags),
    text: titled(fields.title, body),
    pinned: fields.pinned === true || fields.starred === true,
  });
}

function pageRecord(text: string, name: string, zone: string): ReadRecord['read'] {
  const { head, body } = splitPage(text);
  const fields = head === undefined ? success({}) : readFrontMatter(head);
  if (!fields.ok) return failure({ reason: fields.error, field: 'front matter' });
  return 'format' in fields.value &&
    typeof fields.value.format === 'string' &&
    fields.value.format.startsWith('earshot-')
    ? ownRecord(fields.value, body)
    : foreignRecord(fields.value, body, name, zone);
}

/** Whether Markdown says so by itself: by front matter, or by a line that divides entries. */
export const looksLikeMarkdown = (text: string): boolean =>
  splitPage(text).head !== undefined || DIVIDER.test(text.slice(0, 60).split(/\r?\n/, 1)[0] ?? '');

/**
 * The entries of a Markdown file: many where its first line divides them, else one. Its date is in the front
 * matter or in the file's name.
 */
export function readMarkdown(text: string, name: string, zone: string): ReadRecord[] {
  const [first = ''] = text.split('\n', 1);
  const divider = first.replace(/\r$/, '');
  if (!DIVIDER.test(divider)) {
    return text.trim() === '' ? [] : [{ place: name, read: pageRecord(text, name, zone) }];
  }
  // Somebody's editor made all line ends others: the entries' own can't be told apart any more.
  const lines = first.endsWith('\r') ? text.replaceAll('\r\n', '\n') : text;
  return lines
    .slice(divider.length + 1)
    .split(`\n${divider}\n`)
    .map((page, index, pages) => {
      // Splitting took the line end from before the next divider.
      const whole = index < pages.length - 1 ? `${page}\n` : page;
      return { place: `${name} ${index + 1}`, read: pageRecord(whole, name, zone) };
    });
}
