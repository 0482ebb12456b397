import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entrySchema } from '../../../utils/journal/schema.ts';
import { backTo, changed, versionOf } from '../../../utils/journal/versions.ts';
import { anEntry } from './an-entry.ts';

describe('a change', () => {
  it('keeps what was said before as a version, the newest first', () => {
    const first = anEntry({ text: 'one', mood: 2, tags: ['a'], written: 1 });
    const second = changed(first, { text: 'two' }, 2);
    const third = changed(second, { mood: 4 }, 3);
    expect(third).toEqual({
      ...first,
      text: 'two',
      mood: 4,
      written: 3,
      versions: [
        { written: 2, text: 'two', mood: 2, tags: ['a'] },
        { written: 1, text: 'one', mood: 2, tags: ['a'] },
      ],
    });
  });

  it('makes no version where text, mood and tags stay the same', () => {
    const entry = anEntry({ text: 'one', tags: ['a'] });
    const next = changed(entry, { pinned: true, feelings: ['glad'], tags: ['a'], text: 'one' }, 5);
    expect(next).toEqual({ ...entry, pinned: true, feelings: ['glad'], written: 5 });
  });

  it('takes an optional value away that is given as undefined, and leaves the others', () => {
    const next = changed(anEntry({ mood: 2, energy: 1, prompt: 'Why?' }), { mood: undefined }, 5);
    expect('mood' in next).toBe(false);
    expect(next).toMatchObject({ energy: 1, prompt: 'Why?', versions: [{ mood: 2 }] });
  });

  it('keeps the last ten versions, and always a valid entry', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 30, size: 'max' }), (texts) => {
        let entry = anEntry({ text: 'the first', written: 0 });
        const said = [versionOf(entry)];
        for (const [index, text] of texts.entries()) {
          const next = changed(entry, { text }, index + 1);
          if (next.text !== entry.text) said.unshift(versionOf(next));
          else said.splice(0, 1, versionOf(next));
          entry = next;
          expect(entrySchema.safeParse(entry).success).toBe(true);
        }
        expect(entry.versions.map((version) => version.text)).toEqual(
          said.slice(1, 11).map((version) => version.text),
        );
      }),
    );
  });

  it('goes back to a version without losing what was said until then', () => {
    const first = anEntry({ text: 'one', mood: 2, written: 1 });
    const second = changed(first, { text: 'two', mood: undefined }, 2);
    const again = backTo(second, versionOf(first), 3);
    expect(again).toMatchObject({ text: 'one', mood: 2, written: 3 });
    expect(again.versions.map(({ text }) => text)).toEqual(['two', 'one']);
    expect(backTo(again, versionOf(second), 4)).toMatchObject({ text: 'two' });
  });
});
