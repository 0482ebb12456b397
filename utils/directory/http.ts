import { SECOND } from '../core/clock.ts';
import type { FeedRequest } from './ports.ts';
import { LONGEST_RETRY_AFTER } from './schedule.ts';
import type { RefreshProblem } from './source.ts';

/** What a response's headers are read by. */
type Headers = { get(name: string): string | null };

/**
 * How long a `Retry-After` (RFC 9110 §10.2.3: seconds, or a date) asks to wait, in ms and within bounds;
 * undefined if it doesn't.
 */
export function retryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const wait = /^\s*\d+\s*$/.test(value) ? Number(value) * SECOND : Date.parse(value) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_RETRY_AFTER);
}

/** The weak comparison (RFC 9110 §8.8.3.2): servers mark a tag as weak when they compress. */
const opaqueTag = (etag: string): string => etag.replace(/^W\//, '');

/**
 * Whether a response is for the content that the validators are of. Without its permission a host may not
 * let its ETag be read; then the time of the last change has to do.
 */
export function isSameContent(validators: FeedRequest['validators'], headers: Headers): boolean {
  const etag = headers.get('ETag');
  if (validators?.etag !== undefined && etag !== null) return opaqueTag(etag) === opaqueTag(validators.etag);
  return validators?.lastModified !== undefined && headers.get('Last-Modified') === validators.lastModified;
}

/** What a status says; undefined for one that comes with content. */
export function problemOfStatus(status: number): RefreshProblem | undefined {
  if (status === 200 || status === 203) return undefined;
  if (status === 401 || status === 403) return { kind: 'signIn' };
  if (status === 404 || status === 410) return { kind: 'notFound', status };
  if (status === 429 || status === 503) return { kind: 'busy', status };
  return { kind: status >= 500 ? 'serverError' : 'refused', status };
}

export function isMarkupType(contentType: string | null): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? '');
}

const BLANK = new Set([0x09, 0x0a, 0x0d, 0x20]);
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Whether bytes begin as a web page does, with `<` after white space. */
export function startsAsMarkup(bytes: Uint8Array): boolean {
  const marked = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte);
  const first = bytes.subarray(marked ? BYTE_ORDER_MARK.length : 0).find((byte) => !BLANK.has(byte));
  return first === 0x3c;
}
