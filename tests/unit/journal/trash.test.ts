import { describe, expect, it } from 'vitest';
import { DAY } from '../../../utils/core/clock.ts';
import { expired, leavesTrashAt, putBack, trashedAt } from '../../../utils/journal/trash.ts';
import { anEntry } from './an-entry.ts';

const NOW = Date.UTC(2026, 10, 20);

describe('the trash', () => {
  it('keeps what is put there for thirty days and then gives it up', () => {
    const entry = trashedAt(anEntry(), NOW);
    expect(leavesTrashAt(entry)).toBe(NOW + 30 * DAY);
    expect(expired([entry], NOW + 30 * DAY - 1)).toEqual([]);
    expect(expired([entry], NOW + 30 * DAY)).toEqual([entry]);
  });

  it('never gives up what isn’t in it', () => {
    expect(leavesTrashAt(anEntry())).toBeUndefined();
    expect(expired([anEntry({ at: 0 })], NOW)).toEqual([]);
  });

  it('gives an entry back as it was', () => {
    const entry = anEntry({ text: 'as it was', pinned: true });
    expect(putBack(trashedAt(entry, NOW))).toEqual(entry);
    expect('trashed' in putBack(trashedAt(entry, NOW))).toBe(false);
  });

  it('doesn’t begin anew for what lies in it already', () => {
    expect(trashedAt(trashedAt(anEntry(), NOW), NOW + DAY).trashed).toBe(NOW);
  });
});
