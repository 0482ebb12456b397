import { failure, type Result, success } from '../../core/result.ts';
import { newId } from '../ids.ts';
import type { Entry } from '../schema.ts';
import { type FileFault, type ImportOptions, type ImportPreview, LIMITS, type MoodName } from './contract.ts';
import { isOwnCsv, readOwnCsv } from './csv.ts';
import { isDaylio, readDaylio } from './daylio.ts';
import { type Accompanying, readJsonFormats } from './json-formats.ts';
import { looksLikeMarkdown, readMarkdown } from './markdown-import.ts';
import { readJson, readText } from './reading-json.ts';
import type { ReadRecord, Source } from './records.ts';
import { sift } from './sifting.ts';
import { headerOf } from './table.ts';
import { isZip, unzipped, type ZippedFile } from './zip-reading.ts';

/** What was read of a file, with what goes along. */
interface ReadSource extends Source {
  moods?: MoodName[];
  beside?: Accompanying;
}

const MARKDOWN_NAME = /\.(?:md|markdown|txt)$/i;
const JSON_NAME = /\.json$/i;
/** What macOS puts beside files, and hidden ones. */
const BESIDE_THE_POINT = /(?:^|\/)(?:__MACOSX\/|\.)/;

/** Options with nothing left open. */
type Settled = ImportOptions & Required<Pick<ImportOptions, 'limits'>>;

function readJsonText(text: string, { zone, limits }: Settled): Result<ReadSource, FileFault> {
  const document = readJson(text, limits.depth);
  return document.ok ? readJsonFormats(document.value, zone) : document;
}

function readTextFile(text: string, name: string, options: Settled): Result<ReadSource, FileFault> {
  if (text.trim() === '') return failure('nothing');
  const isMarkdown = looksLikeMarkdown(text);
  if (!isMarkdown && /^\s*\{/.test(text)) {
    const source = readJsonText(text, options);
    if (source.ok || !MARKDOWN_NAME.test(name)) return source;
  }
  const { columns } = headerOf(text);
  if (isDaylio(columns))
    return success({ format: 'daylio', ...readDaylio(text, options.zone, options.moods) });
  if (isOwnCsv(columns)) return success({ format: 'earshotCsv', records: readOwnCsv(text, options.zone) });
  if (!isMarkdown && !MARKDOWN_NAME.test(name)) return failure('unknown');
  return success({ format: 'markdown', records: readMarkdown(text, name, options.zone) });
}

const unreadable = (place: string): ReadRecord => ({ place, read: failure({ reason: 'shape' }) });

function pagesOf(files: readonly ZippedFile[], { zone }: Settled): ReadSource {
  const records = files.flatMap(({ name, content }) => {
    const text = content && readText(content);
    return text === undefined ? [unreadable(name)] : readMarkdown(text, name, zone);
  });
  return { format: 'markdown', records };
}

/** Day One's zip has a file of JSON for each of its journals. */
function journalsOf(files: readonly ZippedFile[], options: Settled): Result<ReadSource, FileFault> {
  let whole: ReadSource | undefined;
  const aside: ReadRecord[] = [];
  for (const { name, content } of files) {
    const text = content && readText(content);
    const source = text === undefined ? failure('damaged' as const) : readJsonText(text, options);
    if (!source.ok || (whole !== undefined && source.value.format !== whole.format))
      aside.push(unreadable(name));
    else if (whole === undefined) whole = source.value;
    else whole = { ...whole, records: whole.records.concat(source.value.records) };
  }
  return whole === undefined
    ? failure('unknown')
    : success({ ...whole, records: whole.records.concat(aside) });
}

function readZip(bytes: Uint8Array, options: Settled): Result<ReadSource, FileFault> {
  const wanted = (name: string): boolean =>
    !BESIDE_THE_POINT.test(name) && (MARKDOWN_NAME.test(name) || JSON_NAME.test(name));
  const files = unzipped(bytes, wanted, options.limits);
  if (!files.ok) return files;
  const pages = files.value.filter(({ name }) => MARKDOWN_NAME.test(name));
  if (pages.length > 0) return success(pagesOf(pages, options));
  return files.value.length === 0 ? failure('unknown') : journalsOf(files.value, options);
}

function readSource(bytes: Uint8Array, name: string, options: Settled): Result<ReadSource, FileFault> {
  if (bytes.length > options.limits.bytes) return failure('large');
  if (bytes.length === 0) return failure('nothing');
  if (isZip(bytes)) return readZip(bytes, options);
  const text = readText(bytes);
  return text === undefined ? failure('unknown') : readTextFile(text, name, options);
}

/**
 * Reads a file of any format that is known, told by its content. Never throws, never overwrites: what is kept
 * already is left out, what has the id of something else comes in under a new one. Nothing is written yet.
 *
 * @param name the file's name, from which Markdown without a date takes its day
 * @param kept all entries that there are, the trash included
 */
export function readImport(
  bytes: Uint8Array,
  name: string,
  kept: readonly Entry[],
  options: ImportOptions,
): Result<ImportPreview, FileFault> {
  const limits = options.limits ?? LIMITS;
  const source = readSource(bytes, name, { ...options, limits });
  if (!source.ok) return source;
  const { format, records, moods = [], beside = { missing: 0 } } = source.value;
  if (records.length > limits.records) return failure('many');
  if (records.length === 0 && format !== 'earshotJson') return failure('nothing');
  const makeId = (): string => newId(options.random);
  const batch = makeId();
  return success({ format, batch, ...sift(records, kept, batch, makeId), moods, ...beside });
}
