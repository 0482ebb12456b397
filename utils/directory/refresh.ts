import type { Clock } from '../core/clock.ts';
import { failure, type Result, success } from '../core/result.ts';
import type { PublicKey } from '../settings/schema.ts';
import { blocksOf } from './blocks.ts';
import { MAX_BYTES, type Refused, readParts } from './parts.ts';
import type { BlockCounts, CopyStore, Digests, Feed, FeedAnswer } from './ports.ts';
import { READER, readAllies, readHead } from './read.ts';
import { readJson } from './read-bytes.ts';
import { isObject } from './records.ts';
import { Rejections } from './rejections.ts';
import { BUSY_WAIT, backoff, nextRefresh } from './schedule.ts';
import { openSigned } from './signed.ts';
import type { CopyState, LogEntry, Replacement, SourceAddress, SourceState } from './source.ts';

export interface RefreshPorts {
  feed: Feed;
  store: CopyStore;
  digests: Digests;
  clock: Clock;
  /** From 0 up to 1. */
  random: () => number;
}

export interface RefreshOptions {
  /** With any, only a document that one of them signed is accepted. */
  publicKeys: readonly PublicKey[];
  refreshHours: number;
}

export interface Refresher {
  /**
   * Asks an address for its directory, stores it if it is new and good, and says when to ask next. Whatever
   * goes wrong is in the state's `problem`, and leaves the last good copy as it was. Never rejects.
   */
  refresh(source: SourceAddress, options: RefreshOptions): Promise<SourceState>;
}

type Document = Extract<FeedAnswer, { kind: 'document' }>;
type Validators = Pick<SourceState, 'etag' | 'lastModified'>;
type Content = Omit<Replacement, 'state'> & { copy: CopyState };
/** An attempt that succeeded; without `content` the copy in use was confirmed. */
interface Outcome {
  content?: Content;
  /** In place of the stored ones. */
  validators?: Validators;
}

const validatorsOf = ({ etag, lastModified }: Validators): Validators => ({
  ...(etag !== undefined && { etag }),
  ...(lastModified !== undefined && { lastModified }),
});

/** Whether a copy would be accepted under these keys. */
const isTrusted = ({ signedBy }: CopyState, keys: readonly PublicKey[]): boolean =>
  keys.length === 0 || keys.some(({ kid }) => kid === signedBy);

/**
 * The state while an attempt runs. It counts as failed until it is known to have succeeded, so that a worker
 * that is killed midway comes back to it, later each time.
 */
function begun(
  before: SourceState | undefined,
  { url, signIn }: SourceAddress,
  now: number,
  random: number,
): SourceState {
  const failures = (before?.failures ?? 0) + 1;
  return { ...before, url, signIn, attemptedAt: now, failures, nextAt: now + backoff(failures, random) };
}

function failed(state: SourceState, { problem, retryAfter }: Refused, now: number, random: number) {
  const asked = retryAfter ?? (problem.kind === 'busy' ? BUSY_WAIT : 0);
  return { ...state, problem, nextAt: now + Math.max(asked, backoff(state.failures, random)) };
}

function succeeded(state: SourceState, { content, validators }: Outcome, now: number, nextAt: number) {
  const { problem: _, etag, lastModified, ...rest } = state;
  return {
    ...rest,
    ...(validators ?? validatorsOf(state)),
    ...(content && { copy: content.copy }),
    checkedAt: now,
    failures: 0,
    nextAt,
  };
}

export function createRefresher({ feed, store, digests, clock, random }: RefreshPorts): Refresher {
  /** Reads a document that differs from the copy in use, and fetches the parts that it names. */
  async function readDocument(
    bytes: Document['bytes'],
    bodyHash: string,
    state: SourceState,
    { publicKeys }: RefreshOptions,
    counted: Feed,
  ): Promise<Result<Content, Refused>> {
    const json = readJson(bytes);
    if (!json.ok) return failure({ problem: { kind: 'notJson' } });
    const opened = await openSigned(json.value, publicKeys, digests);
    if (!opened.ok) return failure({ problem: opened.error });
    const { document, signedBy } = opened.value;
    const rejections = new Rejections();
    const read = readHead(document, rejections);
    if (!read.ok) return failure({ problem: { kind: 'notADirectory', ...read.error } });
    const head = read.value;
    const { copy } = state;
    // A copy that the keys don't vouch for has no say: its serial may have been made up to keep others out.
    if (copy !== undefined && isTrusted(copy, publicKeys) && head.serial < copy.serial) {
      return failure({ problem: { kind: 'olderSerial', serial: head.serial, have: copy.serial } });
    }
    const sites = new Set(head.sites.map(({ id }) => id));
    const list = isObject(document) ? document.allies : undefined;
    const allies = readAllies(list, 'allies', sites, rejections);
    const own = blocksOf(allies, bodyHash);
    const known =
      copy?.reader === READER && head.parts.length > 0
        ? await store.readBlockCounts(state.url)
        : new Map<string, BlockCounts>();
    const parts = await readParts(head.parts, state, known, sites, rejections, { feed: counted, digests });
    if (!parts.ok) return parts;
    return success({
      head,
      blocks: [...own.map(({ key }) => key), ...parts.value.keys],
      added: [...own, ...parts.value.added],
      copy: {
        serial: head.serial,
        issued: head.issued,
        ...(head.expires !== undefined && { expires: head.expires }),
        environment: head.environment,
        organization: head.organization.name,
        allies: allies.length + parts.value.allies,
        fetchedAt: clock.now(),
        bodyHash,
        ...(signedBy !== undefined && { signedBy }),
        reader: READER,
        rejections: rejections.kept,
        rejectionCount: rejections.count,
      },
    });
  }

  async function attempt(
    state: SourceState,
    options: RefreshOptions,
    counted: Feed,
  ): Promise<Result<Outcome, Refused>> {
    const { url, signIn, copy } = state;
    const stands = copy !== undefined && copy.reader === READER && isTrusted(copy, options.publicKeys);
    const validators = stands ? validatorsOf(state) : undefined;
    const answer = await counted.fetch({ url, signIn, validators, maxBytes: MAX_BYTES });
    if (answer.kind === 'problem') return failure(answer);
    if (answer.kind === 'unchanged') {
      return stands ? success({}) : failure({ problem: { kind: 'refused', status: 304 } });
    }
    const bodyHash = await digests.sha256(answer.bytes);
    if (stands && bodyHash === copy.bodyHash) return success({ validators: validatorsOf(answer) });
    const content = await readDocument(answer.bytes, bodyHash, state, options, counted);
    return content.ok ? success({ content: content.value, validators: validatorsOf(answer) }) : content;
  }

  /** Attempts, and stores what came of it. */
  async function attemptAndStore(
    state: SourceState,
    options: RefreshOptions,
    counted: Feed,
  ): Promise<{ after: SourceState; outcome: LogEntry['outcome'] }> {
    const result = await attempt(state, options, counted);
    const now = clock.now();
    if (!result.ok) {
      const after = failed(state, result.error, now, random());
      await store.writeState(after);
      return { after, outcome: result.error.problem.kind };
    }
    const { content } = result.value;
    const after = succeeded(state, result.value, now, nextRefresh(now, options.refreshHours, random()));
    if (content === undefined) {
      await store.writeState(after);
      return { after, outcome: 'unchanged' };
    }
    const { head, blocks, added } = content;
    await store.replaceCopy({ state: after, head, blocks, added });
    return { after, outcome: 'updated' };
  }

  return {
    async refresh(source, options) {
      const at = clock.now();
      let bytes = 0;
      const counted: Feed = {
        async fetch(request) {
          const answer = await feed.fetch(request);
          if (answer.kind === 'document') bytes += answer.bytes.length;
          return answer;
        },
      };
      const log = async (outcome: LogEntry['outcome']): Promise<void> => {
        const entry = { at, url: source.url, outcome, bytes, took: clock.now() - at };
        await store.appendLog(entry).catch(() => undefined);
      };
      let state = begun(undefined, source, at, random());
      try {
        state = begun(await store.readState(source.url), source, at, random());
        await store.writeState(state);
        const { after, outcome } = await attemptAndStore(state, options, counted);
        await log(outcome);
        return after;
      } catch {
        // The feed and the digests don't throw: what remains is the store.
        const after = failed(state, { problem: { kind: 'storage' } }, clock.now(), random());
        await store.writeState(after).catch(() => undefined);
        await log('storage');
        return after;
      }
    },
  };
}
