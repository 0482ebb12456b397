/**
 * The part of the WHATWG URL standard that pure code uses. Every runtime has it; the DOM library,
 * which pure code is checked without, is where TypeScript keeps its types.
 */
declare class URL {
  constructor(url: string, base?: string | URL);
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
  readonly pathname: string;
}
