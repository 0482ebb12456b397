import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Loopback {
  url(path: string): string;
  /** What was asked for, as `GET /path`. */
  asked: string[];
  /** The headers of the last request. */
  headers(): IncomingMessage['headers'];
  /** Resolves once the client of the last request has let go of it. */
  closed(): Promise<void>;
  stop(): Promise<void>;
}

/** A server on this machine that answers each path in its own way. */
export async function startLoopback(answers: Readonly<Record<string, Answer>>): Promise<Loopback> {
  const asked: string[] = [];
  let headers: IncomingMessage['headers'] = {};
  let closed = Promise.resolve();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    headers = request.headers;
    closed = new Promise((resolve) => response.once('close', resolve));
    const answer = answers[request.url ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = addressOf(server.address());
  return {
    asked,
    url: (path) => `http://127.0.0.1:${port}${path}`,
    headers: () => headers,
    closed: () => closed,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address;
}
