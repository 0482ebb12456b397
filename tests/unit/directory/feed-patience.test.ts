import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE, SECOND } from '../../../utils/core/clock.ts';
import { createFeed } from '../../../utils/directory/feed.ts';
import type { FeedAnswer } from '../../../utils/directory/ports.ts';

const ADDRESS = 'https://directory.example/directory.json';
const request = { url: ADDRESS, signIn: false, maxBytes: 64 * 1024 * 1024 };
const problem = (kind: string) => ({ kind: 'problem', problem: { kind } });

type Fetch = typeof globalThis.fetch;

/** A response as a browser shows a redirect that it didn't follow. */
const opaqueRedirect = (): Response =>
  Object.defineProperties(new Response(), { type: { value: 'opaqueredirect' }, status: { value: 0 } });
const at = (url: string, response: Response): Response =>
  Object.defineProperties(response, { url: { value: url }, redirected: { value: true } });

/** Never answers, until it is given up. */
const silent: Fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });

/** Answers at once, with so many bytes at such intervals, until it is given up or has sent all. */
function trickling({
  bytes,
  every,
  total,
  close = true,
}: {
  bytes: number;
  every: number;
  total: number;
  /** Otherwise it goes on without sending anything. */
  close?: boolean;
}): Fetch {
  return async (_, init) => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const timer = setInterval(() => {
          sent += bytes;
          controller.enqueue(new Uint8Array(bytes).fill(0x20));
          if (sent >= total) {
            clearInterval(timer);
            if (close) controller.close();
          }
        }, every);
        init?.signal?.addEventListener('abort', () => {
          clearInterval(timer);
          if (sent < total || !close) controller.error(new DOMException('Aborted', 'AbortError'));
        });
      },
    });
    return new Response(body);
  };
}

/** What an address answers, and after how long, in simulated time. */
async function timed(fetch: Fetch): Promise<{ answer: FeedAnswer; took: number }> {
  const start = Date.now();
  const done = createFeed({ fetch })
    .fetch(request)
    .then((answer) => ({ answer, took: Date.now() - start }));
  await vi.runAllTimersAsync();
  return done;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('patience', () => {
  it('ends after fifteen seconds without an answer', async () => {
    expect(await timed(silent)).toEqual({ answer: problem('timeout'), took: 15 * SECOND });
  });

  it('ends once fifteen seconds bring less than eight kilobytes', async () => {
    const slow = trickling({ bytes: 500, every: SECOND, total: 100_000 });
    expect(await timed(slow)).toEqual({ answer: problem('timeout'), took: 15 * SECOND });
  });

  it('ends when a quick line stalls, however much came before', async () => {
    const stalling = trickling({ bytes: 20_000, every: 14 * SECOND, total: 40_000, close: false });
    expect(await timed(stalling)).toEqual({ answer: problem('timeout'), took: 45 * SECOND });
  });

  it('bears with a slow line that keeps bringing something', async () => {
    const { answer, took } = await timed(trickling({ bytes: 2000, every: 2 * SECOND, total: 200_000 }));
    expect(answer).toMatchObject({ kind: 'document' });
    expect(took).toBe(200 * SECOND);
  });

  it('bears with a few bytes if they are the last', async () => {
    const { answer } = await timed(trickling({ bytes: 10, every: 10 * SECOND, total: 10 }));
    expect(answer).toMatchObject({ kind: 'document' });
  });

  it('ends after five minutes in all', async () => {
    const endless = trickling({ bytes: 2000, every: 2 * SECOND, total: Number.POSITIVE_INFINITY });
    expect(await timed(endless)).toEqual({ answer: problem('timeout'), took: 5 * MINUTE });
  });

  it('begins anew with a redirect that is followed', async () => {
    const fetch: Fetch = async (input, init) =>
      init?.redirect === 'manual' ? opaqueRedirect() : silent(input, init);
    expect(await timed(fetch)).toEqual({ answer: problem('timeout'), took: 15 * SECOND });
  });

  it('leaves no timer behind', async () => {
    await createFeed({ fetch: async () => new Response('{}') }).fetch(request);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('how a browser is asked', () => {
  const inits: (RequestInit | undefined)[] = [];
  const recording =
    (answer: (init: RequestInit | undefined) => Response | Promise<Response>): Fetch =>
    async (_, init) => {
      inits.push(init);
      return answer(init);
    };
  beforeEach(() => {
    inits.length = 0;
  });

  it('without cookies, through the browser’s cache, and with headers that need no preflight', async () => {
    const fetch = recording(() => new Response('{}'));
    await createFeed({ fetch }).fetch({ ...request, validators: { etag: '"1"', lastModified: 'x' } });
    expect(inits).toEqual([
      expect.objectContaining({
        credentials: 'omit',
        cache: 'no-cache',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        headers: { Accept: 'application/json', 'Accept-Language': '*' },
      }),
    ]);
  });

  it('with cookies and past the cache where a sign-in stands in front', async () => {
    const fetch = recording(() => new Response('{}'));
    await createFeed({ fetch }).fetch({ ...request, signIn: true, validators: { etag: '"1"' } });
    expect(inits).toEqual([
      expect.objectContaining({
        credentials: 'include',
        cache: 'no-store',
        redirect: 'manual',
        headers: { Accept: 'application/json', 'Accept-Language': '*', 'If-None-Match': '"1"' },
      }),
    ]);
  });

  it('once more, following, where a redirect can’t be looked at', async () => {
    const moved = 'https://new.example/directory.json';
    const fetch = recording((init) =>
      init?.redirect === 'manual' ? opaqueRedirect() : at(moved, new Response('{}')),
    );
    expect(await createFeed({ fetch }).fetch(request)).toMatchObject({ kind: 'document' });
    expect(inits.map((init) => init?.redirect)).toEqual(['manual', 'follow']);
    expect(inits[1]?.credentials).toBe('omit');
  });

  it('and is not led to an address that may be listened to', async () => {
    const fetch = recording((init) =>
      init?.redirect === 'manual' ? opaqueRedirect() : at('http://new.example/', new Response('{}')),
    );
    expect(await createFeed({ fetch }).fetch(request)).toEqual(problem('signIn'));
  });

  it('for nothing to read, to tell a host that withholds its answer from one that is gone', async () => {
    const withheld = recording((init) => {
      if (init?.mode === 'no-cors') return Response.error();
      throw new TypeError('Failed to fetch');
    });
    expect(await createFeed({ fetch: withheld }).fetch(request)).toEqual(problem('withheld'));
    expect(inits[1]).toMatchObject({
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      headers: { 'Accept-Language': '*' },
    });
    const gone = recording(() => {
      throw new TypeError('Failed to fetch');
    });
    expect(await createFeed({ fetch: gone }).fetch(request)).toEqual(problem('unreachable'));
  });
});
