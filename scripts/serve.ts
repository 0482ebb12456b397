import { createHash } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { gzipSync } from 'node:zlib';

/** A file as a good static host serves it. */
export interface ServedFile {
  type: string;
  body: Buffer;
  gzipped: Buffer;
  etag: string;
  /** An HTTP date. */
  lastModified: string;
}

/**
 * @param now in ms since the epoch: when the file is taken to have changed last
 */
export function servedFile(text: string, now: number, type = 'application/json'): ServedFile {
  const body = Buffer.from(text);
  return {
    type,
    body,
    gzipped: gzipSync(body),
    etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`,
    lastModified: new Date(now).toUTCString(),
  };
}

/** Whether a request's validators are those of the file (RFC 9110 §13.1: an entity tag goes before a time). */
function isUnchanged({ headers }: IncomingMessage, file: ServedFile): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === file.etag);
  const since = headers['if-modified-since'];
  return since !== undefined && Date.parse(since) >= Date.parse(file.lastModified);
}

/** Answers with a file: compressed where that is accepted, and 304 where it is known already. */
export function answerWithFile(request: IncomingMessage, response: ServerResponse, file: ServedFile): void {
  response.setHeader('ETag', file.etag);
  response.setHeader('Last-Modified', file.lastModified);
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  if (isUnchanged(request, file)) {
    response.writeHead(304).end();
    return;
  }
  const compress = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = compress ? file.gzipped : file.body;
  if (compress) response.setHeader('Content-Encoding', 'gzip');
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Starts a server on loopback; `port` 0 takes any that is free. */
export async function listen(listener: RequestListener, port = 0): Promise<{ server: Server; port: number }> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { server, port: address.port };
}

/** Stops a server, and cuts whatever is still connected. */
export async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
