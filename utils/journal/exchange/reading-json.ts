import { failure, type Result, success } from '../../core/result.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);

/**
 * How deep values lie in values, and whether text ends before they do. Looked at before parsing, since millions of
 * brackets take a parser gigabytes.
 */
function nesting(text: string): { deepest: number; open: boolean } {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (OPENING.has(code)) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (CLOSING.has(code)) depth -= 1;
  }
  return { deepest, open: inString || depth > 0 };
}

/** The value of JSON text that nests no deeper than `depth`. Keys such as `__proto__` are keys like others. */
export function readJson(text: string, depth: number): Result<unknown, 'damaged' | 'truncated'> {
  const { deepest, open } = nesting(text);
  if (deepest > depth) return failure('damaged');
  if (open) return failure('truncated');
  try {
    return success(JSON.parse(text));
  } catch {
    return failure('damaged');
  }
}

/** The text of UTF-8, without a byte order mark; undefined where it isn't. */
export function readText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The number of the version that a format's tag ends with; undefined for other formats. */
export function versionIn(tag: unknown, format: string): number | undefined {
  if (typeof tag !== 'string' || !tag.startsWith(`${format}/`)) return undefined;
  const version = tag.slice(format.length + 1);
  return /^[1-9]\d{0,5}$/.test(version) ? Number(version) : undefined;
}
