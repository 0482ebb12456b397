import fc from 'fast-check';
import type { ImportOptions, ImportPreview } from '../../../../utils/journal/exchange/contract.ts';
import { readImport } from '../../../../utils/journal/exchange/import.ts';
import { type Entry, entrySchema, MOODS } from '../../../../utils/journal/schema.ts';
import { random } from '../fake-vault.ts';

export const OPTIONS: ImportOptions = { zone: 'Europe/London', random };

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new Uint8Array(bytes).toHex());
const instant = fc.oneof(
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
  fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2050, 0) }),
);
/** What has been lost on the way of other exports. */
const AWKWARD = [
  '---\nid: "x"\n---\n',
  '<!-- earshot entry -->',
  '\n<!-- earshot entry 1 -->\n',
  '=1+1',
  "'=1+1",
  ' | ',
  '\\|',
  '"',
  '\r\n',
  '\r',
  '\n',
  '\u2028---\u2028',
  '\u0085',
  '\ufeff',
  '\u0000',
  '…',
  '🜁',
  '- ',
  '__proto__',
];

/** Any text: of any characters, halves of them among them where `wellFormed` doesn't forbid it. */
export const anyText = (maxLength: number, wellFormed = false): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...AWKWARD, '\ud800')), {
      maxLength: 8,
    })
    .map((pieces) => pieces.join('').slice(0, maxLength))
    .map((text) => (wellFormed ? text.toWellFormed() : text));

/** Any entry that the schema allows, without a batch. */
export function anyEntry(wellFormed = false): fc.Arbitrary<Entry> {
  const words = fc.array(
    anyText(60, wellFormed).filter((word) => word !== ''),
    { maxLength: 4 },
  );
  const mood = fc.constantFrom(...MOODS);
  const axis = fc.integer({ min: -2, max: 2 });
  const text = anyText(400, wellFormed);
  const zone = fc.constantFrom('UTC', 'Europe/London', 'Asia/Kathmandu', 'Nowhere/AtAll', '=1+1');
  return fc
    .record(
      {
        id,
        at: instant,
        zone,
        written: instant,
        mood,
        energy: axis,
        pleasantness: axis,
        feelings: words,
        about: words,
        tags: words,
        text,
        prompt: anyText(300, wellFormed),
        pinned: fc.boolean(),
        versions: fc.array(
          fc.record(
            { written: instant, text, mood, tags: words },
            { requiredKeys: ['written', 'text', 'tags'] },
          ),
          { maxLength: 3 },
        ),
        trashed: instant,
      },
      {
        requiredKeys: [
          'id',
          'at',
          'zone',
          'written',
          'feelings',
          'about',
          'tags',
          'text',
          'pinned',
          'versions',
        ],
      },
    )
    .map((entry) => entrySchema.parse(entry));
}

export const anyEntries = (wellFormed = false): fc.Arbitrary<Entry[]> =>
  fc.uniqueArray(anyEntry(wellFormed), { maxLength: 8, selector: (entry) => entry.id });

/** Reads what must be readable. */
export function preview(
  bytes: Uint8Array | string,
  {
    name = 'file',
    kept = [],
    ...options
  }: Partial<ImportOptions> & { name?: string; kept?: readonly Entry[] } = {},
): ImportPreview {
  const read = readImport(typeof bytes === 'string' ? utf8(bytes) : bytes, name, kept, {
    ...OPTIONS,
    ...options,
  });
  if (!read.ok) throw new Error(`Refused: ${read.error}`);
  return read.value;
}

/** Entries as they were, without the batch that they came with. */
export const unbatched = (entries: readonly Entry[]): Omit<Entry, 'batch'>[] =>
  entries.map(({ batch: _batch, ...entry }) => entry);

export const byId = <Item extends { id: string }>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
