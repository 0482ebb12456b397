import { describe, expect, it } from 'vitest';
import { DAY, SECOND } from '../../../utils/core/clock.ts';
import {
  isMarkupType,
  isSameContent,
  problemOfStatus,
  retryAfter,
  startsAsMarkup,
} from '../../../utils/directory/http.ts';
import { bytesOf } from './read-samples.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');

describe('Retry-After', () => {
  it('is read as seconds and as a date', () => {
    expect(retryAfter('120', NOW)).toBe(120 * SECOND);
    expect(retryAfter('Fri, 20 Nov 2026 09:00:30 GMT', NOW)).toBe(30 * SECOND);
  });

  it('keeps within a week, and out of the past', () => {
    expect(retryAfter('99999999999', NOW)).toBe(7 * DAY);
    expect(retryAfter('Fri, 20 Nov 2099 09:00:00 GMT', NOW)).toBe(7 * DAY);
    expect(retryAfter('Fri, 20 Nov 2020 09:00:00 GMT', NOW)).toBe(0);
  });

  it('is nothing where it says nothing', () => {
    for (const value of [null, '', 'soon', '-', 'NaN']) expect(retryAfter(value, NOW)).toBeUndefined();
  });
});

describe('unchanged content', () => {
  const headers = (entries: Record<string, string>) => new Headers(entries);
  const when = 'Wed, 21 Oct 2015 07:28:00 GMT';

  it('is told by the ETag, weak or strong', () => {
    expect(isSameContent({ etag: '"a"' }, headers({ ETag: '"a"' }))).toBe(true);
    expect(isSameContent({ etag: '"a"' }, headers({ ETag: 'W/"a"' }))).toBe(true);
    expect(isSameContent({ etag: '"a"' }, headers({ ETag: '"b"' }))).toBe(false);
  });

  it('is told by the ETag rather than by the time, where both are there', () => {
    expect(
      isSameContent({ etag: '"a"', lastModified: when }, headers({ ETag: '"b"', 'Last-Modified': when })),
    ).toBe(false);
  });

  it('is told by the time of the last change where no ETag can be read', () => {
    expect(isSameContent({ etag: '"a"', lastModified: when }, headers({ 'Last-Modified': when }))).toBe(true);
    expect(
      isSameContent({ lastModified: 'Wed, 21 Oct 2015 07:28:01 GMT' }, headers({ 'Last-Modified': when })),
    ).toBe(false);
  });

  it('is never assumed', () => {
    expect(isSameContent(undefined, headers({ ETag: '"a"' }))).toBe(false);
    expect(isSameContent({}, headers({}))).toBe(false);
    expect(isSameContent({ etag: '"a"' }, headers({}))).toBe(false);
  });
});

describe('statuses', () => {
  it.each([
    [200, undefined],
    [203, undefined],
    [204, { kind: 'refused', status: 204 }],
    [206, { kind: 'refused', status: 206 }],
    [400, { kind: 'refused', status: 400 }],
    [401, { kind: 'signIn' }],
    [403, { kind: 'signIn' }],
    [404, { kind: 'notFound', status: 404 }],
    [410, { kind: 'notFound', status: 410 }],
    [429, { kind: 'busy', status: 429 }],
    [500, { kind: 'serverError', status: 500 }],
    [503, { kind: 'busy', status: 503 }],
    [504, { kind: 'serverError', status: 504 }],
  ])('%i', (status, problem) => {
    expect(problemOfStatus(status)).toEqual(problem);
  });
});

describe('a web page', () => {
  it('is told by its type', () => {
    expect(isMarkupType('text/html; charset=utf-8')).toBe(true);
    expect(isMarkupType('APPLICATION/XHTML+XML')).toBe(true);
    expect(isMarkupType('application/json')).toBe(false);
    expect(isMarkupType('text/plain')).toBe(false);
    expect(isMarkupType(null)).toBe(false);
  });

  it('is told by how it begins', () => {
    expect(startsAsMarkup(bytesOf('<!doctype html>'))).toBe(true);
    expect(startsAsMarkup(bytesOf('\ufeff \r\n\t<html>'))).toBe(true);
    expect(startsAsMarkup(bytesOf('{"a":"<"}'))).toBe(false);
    expect(startsAsMarkup(new Uint8Array())).toBe(false);
  });
});
