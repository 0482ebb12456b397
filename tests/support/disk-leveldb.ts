import { unsnap, varint } from './disk-snappy.ts';

/**
 * LevelDB's two kinds of files (github.com/google/leveldb, doc/table_format.md and doc/log_format.md), read as
 * far as is needed to search what they hold: keys put together, blocks unpacked, fragments joined.
 */
const TABLE_MAGIC = Buffer.from('57fb808b247547db', 'hex');
const FOOTER = 48;
const LOG_BLOCK = 32_768;
const LOG_HEADER = 7;
/** How Blink marks a value that it has packed by itself: a version, a false version, and Snappy's number. */
const PACKED_VALUE = Buffer.from([0xff, 0x11, 0x02]);

interface Handle {
  offset: number;
  size: number;
  next: number;
}

function handleAt(bytes: Uint8Array, at: number): Handle | undefined {
  const offset = varint(bytes, at);
  const size = offset && varint(bytes, offset.next);
  return offset && size && { offset: offset.value, size: size.value, next: size.next };
}

/** A block as it was before it was packed; undefined where it is packed in another way. */
function blockAt(file: Buffer, { offset, size }: Handle): Buffer | undefined {
  const bytes = file.subarray(offset, offset + size);
  const packing = file[offset + size];
  if (packing === 0) return bytes;
  const plain = packing === 1 ? unsnap(bytes) : undefined;
  return plain && Buffer.from(plain);
}

/** The whole keys and the values of a block. */
function entriesOf(block: Buffer): { key: Buffer; value: Buffer }[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 - restarts * 4;
  const entries: { key: Buffer; value: Buffer }[] = [];
  let key = Buffer.alloc(0);
  let at = 0;
  while (at < end) {
    const shared = varint(block, at);
    const own = shared && varint(block, shared.next);
    const length = own && varint(block, own.next);
    if (shared === undefined || own === undefined || length === undefined) break;
    const begin = length.next + own.value;
    key = Buffer.concat([key.subarray(0, shared.value), block.subarray(length.next, begin)]);
    at = begin + length.value;
    entries.push({ key, value: block.subarray(begin, at) });
  }
  return entries;
}

/** A value as it is stored and, where Blink has packed it, as it was before. */
function valueAndPlain(value: Buffer): Buffer[] {
  const found: Buffer[] = [value];
  for (let at = value.indexOf(PACKED_VALUE); at >= 0; at = value.indexOf(PACKED_VALUE, at + 1)) {
    const plain = unsnap(value.subarray(at + PACKED_VALUE.length));
    if (plain !== undefined) found.push(Buffer.from(plain));
  }
  return found;
}

/**
 * What a table holds.
 *
 * @throws Error where it isn't one, or where a block is packed in a way that isn't known here
 */
export function tableContents(file: Buffer): Buffer[] {
  const footer = file.subarray(-FOOTER);
  if (!footer.subarray(-TABLE_MAGIC.length).equals(TABLE_MAGIC)) throw new Error('Not a table of LevelDB');
  const meta = handleAt(footer, 0);
  const index = meta && handleAt(footer, meta.next);
  const directory = index && blockAt(file, index);
  if (directory === undefined) throw new Error('A table of LevelDB without an index');
  return entriesOf(directory).flatMap((entry) => {
    const handle = handleAt(entry.value, 0);
    const block = handle && blockAt(file, handle);
    if (block === undefined) throw new Error('A block of LevelDB that can’t be unpacked');
    return [block, ...entriesOf(block).flatMap(({ key, value }) => [key, ...valueAndPlain(value)])];
  });
}

/** What a log holds: each record in one piece, though it may lie in several on the disk. */
export function logContents(file: Buffer): Buffer[] {
  const records: Buffer[] = [];
  let parts: Buffer[] = [];
  let at = 0;
  while (at + LOG_HEADER <= file.length) {
    const left = LOG_BLOCK - (at % LOG_BLOCK);
    if (left < LOG_HEADER) {
      at += left;
      continue;
    }
    const length = file.readUInt16LE(at + 4);
    // Whole, first, middle, last: 1 to 4.
    const kind = file[at + 6] ?? 0;
    if (kind === 0) {
      at += left;
      continue;
    }
    if (kind <= 2) parts = [];
    parts.push(file.subarray(at + LOG_HEADER, at + LOG_HEADER + length));
    if (kind === 1 || kind === 4) records.push(Buffer.concat(parts));
    at += LOG_HEADER + length;
  }
  return records.flatMap(valueAndPlain);
}
