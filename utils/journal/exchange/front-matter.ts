import { parse } from 'yaml';
import { failure, type Result, success } from '../../core/result.ts';
import { isRecord } from './records.ts';

/** Beyond these the YAML parser's work, which grows with the square of either, would be felt. */
const LONGEST_YAML = 65_536;
const DEEPEST_YAML = 12;

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

export interface Page {
  /** The YAML between two lines of dashes at the beginning; undefined where there is none. */
  head: string | undefined;
  body: string;
}

/** Takes front matter off a Markdown file. */
export function splitPage(text: string): Page {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return { head: undefined, body: text };
  const rest = text.slice(opening.length);
  const closing = CLOSING.exec(rest);
  if (closing === null) return { head: undefined, body: text };
  return { head: rest.slice(0, closing.index), body: rest.slice(closing.index + closing[0].length) };
}

/** JSON in one line, whatever somebody takes for the end of a line. */
const inline = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Front matter, a key a line, its value as JSON, which is YAML 1.2. */
export function writeFrontMatter(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${inline(value)}\n`);
  return `---\n${lines.join('')}---\n`;
}

/** What `writeFrontMatter` wrote, without the YAML parser; undefined where somebody changed its form. */
function readOwnForm(head: string): Record<string, unknown> | undefined {
  const fields = new Map<string, unknown>();
  for (const line of head.split(/\r?\n/)) {
    if (line === '') continue;
    const [, key, value] = /^([a-z]+): (.+)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) return undefined;
    try {
      fields.set(key, JSON.parse(value));
    } catch {
      return undefined;
    }
  }
  return Object.fromEntries(fields);
}

/** Whether YAML may nest deeper than is reasonable, by its brackets and by the signs that lines begin with. */
function nestsDeeply(head: string): boolean {
  let depth = 0;
  for (const [bracket] of head.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > DEEPEST_YAML) return true;
  }
  const signs = head.matchAll(/^[\s?:-]*/gm);
  return [...signs].some(
    ([start]) => start.replace(/[ \t\r\n]/g, '').length > DEEPEST_YAML || start.length > 200,
  );
}

/** The fields of front matter. Aliases aren't resolved: they make gigabytes of a few lines. */
export function readFrontMatter(head: string): Result<Record<string, unknown>, 'shape' | 'long'> {
  const own = readOwnForm(head);
  if (own !== undefined) return success(own);
  if (head.length > LONGEST_YAML) return failure('long');
  if (nestsDeeply(head)) return failure('shape');
  try {
    const fields: unknown = parse(head, {
      schema: 'core',
      maxAliasCount: 0,
      uniqueKeys: false,
      logLevel: 'silent',
    });
    return isRecord(fields) ? success(fields) : failure('shape');
  } catch {
    return failure('shape');
  }
}
