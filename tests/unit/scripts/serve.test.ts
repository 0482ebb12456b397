import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerWithFile, listen, servedFile, stop } from '../../../scripts/serve.ts';

const NOW = Date.UTC(2026, 10, 23, 10);
const TEXT = JSON.stringify({ name: 'Łukasz', about: 'x'.repeat(2000) });
const file = servedFile(TEXT, NOW);

let address = '';
let end: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  const { server, port } = await listen((request, response) => answerWithFile(request, response, file));
  address = `http://127.0.0.1:${port}/`;
  end = () => stop(server);
});
afterAll(() => end());

const ask = (headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  fetch(address, { method, headers });

describe('a file as a good static host serves it', () => {
  it('comes whole, with what it takes to ask again', async () => {
    const answer = await ask();
    expect(await answer.text()).toBe(TEXT);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-cache',
      etag: file.etag,
      'last-modified': 'Mon, 23 Nov 2026 10:00:00 GMT',
      vary: 'Accept-Encoding',
    });
  });

  it('comes compressed only where that is accepted', async () => {
    const plain = await ask({ 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('content-length')).toBe(`${Buffer.byteLength(TEXT)}`);
    const packed = await ask({ 'accept-encoding': 'br, gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('content-length')).toBe(`${file.gzipped.length}`);
    expect(gunzipSync(file.gzipped).toString()).toBe(TEXT);
  });

  it('has the same tag for the same bytes, and another for others', () => {
    expect(servedFile(TEXT, NOW + 1000).etag).toBe(file.etag);
    expect(servedFile(`${TEXT} `, NOW).etag).not.toBe(file.etag);
    expect(file.etag).toMatch(/^"[0-9a-f]+"$/);
  });

  it('tells a request for the head how long it is, and sends nothing', async () => {
    const answer = await ask({ 'accept-encoding': 'identity' }, 'HEAD');
    expect(answer.headers.get('content-length')).toBe(`${Buffer.byteLength(TEXT)}`);
    expect(await answer.text()).toBe('');
  });

  it.each([
    ['its tag', { 'if-none-match': file.etag }],
    ['its tag among others', { 'if-none-match': `"other", W/${file.etag}` }],
    ['the second of its change', { 'if-modified-since': file.lastModified }],
    ['a later time', { 'if-modified-since': new Date(NOW + 60_000).toUTCString() }],
  ])('is unchanged to who knows %s', async (_, headers) => {
    const answer = await ask(headers);
    expect(answer.status).toBe(304);
    expect(answer.headers.get('etag')).toBe(file.etag);
    expect(await answer.text()).toBe('');
  });

  it.each([
    ['another tag', { 'if-none-match': '"other"' }],
    [
      'another tag, though a time that would do',
      {
        'if-none-match': '"other"',
        'if-modified-since': file.lastModified,
      },
    ],
    ['an earlier time', { 'if-modified-since': new Date(NOW - 1000).toUTCString() }],
    ['a time that is none', { 'if-modified-since': 'yesterday' }],
  ])('is sent anew to who knows %s', async (_, headers) => {
    expect((await ask(headers)).status).toBe(200);
  });
});
