/**
 * The part of the WHATWG Encoding standard that pure code uses. Every runtime has it; the DOM library,
 * which pure code is checked without, is where TypeScript keeps its types.
 */
declare class TextDecoder {
  constructor(label: 'utf-8', options: { fatal: true });
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
