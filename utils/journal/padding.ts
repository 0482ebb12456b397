import type { Bytes } from './ids.ts';

/** Bytes before the content that say how long it is. */
const PREFIX = 4;
const SMALLEST = 256;

/**
 * The step that `length` bytes are padded to: multiples of 256 up to 2 kB, above that multiples of an eighth
 * of the power of two below. So a length on disk tells no more than its rough size, and at most an eighth is wasted.
 */
export function stepFor(length: number): number {
  const below = 2 ** Math.floor(Math.log2(Math.max(length, 1)));
  const step = Math.max(SMALLEST, below / 8);
  return Math.max(SMALLEST, Math.ceil(length / step) * step);
}

/** The content with its length before it (32 bits, big-endian) and zeros after it, up to the next step. */
export function pad(content: Uint8Array): Bytes {
  const padded = new Uint8Array(stepFor(PREFIX + content.length));
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, PREFIX);
  return padded;
}

/** The content that was padded; undefined where these bytes don't come from `pad`. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  if (padded.length < PREFIX) return undefined;
  const length = new DataView(padded.buffer, padded.byteOffset, PREFIX).getUint32(0);
  return PREFIX + length <= padded.length ? padded.subarray(PREFIX, PREFIX + length) : undefined;
}
