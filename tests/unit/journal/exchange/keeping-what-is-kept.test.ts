import { describe, expect, it } from 'vitest';
import { exportJson } from '../../../../utils/journal/exchange/export-json.ts';
import { entry, id } from '../fake-vault.ts';
import { preview } from './any-entries.ts';

const fileOf = (...entries: ReturnType<typeof entry>[]): string => exportJson({ entries }, 0);

describe('an import beside what is kept', () => {
  it('leaves out what has the same time and content, whatever its id', () => {
    const kept = [entry(1), entry(2, { trashed: 5 })];
    const coming = [entry(1), { ...entry(1), id: id(91) }, { ...entry(2), id: id(92) }];
    const { entries, counts } = preview(fileOf(...coming), { kept });
    expect(entries).toEqual([]);
    expect(counts).toMatchObject({ found: 3, ready: 0, duplicates: 3, duplicatesInTrash: 1, renamed: 0 });
  });

  it('brings what has the id of something else in under a new one', () => {
    const kept = [entry(1)];
    const { entries, counts } = preview(fileOf(entry(1, { text: 'Other words' })), { kept });
    expect(entries.map(({ text }) => text)).toEqual(['Other words']);
    expect(entries[0]?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(entries[0]?.id).not.toBe(id(1));
    expect(counts).toMatchObject({ ready: 1, duplicates: 0, renamed: 1 });
    const again = preview(fileOf(entry(1, { text: 'Other words' })), { kept: [...kept, ...entries] });
    expect(again.counts).toMatchObject({ ready: 0, duplicates: 1 });
  });

  it('takes one id twice in a file as two entries where they say different things', () => {
    const file = fileOf(entry(1), entry(1, { text: 'Other words' }), entry(1));
    const { entries, counts } = preview(file);
    expect(entries.map(({ text }) => text)).toEqual(['Words of 1', 'Other words']);
    expect(new Set(entries.map((one) => one.id)).size).toBe(2);
    expect(counts).toMatchObject({ found: 3, ready: 2, duplicates: 1, renamed: 1 });
  });

  it('gives all that comes in one batch, and a new one each time', () => {
    const file = fileOf(entry(1, { batch: id(7) }), entry(2));
    const [one, other] = [preview(file), preview(file)];
    expect(one.entries.map(({ batch }) => batch)).toEqual([one.batch, one.batch]);
    expect(one.batch).not.toBe(other.batch);
    expect(one.batch).not.toBe(id(7));
  });

  it('lists a hundred of what it sets aside, and counts the rest', () => {
    const entries = JSON.stringify(Array.from({ length: 150 }, () => ({})));
    const { aside, counts } = preview(`{"format":"earshot-journal/1","entries":${entries}}`);
    expect(aside.length).toBe(100);
    expect(counts).toMatchObject({ found: 150, ready: 0, aside: 150 });
  });
});
