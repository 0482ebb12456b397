import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCsv } from '../../../../utils/journal/exchange/csv.ts';
import { guarded, joinWords, splitWords, unguarded } from '../../../../utils/journal/exchange/spreadsheet.ts';
import { entry } from '../fake-vault.ts';
import { anyText } from './any-entries.ts';

describe('a cell', () => {
  it('is never what a spreadsheet takes for a formula', () => {
    const signs = fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', ' ', "'");
    const cells = fc
      .tuple(fc.array(signs, { maxLength: 3 }), anyText(20))
      .map(([start, rest]) => start.join('') + rest);
    fc.assert(
      fc.property(cells, (cell) => {
        expect(guarded(cell)).not.toMatch(/^\s*[=+\-@＝]|^[\t\r\n]/u);
        expect(unguarded(guarded(cell))).toBe(cell);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads as it was written where it means no harm', () => {
    for (const cell of ['', 'A walk', "don't", "'quoted'", '1+1', 'a=b']) expect(guarded(cell)).toBe(cell);
  });

  it('holds words that come apart again', () => {
    fc.assert(
      fc.property(fc.array(anyText(20).filter((word) => word !== '')), (words) => {
        expect(splitWords(joinWords(words))).toEqual(words);
      }),
      { numRuns: 500 },
    );
    expect(joinWords(['work', 'sleep'])).toBe('work | sleep');
  });
});

describe('a table of check-ins', () => {
  it('has a row for each that isn’t in the trash, on its own wall clock', () => {
    const at = Date.parse('2026-07-01T08:30:00Z');
    const csv = exportCsv([
      entry(1, {
        at,
        mood: 2,
        energy: -1,
        feelings: ['sad'],
        text: '=HYPERLINK("x")',
        zone: 'Europe/London',
      }),
      entry(2, { mood: 3, trashed: 5 }),
      entry(3),
    ]);
    const rows = csv.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(rows.length).toBe(2);
    expect(rows[1]).toMatch(/^"2026-07-01","09:30:00","2","-1","","sad","","","'=HYPERLINK\(""x""\)",/);
  });
});
