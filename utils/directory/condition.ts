import { DAY } from '../core/clock.ts';
import type { RefreshProblem } from './source.ts';
import type { SourceSummary } from './view.ts';

/** What there is to say of one address's copy. */
export type Condition =
  /** Nothing has come yet, and nothing has gone wrong. */
  | { kind: 'fetching' }
  | { kind: 'fresh'; checkedAt: number }
  /** Nobody could confirm the copy for long, without a fault that is known. */
  | { kind: 'stale'; checkedAt: number }
  | { kind: 'expired'; expires: string; checkedAt: number }
  /** The last attempt failed. `copyFrom` is when the copy in use was last known to be good. */
  | { kind: 'problem'; problem: RefreshProblem; url: string; copyFrom?: number };

/** A copy that was not checked for this long is stale: the longest refresh interval, and its third more. */
const STALE_AFTER = (7 * 4 * DAY) / 3;

/** What passes by itself, and leaves a copy that serves as well as before. */
const PASSING: readonly RefreshProblem['kind'][] = [
  'unreachable',
  'timeout',
  'busy',
  'serverError',
  'refused',
];

/** Whether a person should know of it before they look at the list: it won't pass, or there is no list. */
export function isPressing(condition: Condition): boolean {
  if (condition.kind === 'problem') {
    return condition.copyFrom === undefined || !PASSING.includes(condition.problem.kind);
  }
  return condition.kind === 'stale' || condition.kind === 'expired';
}

/** The state of one address's copy, at `now` (ms since the epoch). */
export function conditionOf(source: SourceSummary, now: number): Condition {
  const { copy, problem, url } = source;
  const checkedAt = source.checkedAt ?? copy?.fetchedAt;
  if (problem !== undefined) {
    return { kind: 'problem', problem, url, ...(copy && checkedAt !== undefined && { copyFrom: checkedAt }) };
  }
  if (copy === undefined || checkedAt === undefined) return { kind: 'fetching' };
  if (copy.expires !== undefined && Date.parse(copy.expires) <= now) {
    return { kind: 'expired', expires: copy.expires.slice(0, 10), checkedAt };
  }
  return { kind: now - checkedAt > STALE_AFTER ? 'stale' : 'fresh', checkedAt };
}
