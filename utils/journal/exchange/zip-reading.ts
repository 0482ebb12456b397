import { failure, type Result, success } from '../../core/result.ts';
import { readText } from './reading-json.ts';
import { inflated } from './unpacking.ts';

/** Signatures and lengths of APPNOTE.TXT 6.3.10: end of central directory, central header, local header. */
const END = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

export type ZipFault = 'truncated' | 'damaged' | 'large' | 'many';

interface Header {
  name: string;
  /** In clear: one with a password isn't. */
  plain: boolean;
  method: number;
  crc: number;
  packed: number;
  offset: number;
}

/** Whether bytes are a zip file's first. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

const CRCS = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (CRCS[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

function headersOf(bytes: Uint8Array, view: DataView, most: number): Result<Header[], ZipFault> {
  const end = endOf(view);
  if (end === undefined) return failure('truncated');
  const headers: Header[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + CENTRAL_LENGTH <= end && view.getUint32(at, true) === CENTRAL) {
    if (headers.length === most) return failure('many');
    const name = at + CENTRAL_LENGTH;
    const length = view.getUint16(at + 28, true);
    headers.push({
      name: readText(bytes.subarray(name, name + length)) ?? '',
      plain: (view.getUint16(at + 8, true) & 1) === 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at = name + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // The count has 16 bits, and goes round where there are more.
  const whole = at === end && headers.length % 65_536 === view.getUint16(end + 10, true);
  return whole ? success(headers) : failure('damaged');
}

function contentOf(
  bytes: Uint8Array,
  view: DataView,
  { plain, method, crc, packed, offset }: Header,
  most: number,
): Result<Uint8Array, 'damaged' | 'large'> {
  if (!plain || offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL) {
    return failure('damaged');
  }
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const inside = bytes.subarray(start, start + packed);
  if (inside.length !== packed) return failure('damaged');
  if (method === STORED && packed > most) return failure('large');
  if (method !== STORED && method !== DEFLATED) return failure('damaged');
  const content = method === STORED ? success(inside) : inflated(inside, most);
  return !content.ok || crcOf(content.value) === crc ? content : failure('damaged');
}

/** A file in a zip; without content where that is damaged. */
export interface ZippedFile {
  name: string;
  content: Uint8Array | undefined;
}

/**
 * The files in a zip that `wanted` picks by their names, in the zip's order. The others aren't unpacked.
 *
 * @param most how many bytes may come out altogether, and how many files may be in it
 */
export function unzipped(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  most: { bytes: number; records: number },
): Result<ZippedFile[], ZipFault> {
  if (bytes.length < END_LENGTH) return failure('truncated');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const headers = headersOf(bytes, view, most.records);
  if (!headers.ok) return headers;
  const files: ZippedFile[] = [];
  let left = most.bytes;
  for (const header of headers.value) {
    if (!wanted(header.name)) continue;
    const content = contentOf(bytes, view, header, left);
    if (!content.ok && content.error === 'large') return failure('large');
    left -= content.ok ? content.value.length : 0;
    files.push({ name: header.name, content: content.ok ? content.value : undefined });
  }
  return success(files);
}
