import { describe, expect, it } from 'vitest';
import { batchesOf } from '../../../utils/journal/import-batches.ts';
import { anEntry } from './an-entry.ts';

const A = 'a'.repeat(32);
const B = 'b'.repeat(32);

describe('the imports that entries came in with', () => {
  it('are told with their entries and the days that they span', () => {
    const one = anEntry({ at: Date.parse('2026-11-01T12:00:00Z'), batch: A });
    const other = anEntry({ at: Date.parse('2026-11-09T12:00:00Z'), batch: A });
    expect(batchesOf([other, anEntry({}), one])).toEqual([
      { batch: A, entries: [other, one], first: '2026-11-01', last: '2026-11-09' },
    ]);
  });

  it('leave out what lies in the trash, and are gone once all of it does', () => {
    const trashed = anEntry({ batch: A, trashed: 5 });
    expect(batchesOf([trashed])).toEqual([]);
  });

  it('have the one first that reaches furthest', () => {
    const old = anEntry({ at: Date.parse('2020-01-01T12:00:00Z'), batch: A });
    const young = anEntry({ at: Date.parse('2026-01-01T12:00:00Z'), batch: B });
    expect(batchesOf([old, young]).map(({ batch }) => batch)).toEqual([B, A]);
  });
});
