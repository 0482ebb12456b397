import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exportCsv } from '../../../../utils/journal/exchange/csv.ts';
import { exportJson } from '../../../../utils/journal/exchange/export-json.ts';
import { splitPage } from '../../../../utils/journal/exchange/front-matter.ts';
import { exportMarkdown, exportZip } from '../../../../utils/journal/exchange/markdown-export.ts';
import { journalPrefsSchema } from '../../../../utils/journal/schema.ts';
import { withoutBatch } from '../../../../utils/journal/undo.ts';
import { anyEntries, anyEntry, byId, preview, unbatched } from './any-entries.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');

describe('what goes out comes back', () => {
  it('as JSON, versions, trash and settings included', () => {
    fc.assert(
      fc.property(anyEntries(), fc.boolean(), (entries, backupReminders) => {
        const prefs = journalPrefsSchema.parse({ backupReminders });
        const read = preview(exportJson({ entries, prefs, missing: 2 }, NOW));
        expect(read).toMatchObject({ format: 'earshotJson', prefs, exported: NOW, missing: 2 });
        expect(unbatched(read.entries)).toEqual(entries);
        expect(read.counts).toMatchObject({ found: entries.length, ready: entries.length, aside: 0 });
        expect(read.counts.trashed).toBe(entries.filter(({ trashed }) => trashed !== undefined).length);
      }),
    );
  });

  it('as one Markdown file', () => {
    fc.assert(
      fc.property(anyEntries(), (entries) => {
        fc.pre(entries.length > 0);
        const read = preview(exportMarkdown(entries), { name: 'journal.md' });
        expect(read.format).toBe('markdown');
        expect(unbatched(read.entries)).toEqual(entries);
      }),
      { numRuns: 300 },
    );
  });

  it('as a zip of Markdown files, even where names would be the same', () => {
    fc.assert(
      fc.property(anyEntries(), (entries) => {
        fc.pre(entries.length > 0);
        const alike = entries.map((entry, index) => ({
          ...entry,
          id: `00000000${index.toString(16).padStart(24, '0')}`,
          at: NOW,
        }));
        for (const all of [entries, alike]) {
          const read = preview(exportZip(all));
          expect(read.format).toBe('markdown');
          expect(byId(unbatched(read.entries))).toEqual(byId(all));
        }
      }),
    );
  });

  it('as CSV, as far as check-ins go', () => {
    fc.assert(
      fc.property(anyEntries(true), (entries) => {
        const checkIns = entries
          .map(({ trashed: _trashed, ...entry }) => ({
            ...entry,
            pinned: false,
            versions: [],
            mood: 4 as const,
          }))
          .map(({ prompt, ...entry }) => (prompt ? { ...entry, prompt } : entry));
        fc.pre(checkIns.length > 0);
        const read = preview(exportCsv(checkIns));
        expect(read.format).toBe('earshotCsv');
        expect(unbatched(read.entries)).toEqual(checkIns);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing of it twice, in whichever format it is read again', () => {
    fc.assert(
      fc.property(anyEntries(true), (kept) => {
        fc.pre(kept.length > 0);
        for (const file of [exportJson({ entries: kept }, NOW), exportMarkdown(kept), exportZip(kept)]) {
          const { entries, counts } = preview(file, { name: 'journal.md', kept });
          expect(entries).toEqual([]);
          expect(counts.duplicates).toBe(kept.length);
          expect(counts.duplicatesInTrash).toBeLessThanOrEqual(kept.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('and an import is taken back as one', () => {
    fc.assert(
      fc.property(anyEntries(), anyEntries(), (kept, coming) => {
        const { entries, batch } = preview(exportJson({ entries: coming }, NOW), { kept });
        const { remove } = withoutBatch([...kept, ...entries], batch);
        expect(remove.toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('with front matter that any reader of YAML takes as it was meant', () => {
    fc.assert(
      fc.property(anyEntry(true), (entry) => {
        const page = exportMarkdown([entry]).replace(/^.*\n/, '');
        const { head = '' } = splitPage(page);
        expect(parse(head)).toMatchObject({
          format: 'earshot-journal/1',
          id: entry.id,
          tags: entry.tags,
          pinned: entry.pinned,
          zone: entry.zone,
        });
      }),
    );
  });
});
