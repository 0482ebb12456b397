import type { z } from 'zod';
import { REJECTION_CODES, type RejectionCode } from './fields.ts';

/** A record that was set aside: where it stands in the document and why it can't be used. */
export interface Rejection {
  /** As `allies[3].name`. */
  path: string;
  code: RejectionCode;
}

/** Rejections beyond this many are counted, not kept. */
export const REJECTIONS_KEPT = 200;

/** Collects rejections up to `REJECTIONS_KEPT`, and counts them all. */
export class Rejections {
  readonly kept: Rejection[] = [];
  count = 0;

  add(path: string, code: RejectionCode): void {
    this.count += 1;
    if (this.kept.length < REJECTIONS_KEPT) this.kept.push({ path, code });
  }

  /** Adds what was collected elsewhere: `count` rejections, of which these were kept. */
  addAll(kept: readonly Rejection[], count: number): void {
    this.count += count;
    this.kept.push(...kept.slice(0, REJECTIONS_KEPT - this.kept.length));
  }
}

/**
 * How to call zod's `safeParse`. The first fault is enough, and a hostile list may hold a million. It carries
 * what was found, which tells a missing value from one of a wrong type.
 */
export const FIRST_FAULT = { reportInput: true, abortEarly: true } as const;

const isCode = (message: string): message is RejectionCode =>
  (REJECTION_CODES as readonly string[]).includes(message);

const keyPath = (keys: readonly PropertyKey[]): string =>
  keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');

/** Where and why `safeParse` refused a value; the path starts with a dot or a bracket, or is empty. */
export function faultOf(error: z.core.$ZodError): Rejection {
  const issue = error.issues[0];
  if (issue === undefined) return { path: '', code: 'invalid' };
  const path = keyPath(issue.path);
  if (issue.input === undefined) return { path, code: 'missing' };
  if (issue.code === 'invalid_type') return { path, code: 'wrongType' };
  return { path, code: isCode(issue.message) ? issue.message : 'invalid' };
}
