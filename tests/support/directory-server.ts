import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { answerWithFile, listen, type ServedFile, servedFile, stop } from '../../scripts/serve.ts';
import { documentWithFault } from './document-faults.ts';
import { type Fault, faultyAnswers, isAnswerFault, SIGN_IN_PAGE } from './faults.ts';
import type { Signer } from './signing.ts';

const DIRECTORY_PATH = '/directory.json';

/** One request as the server saw it. */
export interface LoggedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Undefined until answered, and where no answer was ever sent. */
  status: number | undefined;
  /** In ms since the epoch. */
  at: number;
}

/** What is published. */
export interface Publication {
  document: Readonly<Record<string, unknown>>;
  /** Content by path, relative to the directory's address. */
  parts?: ReadonlyMap<string, string>;
  /** Signs the document, if given. */
  signer?: Signer;
}

export interface ServerOptions {
  /** `Access-Control-Allow-Origin: *`. True unless said otherwise. */
  cors?: boolean;
  /** Lets other origins read the ETag and Retry-After. True unless said otherwise. */
  exposeEtag?: boolean;
  /** Without the cookie that the page at /login gives, requests are sent there. */
  signIn?: boolean;
}

const COOKIE = 'session=signed-in';
const PATIENCE = 20_000;

/** A host of a directory on loopback, over real HTTP, which can be made to misbehave. */
export class DirectoryServer {
  readonly options: Required<ServerOptions>;
  /** Every request so far, in order. Empty it to look at what follows. */
  readonly requests: LoggedRequest[] = [];
  #listening: Awaited<ReturnType<typeof listen>> | undefined;
  #port = 0;
  #publication: Publication | undefined;
  #files = new Map<string, ServedFile>();
  #fault: Fault | undefined;
  #watchers = new Set<() => void>();

  constructor(options: ServerOptions = {}) {
    this.options = { cors: true, exposeEtag: true, signIn: false, ...options };
  }

  /** `http://127.0.0.1:…`, without a slash at its end. */
  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get url(): string {
    return this.origin + DIRECTORY_PATH;
  }

  async start(): Promise<this> {
    this.#listening = await listen((request, response) => this.#answer(request, response), this.#port);
    this.#port = this.#listening.port;
    return this;
  }

  async close(): Promise<void> {
    const listening = this.#listening;
    this.#listening = undefined;
    if (listening !== undefined) await stop(listening.server);
  }

  /** Publishes a directory in place of the one before. */
  async setDirectory(publication: Publication): Promise<void> {
    this.#publication = publication;
    await this.#publish();
  }

  /** Makes the server misbehave from the next request on; undefined makes it well again. */
  async setFault(fault: Fault | undefined): Promise<void> {
    this.#fault = fault;
    await this.#publish();
    if (fault === 'refused') await this.close();
    else if (this.#listening === undefined) await this.start();
  }

  /**
   * The first request that fits, of those that are logged or are still to come. It is asked about at its
   * arrival and at its answer.
   */
  async waitForRequest(fits: (request: LoggedRequest) => boolean): Promise<LoggedRequest> {
    const found = this.requests.find(fits);
    if (found !== undefined) return found;
    return new Promise((resolve, reject) => {
      const look = () => {
        const request = this.requests.find(fits);
        if (request !== undefined) end(() => resolve(request));
      };
      const end = (settle: () => void) => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        settle();
      };
      const timer = setTimeout(() => {
        const seen = this.requests
          .map(({ method, path, status }) => `${method} ${path} ${status}`)
          .join(', ');
        end(() => reject(new Error(`No such request came. There were: ${seen || 'none'}.`)));
      }, PATIENCE);
      this.#watchers.add(look);
    });
  }

  async #publish(): Promise<void> {
    if (this.#publication === undefined) return;
    const { document, parts = new Map() } = this.#publication;
    const published = await documentWithFault(document, this.#fault, this.#publication.signer);
    const texts = new Map([...parts].map(([path, text]) => [`/${path}`, text]));
    texts.set(DIRECTORY_PATH, JSON.stringify(published));
    const before = this.#files;
    this.#files = new Map();
    for (const [path, text] of texts) {
      const file = servedFile(text, Date.now());
      const known = before.get(path);
      // What hasn't changed keeps its time.
      this.#files.set(path, known?.etag === file.etag ? known : file);
    }
  }

  #log(request: IncomingMessage, response: ServerResponse, path: string): void {
    const { method = '', headers } = request;
    const entry: LoggedRequest = { method, path, headers, status: undefined, at: Date.now() };
    const tell = () => {
      for (const look of [...this.#watchers]) look();
    };
    this.requests.push(entry);
    response.once('close', () => {
      if (response.headersSent) entry.status = response.statusCode;
      tell();
    });
    tell();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', this.origin);
    this.#log(request, response, pathname);
    if (pathname === '/login') {
      this.#answerSignIn(request, response);
      return;
    }
    if (this.options.cors) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      if (this.options.exposeEtag) response.setHeader('Access-Control-Expose-Headers', 'ETag, Retry-After');
    }
    const file = this.#files.get(pathname);
    if (request.method === 'OPTIONS') response.writeHead(204, { 'Access-Control-Allow-Headers': '*' }).end();
    else if (file === undefined) response.writeHead(404).end();
    else if (this.options.signIn && request.headers.cookie?.includes(COOKIE) !== true) {
      response.writeHead(302, { Location: '/login' }).end();
    } else if (isAnswerFault(this.#fault)) faultyAnswers[this.#fault](response, file.body, request);
    else answerWithFile(request, response, file);
  }

  /** A page with a button that signs in. It sends no CORS headers: it is for people. */
  #answerSignIn(request: IncomingMessage, response: ServerResponse): void {
    if (request.method === 'POST') {
      const cookie = `${COOKIE}; Path=/; HttpOnly; SameSite=Lax`;
      response.writeHead(303, { 'Set-Cookie': cookie, Location: DIRECTORY_PATH }).end();
    } else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(SIGN_IN_PAGE);
  }
}
