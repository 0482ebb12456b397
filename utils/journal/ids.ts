/** Bytes of their own, which every cipher takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Random bytes that nobody can guess; `count` of them. */
export type RandomBytes = (count: number) => Bytes;

/** A random 128-bit id in hex. */
export const newId = (random: RandomBytes): string => random(16).toHex();

/** What a new record's revision can begin with: 31 bits. */
const REVISIONS = 2 ** 31;

/**
 * The first revision of a record. It begins anywhere, so that a look at the disk doesn't tell how often
 * something was rewritten, and something removed and made anew isn't taken for what it was.
 */
export function firstRevision(random: RandomBytes): number {
  return new DataView(random(4).buffer).getUint32(0) % REVISIONS;
}

/** The revision after `revision`. */
export const nextRevision = (revision: number): number => (revision + 1) % 2 ** 32;
