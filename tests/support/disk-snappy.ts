const LARGEST = 16 * 1024 * 1024;

/**
 * What Snappy's raw format holds (github.com/google/snappy, format_description.txt); undefined where the bytes
 * don't begin with such. What follows them doesn't matter.
 */
export function unsnap(bytes: Uint8Array): Uint8Array | undefined {
  const length = varint(bytes, 0);
  if (length === undefined || length.value > LARGEST) return undefined;
  const out = new Uint8Array(length.value);
  let to = 0;
  let at = length.next;
  while (to < out.length && at < bytes.length) {
    const tag = bytes[at] ?? 0;
    at += 1;
    if ((tag & 3) === 0) {
      const more = Math.max(0, (tag >> 2) - 59);
      const count = (more === 0 ? tag >> 2 : littleEndian(bytes, at, more)) + 1;
      at += more;
      if (at + count > bytes.length || to + count > out.length) return undefined;
      out.set(bytes.subarray(at, at + count), to);
      at += count;
      to += count;
      continue;
    }
    const wide = [0, 1, 2, 4][tag & 3] ?? 0;
    const count = wide === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = littleEndian(bytes, at, wide) + (wide === 1 ? (tag >> 5) * 256 : 0);
    at += wide;
    if (back === 0 || back > to || to + count > out.length) return undefined;
    // One byte after the other: a copy may overlap what it writes.
    for (const end = to + count; to < end; to += 1) out[to] = out[to - back] ?? 0;
  }
  return to === out.length ? out : undefined;
}

/** An unsigned number of so many bytes, the lowest first. */
function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let index = 0; index < count; index += 1) value += (bytes[at + index] ?? 0) * 256 ** index;
  return value;
}

/** A number in groups of seven bits, the lowest first, and where it ends; undefined where there is none. */
export function varint(bytes: Uint8Array, at: number): { value: number; next: number } | undefined {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return undefined;
    value += (byte & 127) * 128 ** index;
    if (byte < 128) return { value, next: at + index + 1 };
  }
  return undefined;
}
