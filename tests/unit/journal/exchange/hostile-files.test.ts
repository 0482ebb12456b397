import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../utils/journal/exchange/contract.ts';
import { exportCsv } from '../../../../utils/journal/exchange/csv.ts';
import { exportJson } from '../../../../utils/journal/exchange/export-json.ts';
import { readImport } from '../../../../utils/journal/exchange/import.ts';
import { exportMarkdown, exportZip } from '../../../../utils/journal/exchange/markdown-export.ts';
import { gunzipped } from '../../../../utils/journal/exchange/unpacking.ts';
import { entrySchema } from '../../../../utils/journal/schema.ts';
import { entry } from '../fake-vault.ts';
import { OPTIONS, preview, utf8 } from './any-entries.ts';

const read = (bytes: Uint8Array | string, name = 'file', limits = LIMITS) =>
  readImport(typeof bytes === 'string' ? utf8(bytes) : bytes, name, [], { ...OPTIONS, limits });
const refused = (error: string) => ({ ok: false, error });

const ENTRIES = [
  entry(1, { mood: 3, tags: ['one'] }),
  entry(2, { mood: 4, versions: [{ written: 1, text: 'x', tags: [] }] }),
];
const DAYLIO = 'full_date,time,mood,activities,note\n2026-11-20,9:00 AM,good,"a | b","Words"\n';
const DAY_ONE = JSON.stringify({
  entries: [{ creationDate: '2026-11-20T09:00:00Z', text: 'Words', tags: ['a'] }],
});
const JRNL = JSON.stringify({
  entries: [{ date: '2026-11-20', time: '09:00', title: 'Words', body: '', tags: [] }],
});
const FILES = [
  exportJson({ entries: ENTRIES }, 0),
  exportMarkdown(ENTRIES),
  exportCsv(ENTRIES),
  DAYLIO,
  DAY_ONE,
  JRNL,
].map(utf8);
const ZIP = exportZip(ENTRIES);

/** A file with some bytes changed, taken out or put in. */
const spoilt = (files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.uint8Array({ minLength: 1, maxLength: 6 })), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([file, changes]) => {
      let bytes = [...file];
      for (const [where, what, others] of changes) {
        const at = where % Math.max(1, bytes.length);
        if (what === 0) bytes = bytes.slice(0, at);
        else bytes.splice(at, what === 1 ? others.length : 0, ...(what === 2 ? [] : others));
      }
      return new Uint8Array(bytes);
    });

describe('a file that means harm or is broken', () => {
  it('never makes the reader throw, and every record of it is counted once', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary' }).map(utf8),
      fc.jsonValue().map((value) => utf8(JSON.stringify({ entries: value }))),
      spoilt([...FILES, ZIP]),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('a.md', 'a.json', 'a.csv', 'a.zip', ''), (bytes, name) => {
        const outcome = read(bytes, name);
        if (!outcome.ok) return;
        const { counts, entries } = outcome.value;
        expect(counts.found).toBe(counts.ready + counts.duplicates + counts.aside);
        expect(entries.length).toBe(counts.ready);
        for (const one of entries) expect(entrySchema.safeParse(one).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws for records of whatever values', () => {
    const fields = [
      'id',
      'at',
      'zone',
      'mood',
      'tags',
      'text',
      'versions',
      'creationDate',
      'uuid',
      'date',
      'title',
    ];
    const record = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(record), fc.constantFrom('earshot-journal/1', 'other'), (entries, format) => {
        const outcome = read(JSON.stringify({ format, entries: [{ creationDate: 1 }, ...entries] }));
        if (outcome.ok) expect(outcome.value.counts.found).toBe(entries.length + 1);
      }),
      { numRuns: 500 },
    );
  });

  it('comes out of a zip as it went in or not at all, with any bit flipped', () => {
    const noise = Array.from({ length: 6000 }, (_, index) => Math.imul(index, 0x9e3779b1).toString(36)).join(
      ' ',
    );
    const stored = ENTRIES;
    const packed = [entry(1, { text: noise.slice(0, 8000) })];
    const inPieces = [entry(1, { text: noise })];
    const zips = [stored, packed, inPieces].map(exportZip);
    const texts = [...stored, ...packed, ...inPieces].map(({ text }) => text);
    fc.assert(
      fc.property(fc.constantFrom(...zips), fc.nat(), (zip, place) => {
        const bit = place % (zip.length * 8);
        const bytes = zip.slice();
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const outcome = read(bytes);
        if (outcome.ok) for (const { text } of outcome.value.entries) expect(texts).toContain(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('is named as truncated where its end is missing', () => {
    const json = exportJson({ entries: ENTRIES }, 0);
    expect(read(json.slice(0, -20))).toEqual(refused('truncated'));
    expect(read(ZIP.subarray(0, ZIP.length - 30))).toEqual(refused('truncated'));
  });

  it('is named for what it is', () => {
    expect(read('')).toEqual(refused('nothing'));
    expect(read(' \n', 'a.md')).toEqual(refused('nothing'));
    expect(read('{}')).toEqual(refused('unknown'));
    expect(read('[1, 2]')).toEqual(refused('unknown'));
    expect(read('name,age\nx,3\n', 'a.csv')).toEqual(refused('unknown'));
    expect(read(new Uint8Array([137, 80, 78, 71, 255]))).toEqual(refused('unknown'));
    expect(read('{"format":"earshot-backup/1"}')).toEqual(refused('backup'));
    expect(read('{"format":"earshot-journal/2","entries":[]}')).toEqual(refused('newer'));
    expect(read('{"format":"earshot-journal/1"}')).toEqual(refused('damaged'));
    expect(read('{"entries": nonsense }')).toEqual(refused('damaged'));
    expect(read(zipSync({ 'photo.jpeg': new Uint8Array(9) }))).toEqual(refused('unknown'));
  });

  it('is refused where it is too large, packed or not, while it is unpacked', () => {
    const limits = { ...LIMITS, bytes: 1_000_000 };
    expect(read(new Uint8Array(1_000_001), 'a.md', limits)).toEqual(refused('large'));
    const zeros = new Uint8Array(20_000_000);
    expect(read(zipSync({ 'a.md': zeros }), 'a.zip', limits)).toEqual(refused('large'));
    const half = zeros.subarray(0, 600_000);
    expect(read(zipSync({ 'a.md': half, 'b.md': half }), 'a.zip', limits)).toEqual(refused('large'));
    expect(gunzipped(gzipSync(zeros), 1_000_000)).toEqual(refused('large'));
    expect(gunzipped(gzipSync(zeros), zeros.length).ok).toBe(true);
  });

  it('is refused where a zip says that it is smaller than it is', () => {
    const zip = zipSync({ 'a.md': new Uint8Array(3_000_000) });
    const view = new DataView(zip.buffer);
    const central = view.getUint32(zip.length - 6, true);
    view.setUint32(central + 24, 10, true);
    expect(read(zip, 'a.zip', { ...LIMITS, bytes: 1_000_000 })).toEqual(refused('large'));
  });

  it('is refused where it has more records than any journal', () => {
    const limits = { ...LIMITS, records: 100 };
    const entries = JSON.stringify(Array.from({ length: 101 }, () => 0));
    expect(read(`{"format":"earshot-journal/1","entries":${entries}}`, '', limits)).toEqual(refused('many'));
    const files = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`${index}.md`, utf8('x')]));
    expect(read(zipSync(files), '', limits)).toEqual(refused('many'));
  });

  it('is refused where values lie in values without end', () => {
    expect(read(`{"entries":${'['.repeat(5_000_000)}`)).toEqual(refused('damaged'));
    const deep = `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`;
    expect(read(`{"format":"earshot-journal/1","entries":[${deep}]}`)).toEqual(refused('damaged'));
  });

  it('has records set aside whose front matter would keep a reader of YAML busy', () => {
    const bombs = [
      '? '.repeat(20_000),
      '- '.repeat(20_000),
      `a: ${'['.repeat(20_000)}`,
      `a: ${'{a: '.repeat(20_000)}`,
      'x'.repeat(100_000),
      'a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]',
    ];
    for (const bomb of bombs) {
      const { counts } = preview(`---\ndate: 2026-11-20\n${bomb}\n---\nWords\n`);
      expect(counts).toMatchObject({ found: 1, aside: 1 });
    }
  }, 10_000);

  it('reaches no prototype', () => {
    const own = entry(1);
    const record = JSON.stringify(own).replace(
      '{',
      '{"__proto__":{"mood":1},"constructor":{"prototype":{"x":1}},',
    );
    const { entries } = preview(`{"format":"earshot-journal/1","entries":[${record}]}`);
    expect(entries.map(({ mood }) => mood)).toEqual([undefined]);
    preview(
      '---\ndate: 2026-11-20\n__proto__: {polluted: 1}\n"constructor": {prototype: {polluted: 1}}\n---\nx\n',
    );
    preview('full_date,time,mood,activities,__proto__\n2026-11-20,9:00,__proto__,toString,x\n');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('has single records refused that are too long, never cut', () => {
    const long = entry(1, { text: 'x'.repeat(200_001) });
    const { counts, aside } = preview(exportMarkdown([long, entry(2)]), { name: 'a.md' });
    expect(counts).toMatchObject({ ready: 1, aside: 1 });
    expect(aside).toEqual([{ place: 'a.md 1', reason: 'long', field: 'text' }]);
  });
});
