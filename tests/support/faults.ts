import type { IncomingMessage, ServerResponse } from 'node:http';
import { setInterval } from 'node:timers';
import { gzipSync } from 'node:zlib';

/** What can be wrong with an answer, apart from what the document says. */
export const ANSWER_FAULTS = [
  /** Answers, then cuts the connection in the middle of the body. */
  'reset',
  /** Takes the request and never answers. */
  'silent',
  /** A few bytes at a time, without an end. */
  'trickle',
  'notFound',
  /** 429 with `Retry-After: 120`. */
  'busy',
  'serverError',
  /** 302 to a sign-in page that is for people. */
  'redirect',
  /** A web page, with status 200. */
  'webPage',
  /** The first half of the document, as if it were all. */
  'truncated',
  /** Says that it is compressed, and isn't. */
  'wrongCompression',
  /** The document in UTF-16. */
  'wrongEncoding',
  /** 65 MiB once it is unpacked. */
  'oversized',
  /** Something else: JSON, but no directory. */
  'wrongContent',
] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];

/** What can be wrong with the document in an answer that is sound. */
export const DOCUMENT_FAULTS = ['badSignature', 'olderSerial', 'expired', 'badRecord'] as const;
export type DocumentFault = (typeof DOCUMENT_FAULTS)[number];

/** `refused`: nobody listens at the address. */
export type Fault = 'refused' | AnswerFault | DocumentFault;
export const FAULTS: readonly Fault[] = ['refused', ...ANSWER_FAULTS, ...DOCUMENT_FAULTS];

export const isAnswerFault = (fault: Fault | undefined): fault is AnswerFault =>
  ANSWER_FAULTS.some((known) => known === fault);

/** Seconds that `busy` asks to wait. */
export const BUSY_SECONDS = 120;
const TRICKLE_EVERY = 200;

export const SIGN_IN_PAGE = `<!doctype html>
<html lang="en"><title>Sign in</title><h1>Sign in to Northwind</h1>
<form method="post" action="/login"><button>Sign in</button></form></html>
`;

type Answer = (response: ServerResponse, body: Buffer, request: IncomingMessage) => void;
const json = { 'Content-Type': 'application/json' };
const html = { 'Content-Type': 'text/html; charset=utf-8' };

let bomb: Buffer | undefined;
/** 65 MiB of white space, compressed: small to send, and more than is accepted. */
function oversized(): Buffer {
  bomb ??= gzipSync(Buffer.alloc(65 * 1024 * 1024, ' '));
  return bomb;
}

/** How each fault answers a request for what would be `body`. */
export const faultyAnswers: Readonly<Record<AnswerFault, Answer>> = {
  reset(response, body) {
    response.writeHead(200, { ...json, 'Content-Length': body.length });
    response.write(body.subarray(0, body.length / 2), () => response.socket?.resetAndDestroy());
  },
  silent: () => undefined,
  trickle(response) {
    response.writeHead(200, json);
    const drip = setInterval(() => response.write(' '), TRICKLE_EVERY);
    response.once('close', () => clearInterval(drip));
  },
  notFound: (response) => void response.writeHead(404, html).end('<h1>Not found</h1>'),
  busy: (response) => void response.writeHead(429, { 'Retry-After': String(BUSY_SECONDS) }).end(),
  serverError: (response) => void response.writeHead(500, html).end('<h1>Something broke</h1>'),
  redirect: (response) => void response.writeHead(302, { Location: '/login' }).end(),
  webPage: (response) => void response.writeHead(200, html).end(SIGN_IN_PAGE),
  truncated: (response, body) => void response.writeHead(200, json).end(body.subarray(0, body.length / 2)),
  wrongCompression: (response, body) =>
    void response.writeHead(200, { ...json, 'Content-Encoding': 'gzip' }).end(body),
  wrongEncoding: (response, body) =>
    void response.writeHead(200, json).end(Buffer.from(`\ufeff${body.toString()}`, 'utf16le')),
  oversized: (response) =>
    void response.writeHead(200, { ...json, 'Content-Encoding': 'gzip' }).end(oversized()),
  wrongContent: (response) => void response.writeHead(200, json).end('{"lunch":["soup","bread"]}'),
};
