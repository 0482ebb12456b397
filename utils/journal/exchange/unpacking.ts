import { Gunzip, Inflate, inflateSync } from 'fflate';
import { failure, type Result, success } from '../../core/result.ts';
import type { Bytes } from '../ids.ts';

/** Deflate makes at most a thousand bytes of one: so much goes in at a time, and 16 MB at most come out. */
const PIECE = 16_384;

/** More came out than may. */
class TooLarge extends Error {}

function unpack(
  unpacker: Gunzip | Inflate,
  packed: Uint8Array,
  most: number,
): Result<Bytes, 'large' | 'damaged'> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  unpacker.ondata = (piece, final) => {
    length += piece.length;
    if (length > most) throw new TooLarge();
    pieces.push(piece);
    ended ||= final;
  };
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      unpacker.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (error) {
    return failure(error instanceof TooLarge ? 'large' : 'damaged');
  }
  if (!ended) return failure('damaged');
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return success(whole);
}

/** What was packed with gzip (RFC 1952), unless it is more than `most` bytes, which is noticed on the way. */
export const gunzipped = (packed: Uint8Array, most: number): Result<Bytes, 'large' | 'damaged'> =>
  unpack(new Gunzip(), packed, most);

/** One piece at once, which takes a tenth of the time. */
function inflatedPiece(packed: Uint8Array, most: number): Result<Bytes, 'large' | 'damaged'> {
  try {
    const bytes = inflateSync(packed);
    return bytes.length > most ? failure('large') : success(bytes);
  } catch {
    return failure('damaged');
  }
}

/** The same for deflate without a header (RFC 1951), as it is in zip files. */
export const inflated = (packed: Uint8Array, most: number): Result<Bytes, 'large' | 'damaged'> =>
  packed.length <= PIECE ? inflatedPiece(packed, most) : unpack(new Inflate(), packed, most);
