import { MINUTE, SECOND } from '../core/clock.ts';
import { isDirectoryAddress } from '../settings/schema.ts';
import { isMarkupType, isSameContent, problemOfStatus, retryAfter, startsAsMarkup } from './http.ts';
import type { Feed, FeedAnswer, FeedRequest } from './ports.ts';
import type { RefreshProblem } from './source.ts';

/** How patient a feed is. Spans are in ms. */
export interface FeedLimits {
  /** Until an answer begins. */
  answer: number;
  /** In each such span of time that follows … */
  span: number;
  /** … at least this many bytes must arrive. */
  bytesPerSpan: number;
  /** For everything. */
  total: number;
}

const LIMITS: FeedLimits = { answer: 15 * SECOND, span: 15 * SECOND, bytesPerSpan: 8000, total: 5 * MINUTE };

const problem = (kind: RefreshProblem): FeedAnswer => ({ kind: 'problem', problem: kind });
const SIGN_IN = problem({ kind: 'signIn' });

/** Gives a request up once it exceeds the limits. */
class Patience {
  readonly #limits: FeedLimits;
  readonly #controller = new AbortController();
  readonly #total: ReturnType<typeof setTimeout>;
  #current: ReturnType<typeof setTimeout> | undefined;
  #bytes = 0;
  ranOut = false;

  constructor(limits: FeedLimits) {
    this.#limits = limits;
    this.#total = setTimeout(this.#giveUp, limits.total);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  #giveUp = (): void => {
    this.ranOut = true;
    this.#controller.abort();
  };

  awaitAnswer(): void {
    clearTimeout(this.#current);
    this.#current = setTimeout(this.#giveUp, this.#limits.answer);
  }

  awaitBytes(): void {
    clearTimeout(this.#current);
    this.#bytes = 0;
    this.#current = setTimeout(() => {
      if (this.#bytes < this.#limits.bytesPerSpan) this.#giveUp();
      else this.awaitBytes();
    }, this.#limits.span);
  }

  received(bytes: number): void {
    this.#bytes += bytes;
  }

  /** Ends the request too, if it still runs: a body that nobody wants isn't downloaded. */
  end(): void {
    clearTimeout(this.#current);
    clearTimeout(this.#total);
    this.#controller.abort();
  }
}

/** All of a body, or nothing as soon as it is more than `maxBytes` once unpacked. */
async function readBody(
  response: Response,
  maxBytes: number,
  patience: Patience,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(response.headers.get('Content-Length')) > maxBytes) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  patience.awaitBytes();
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    patience.received(chunk.length);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The languages that a browser would name tell something about who asks. */
const ANY_LANGUAGE = { 'Accept-Language': '*' };

/** Without `signIn`, headers stay among those that need no CORS preflight, and the browser's cache revalidates. */
function initOf(
  { signIn, validators }: FeedRequest,
  redirect: RequestRedirect,
  signal: AbortSignal,
): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json', ...ANY_LANGUAGE };
  if (signIn && validators?.etag !== undefined) headers['If-None-Match'] = validators.etag;
  if (signIn && validators?.lastModified !== undefined)
    headers['If-Modified-Since'] = validators.lastModified;
  return {
    headers,
    redirect,
    signal,
    cache: signIn ? 'no-store' : 'no-cache',
    credentials: signIn ? 'include' : 'omit',
    referrerPolicy: 'no-referrer',
  };
}

/** Whether a redirect came back, which browsers show without its status, as they do with `redirect: 'manual'`. */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);

/** Fetches directories and their parts over the network. */
export function createFeed({
  fetch = (input, init) => globalThis.fetch(input, init),
  now = Date.now,
  limits = LIMITS,
}: {
  fetch?: typeof globalThis.fetch;
  now?: () => number;
  limits?: FeedLimits;
} = {}): Feed {
  async function judge(response: Response, request: FeedRequest, patience: Patience): Promise<FeedAnswer> {
    const { headers, status } = response;
    if (status === 304 && request.validators !== undefined) return { kind: 'unchanged' };
    const fault = problemOfStatus(status);
    if (fault !== undefined) {
      const wait = retryAfter(headers.get('Retry-After'), now());
      return { kind: 'problem', problem: fault, ...(wait !== undefined && { retryAfter: wait }) };
    }
    if (isSameContent(request.validators, headers)) return { kind: 'unchanged' };
    if (isMarkupType(headers.get('Content-Type'))) return problem({ kind: 'webPage' });
    const bytes = await readBody(response, request.maxBytes, patience);
    if (bytes === undefined) return problem({ kind: 'tooLarge' });
    if (startsAsMarkup(bytes)) return problem({ kind: 'webPage' });
    const etag = headers.get('ETag');
    const lastModified = headers.get('Last-Modified');
    return { kind: 'document', bytes, ...(etag && { etag }), ...(lastModified && { lastModified }) };
  }

  /** Follows a redirect: to a directory that has moved, or else to a sign-in page. */
  async function follow(request: FeedRequest, patience: Patience): Promise<FeedAnswer> {
    patience.awaitAnswer();
    let response: Response;
    try {
      response = await fetch(request.url, initOf(request, 'follow', patience.signal));
    } catch (error) {
      if (patience.ranOut) throw error;
      return SIGN_IN;
    }
    if (!isDirectoryAddress(response.url)) return SIGN_IN;
    const answer = await judge(response, request, patience);
    return answer.kind === 'problem' && answer.problem.kind === 'webPage' ? SIGN_IN : answer;
  }

  /**
   * Whether a host that seems unreachable does answer, but not to another origin: a browser tells neither
   * apart, unless the request asks for nothing to read.
   */
  async function answersAnyway({ url }: FeedRequest, patience: Patience): Promise<boolean> {
    patience.awaitAnswer();
    try {
      await fetch(url, {
        method: 'HEAD',
        mode: 'no-cors',
        headers: ANY_LANGUAGE,
        signal: patience.signal,
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
      return true;
    } catch {
      return false;
    }
  }

  async function ask(request: FeedRequest, patience: Patience): Promise<FeedAnswer> {
    patience.awaitAnswer();
    let response: Response;
    try {
      response = await fetch(request.url, initOf(request, 'manual', patience.signal));
    } catch (error) {
      if (!patience.ranOut && (await answersAnyway(request, patience))) return problem({ kind: 'withheld' });
      throw error;
    }
    if (!isRedirect(response)) return judge(response, request, patience);
    return request.signIn ? SIGN_IN : follow(request, patience);
  }

  return {
    async fetch(request) {
      const patience = new Patience(limits);
      try {
        return await ask(request, patience);
      } catch {
        return problem({ kind: patience.ranOut ? 'timeout' : 'unreachable' });
      } finally {
        patience.end();
      }
    },
  };
}
