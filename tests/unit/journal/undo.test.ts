import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../utils/journal/schema.ts';
import { applied, inverse, withoutBatch } from '../../../utils/journal/undo.ts';
import { anEntry } from './an-entry.ts';

const idOf = (index: number): string => index.toString(16).padStart(32, '0');
const anyId = fc.integer({ min: 0, max: 8 }).map(idOf);
const anyEntry = fc
  .record({ id: anyId, text: fc.string({ maxLength: 3 }) })
  .map(({ id, text }) => anEntry({ id, text }));
const someEntries = fc.uniqueArray(anyEntry, { selector: ({ id }) => id });
const byId = (entries: readonly Entry[]): Entry[] => entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('undoing', () => {
  it('takes back whatever was written and removed', () => {
    fc.assert(
      fc.property(someEntries, someEntries, fc.array(anyId), (before, save, remove) => {
        const step = { save, remove };
        const after = applied(before, step);
        expect(byId(applied(after, inverse(before, step)))).toEqual(byId(before));
      }),
    );
  });

  it('can be undone itself', () => {
    fc.assert(
      fc.property(someEntries, someEntries, fc.array(anyId), (before, save, remove) => {
        const step = { save, remove };
        const after = applied(before, step);
        const back = inverse(before, step);
        expect(byId(applied(before, inverse(after, back)))).toEqual(byId(after));
      }),
    );
  });

  it('takes an import back as one, and nothing else', () => {
    const batch = idOf(100);
    const own = anEntry();
    const imported = [anEntry({ batch }), anEntry({ batch, trashed: 1 })];
    const other = anEntry({ batch: idOf(101) });
    const all = [own, ...imported, other];
    expect(applied(all, withoutBatch(all, batch))).toEqual([own, other]);
  });
});
