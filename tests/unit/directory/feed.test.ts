import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFeed } from '../../../utils/directory/feed.ts';
import type { FeedRequest } from '../../../utils/directory/ports.ts';
import { type Answer, type Loopback, startLoopback } from './feed-loopback.ts';
import { bytesOf, documentWith } from './read-samples.ts';

const DOCUMENT = JSON.stringify(documentWith());
const JSON_TYPE = { 'Content-Type': 'application/json' };
const CHANGED = 'Wed, 21 Oct 2015 07:28:00 GMT';

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(code, headers).end('no');
  };
const redirect = (location: string): Answer => status(302, { Location: location });
const page: Answer = (_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
};

const answers: Record<string, Answer> = {
  '/directory.json': (request, response) => {
    const headers = { ...JSON_TYPE, ETag: '"1"', 'Last-Modified': CHANGED };
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304, headers).end();
    else response.writeHead(200, headers).end(DOCUMENT);
  },
  '/endless-but-unchanged.json': (_, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'Last-Modified': CHANGED });
    response.write('{');
  },
  '/gzip.json': (_, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }).end(gzipSync(DOCUMENT));
  },
  '/bomb.json': (_, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }).end(gzipSync(' '.repeat(200_000)));
  },
  '/long.json': (_, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'Content-Length': '70000' });
    response.write('[');
  },
  '/chunks.json': (_, response) => {
    response.writeHead(200, JSON_TYPE);
    for (let chunk = 0; chunk < 20; chunk += 1) response.write(' '.repeat(10_000));
    response.end('[]');
  },
  '/reset.json': (_, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'Content-Length': '50000' });
    response.write(DOCUMENT, () => response.destroy());
  },
  '/refused-connection.json': (request) => {
    request.socket.destroy();
  },
  '/silent.json': () => undefined,
  '/trickle.json': (_, response) => {
    response.writeHead(200, JSON_TYPE);
    response.write('{');
  },
  '/moved.json': redirect('/directory.json'),
  '/login.json': redirect('/page'),
  '/loop.json': redirect('/loop.json'),
  '/to-missing.json': redirect('/nowhere'),
  '/to-insecure.json': redirect('http://localhost.example:1/directory.json'),
  '/page': page,
  '/disguised.json': (_, response) => {
    response.writeHead(200, JSON_TYPE).end('\ufeff\n <html>Please sign in</html>');
  },
  '/401': status(401),
  '/403': status(403),
  '/410': status(410),
  '/429': status(429, { 'Retry-After': '120' }),
  '/503': status(503, { 'Retry-After': 'Fri, 20 Nov 2026 09:01:00 GMT' }),
  '/500': status(500),
  '/418': status(418),
  '/304': status(304),
};

let server: Loopback;
beforeAll(async () => {
  server = await startLoopback(answers);
});
afterAll(() => server.stop());
beforeEach(() => {
  server.asked.length = 0;
});

const NOW = Date.parse('2026-11-20T09:00:00Z');
const PATIENT = { answer: 10_000, span: 10_000, bytesPerSpan: 1, total: 20_000 };
const ask = (
  path: string,
  { limits = PATIENT, ...request }: Partial<FeedRequest> & { limits?: typeof PATIENT } = {},
) =>
  createFeed({ now: () => NOW, limits }).fetch({
    url: server.url(path),
    signIn: false,
    maxBytes: 64_000,
    ...request,
  });
const problem = (kind: string, more: Record<string, unknown> = {}) => ({
  kind: 'problem',
  problem: { kind, ...more },
});

describe('a good answer', () => {
  it('comes with its bytes and validators', async () => {
    expect(await ask('/directory.json')).toEqual({
      kind: 'document',
      bytes: bytesOf(DOCUMENT),
      etag: '"1"',
      lastModified: CHANGED,
    });
  });

  it('is unpacked', async () => {
    expect(await ask('/gzip.json')).toEqual({ kind: 'document', bytes: bytesOf(DOCUMENT) });
  });

  it('may have moved', async () => {
    expect(await ask('/moved.json')).toMatchObject({ kind: 'document', bytes: bytesOf(DOCUMENT) });
  });
});

describe('a request', () => {
  it('tells nothing of who asks', async () => {
    await ask('/directory.json', { validators: { etag: '"0"', lastModified: CHANGED } });
    const headers = server.headers();
    for (const name of ['cookie', 'referer', 'authorization', 'if-none-match', 'if-modified-since']) {
      expect(headers).not.toHaveProperty(name);
    }
    expect(headers['accept-language']).toBe('*');
  });

  it('sends validators where a sign-in gives the permission to', async () => {
    const validators = { etag: '"0"', lastModified: CHANGED };
    expect(await ask('/directory.json', { signIn: true, validators })).toMatchObject({ kind: 'document' });
    expect(server.headers()).toMatchObject({ 'if-none-match': '"0"', 'if-modified-since': CHANGED });
  });
});

describe('an unchanged directory', () => {
  it('is a 304 behind a sign-in', async () => {
    expect(await ask('/directory.json', { signIn: true, validators: { etag: '"1"' } })).toEqual({
      kind: 'unchanged',
    });
  });

  it('is told by what can be read without one, before the body, which is let go', async () => {
    const validators = { lastModified: CHANGED };
    expect(await ask('/endless-but-unchanged.json', { validators })).toEqual({ kind: 'unchanged' });
    await server.closed();
    expect(await ask('/directory.json', { validators: { etag: '"1"' } })).toEqual({ kind: 'unchanged' });
  });

  it('is not what a server says that was sent no validators', async () => {
    expect(await ask('/304')).toEqual(problem('refused', { status: 304 }));
  });
});

describe('a size above the bound', () => {
  it.each(['/long.json', '/chunks.json', '/bomb.json'])('is refused without reading on: %s', async (path) => {
    expect(await ask(path)).toEqual(problem('tooLarge'));
    await server.closed();
  });

  it('is one byte more than the bound', async () => {
    const { length } = bytesOf(DOCUMENT);
    expect(await ask('/directory.json', { maxBytes: length })).toMatchObject({ kind: 'document' });
    expect(await ask('/directory.json', { maxBytes: length - 1 })).toEqual(problem('tooLarge'));
    expect(await ask('/gzip.json', { maxBytes: length - 1 })).toEqual(problem('tooLarge'));
  });
});

describe('a sign-in page', () => {
  it('is where a redirect leads that leads to no directory', async () => {
    expect(await ask('/login.json')).toEqual(problem('signIn'));
    expect(await ask('/loop.json')).toEqual(problem('signIn'));
    expect(await ask('/to-insecure.json')).toEqual(problem('signIn'));
  });

  it('is where any redirect leads while signed in', async () => {
    expect(await ask('/login.json', { signIn: true })).toEqual(problem('signIn'));
    expect(server.asked).toEqual(['GET /login.json']);
  });

  it('is told from a directory that is gone', async () => {
    expect(await ask('/to-missing.json')).toEqual(problem('notFound', { status: 404 }));
  });

  it('is a web page where nothing redirects', async () => {
    expect(await ask('/page')).toEqual(problem('webPage'));
    expect(await ask('/disguised.json')).toEqual(problem('webPage'));
  });

  it('is behind a 401 or 403', async () => {
    expect(await ask('/401')).toEqual(problem('signIn'));
    expect(await ask('/403')).toEqual(problem('signIn'));
  });
});

describe('a server that', () => {
  it('has nothing there', async () => {
    expect(await ask('/nowhere')).toEqual(problem('notFound', { status: 404 }));
    expect(await ask('/410')).toEqual(problem('notFound', { status: 410 }));
  });

  it('is busy says for how long', async () => {
    expect(await ask('/429')).toEqual({ ...problem('busy', { status: 429 }), retryAfter: 120_000 });
    expect(await ask('/503')).toEqual({ ...problem('busy', { status: 503 }), retryAfter: 60_000 });
  });

  it('has trouble, or declines', async () => {
    expect(await ask('/500')).toEqual(problem('serverError', { status: 500 }));
    expect(await ask('/418')).toEqual(problem('refused', { status: 418 }));
  });

  it('breaks off midway is unreachable', async () => {
    expect(await ask('/reset.json')).toEqual(problem('unreachable'));
  });

  it('drops the connection, or isn’t there, is unreachable', async () => {
    expect(await ask('/refused-connection.json')).toEqual(problem('unreachable'));
    expect(await ask('', { url: 'http://127.0.0.1:9/' })).toEqual(problem('unreachable'));
    expect(await ask('', { url: 'not an address' })).toEqual(problem('unreachable'));
  });

  it('never answers runs out of time', async () => {
    expect(await ask('/silent.json', { limits: { ...PATIENT, answer: 20 } })).toEqual(problem('timeout'));
    await server.closed();
  });

  it('begins and then stalls runs out of time', async () => {
    expect(await ask('/trickle.json', { limits: { ...PATIENT, span: 20, bytesPerSpan: 8000 } })).toEqual(
      problem('timeout'),
    );
    await server.closed();
  });
});
