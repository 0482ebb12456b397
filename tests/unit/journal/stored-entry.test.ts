import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, entrySchema, LONGEST_TEXT } from '../../../utils/journal/schema.ts';
import { isStoredEntry } from '../../../utils/journal/stored-entry.ts';
import { anyEntry } from './exchange/any-entries.ts';

const stored = fc
  .tuple(anyEntry(), fc.boolean())
  .map(([entry, isImported]): Entry => (isImported ? { ...entry, batch: entry.id } : entry));

/** Values at the edges of what an entry may have, and others that it may not. */
const STRANGE: readonly unknown[] = [
  '',
  ...[0, -0, 1, 5, 6, -2, -3, 2.5, 1e300, 8.64e15, 8.64e15 + 1, -8.64e15 - 1, 2 ** 53],
  true,
  null,
  [],
  {},
  [''],
  [1],
  ...[60, 61].map((length) => ['x'.repeat(length)]),
  ...[50, 51].map((length) => Array.from({ length }, () => 'x')),
  ...[100, 101, 300, 301, LONGEST_TEXT, LONGEST_TEXT + 1].map((length) => 'x'.repeat(length)),
  `${'0'.repeat(32)}\n`,
  'A'.repeat(32),
  'a'.repeat(32),
  ...[10, 11].map((length) => Array.from({ length }, () => ({ written: 0, text: '', tags: [] }))),
];
const strange = fc.oneof(fc.jsonValue(), fc.constantFrom(...STRANGE));

const KEYS = Object.keys(entrySchema.shape);

/** An entry with something put in place of a part of it, added, or taken away; as JSON gives it back. */
const changed = fc
  .tuple(
    stored,
    fc.oneof(fc.constantFrom(...KEYS), fc.constantFrom('Mood', '__proto__', 'constructor', 'toString')),
    fc.option(strange),
    fc.option(fc.constantFrom('written', 'text', 'tags', 'mood', 'else')),
  )
  .map(([entry, key, value, inVersion]): unknown => {
    const copy = new Map<string, unknown>(Object.entries(entry));
    if (inVersion !== null) {
      const [first, ...rest] = entry.versions;
      const one = new Map<string, unknown>(Object.entries(first ?? { written: 1, text: '', tags: [] }));
      one.set(inVersion, value);
      copy.set('versions', [Object.fromEntries(one), ...rest]);
    } else if (value === null) copy.delete(key);
    else copy.set(key, value);
    return JSON.parse(JSON.stringify(Object.fromEntries(copy)));
  });

function expectAgreement(value: unknown): void {
  const judged = entrySchema.safeParse(value);
  if (isStoredEntry(value)) expect(judged.data).toEqual(value);
  // What it turns down is either no entry, or has something in it that the schema leaves out.
  else if (judged.success) expect(judged.data).not.toEqual(value);
}

describe('the quick look at a stored entry', () => {
  it('lets every entry pass that the schema lets pass as it is', () => {
    fc.assert(
      fc.property(stored, (entry) => {
        const value: unknown = JSON.parse(JSON.stringify(entry));
        expect(entrySchema.parse(value)).toEqual(value);
        expect(isStoredEntry(value)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('draws each limit where the schema draws it', () => {
    const [entry] = fc.sample(stored, 1);
    const version = { written: 1, text: '', tags: [] };
    for (const value of STRANGE) {
      for (const key of KEYS) expectAgreement({ ...entry, [key]: value });
      for (const key of ['written', 'text', 'tags', 'mood']) {
        expectAgreement({ ...entry, versions: [{ ...version, [key]: value }] });
      }
    }
  });

  it('agrees with the schema on entries in which something was changed', () => {
    fc.assert(fc.property(changed, expectAgreement), { numRuns: 3000 });
  });

  it('agrees with the schema on anything at all', () => {
    fc.assert(fc.property(fc.jsonValue(), expectAgreement), { numRuns: 1000 });
  });

  it('leaves what it doesn’t know to the schema', () => {
    const [entry] = fc.sample(stored, 1);
    expect(isStoredEntry({ ...entry, later: 1 })).toBe(false);
    expect(entrySchema.safeParse({ ...entry, later: 1 }).success).toBe(true);
  });
});
