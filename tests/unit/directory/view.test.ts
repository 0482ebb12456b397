import { describe, expect, it } from 'vitest';
import { mergeHeads } from '../../../utils/directory/merge.ts';
import { rankAllies } from '../../../utils/directory/rank.ts';
import type { AllyRow } from '../../../utils/directory/row.ts';
import type { Resource } from '../../../utils/directory/schema.ts';
import type { SourceState } from '../../../utils/directory/source.ts';
import { buildView, type ViewInput } from '../../../utils/directory/view.ts';
import { headWith } from './heads.ts';
import { ALL_DAYS, at, contextWith, hours, rowWith, SITES } from './rows.ts';

const NOW = at('2026-11-23T10:00:00Z');
const URL_OF = 'https://example.com/directory.json';
const head = headWith({ sites: [...SITES.values()], program: { statements: [], confidentiality: 'Ours.' } });

const inputWith = (rows: readonly AllyRow[], changes: Partial<ViewInput> = {}): ViewInput => ({
  ...contextWith(),
  siteGuessed: false,
  discreet: false,
  sample: false,
  states: [],
  merged: mergeHeads([{ url: URL_OF, head }]),
  rows,
  ...changes,
});

const many = Array.from({ length: 500 }, (_, index) => {
  const start = `${String(index % 24).padStart(2, '0')}:00`;
  const end = `${String((index + 3) % 24).padStart(2, '0')}:00`;
  return rowWith({ id: `ally-${index}`, site: 'lon', hours: [hours(ALL_DAYS, start, end)] });
});

describe('the popup’s view of the directory', () => {
  it('holds everybody, best first, where they are few', () => {
    const rows = [rowWith({ id: 'far', site: 'syd' }), rowWith({ id: 'near', site: 'lon' })];
    const view = buildView(inputWith(rows));
    expect(view.rows.map(({ id }) => id)).toEqual(['near', 'far']);
    expect(view.total).toBe(2);
  });

  it('says how many are listed, and holds far fewer of many', () => {
    const view = buildView(inputWith([...many, rowWith({ id: 'gone', consented: '2099-01-01' })]));
    expect(view.total).toBe(500);
    expect(view.rows.length).toBeLessThanOrEqual(60 + 6 * 15);
    expect(new Set(view.rows.map(({ key }) => key)).size).toBe(view.rows.length);
  });

  it.each([0, 1, 2, 4, 8, 12, 16])('holds the very best of a ranking %i hours later', (later) => {
    const view = buildView(inputWith(many));
    const then = contextWith({}, { now: NOW + later * 3_600_000 });
    const best = rankAllies(many, then).slice(0, 15);
    expect(
      rankAllies(view.rows, then)
        .slice(0, 15)
        .map(({ ally }) => ally.key),
    ).toEqual(best.map(({ ally }) => ally.key));
  });

  it('names the sites of its rows and the person’s own, and no other', () => {
    const view = buildView(
      inputWith([rowWith({ id: 'a', site: 'par' }), rowWith({ id: 'b', site: 'gone' })]),
    );
    expect(view.sites.map(({ id }) => id)).toEqual(['lon', 'par']);
  });

  it('knows which languages all of them share, the rows that it leaves out too', () => {
    const { profile } = contextWith({ languages: ['pl', 'en'] });
    const english = many.map((row) => ({ ...row, languages: ['en'] }));
    expect(buildView(inputWith(english, { profile })).commonLanguages).toEqual(['en']);
    const last = rowWith({ id: 'last', site: 'syd', accepting: false, languages: ['fr'] });
    const view = buildView(inputWith([...english, last], { profile }));
    expect(view.rows).not.toContain(last);
    expect(view.commonLanguages).toEqual([]);
  });

  it('takes the organization’s name from policy before the directory’s own', () => {
    expect(buildView(inputWith([])).organization).toBe('Northwind');
    expect(buildView(inputWith([], { organizationName: 'Northwind Ltd' })).organization).toBe(
      'Northwind Ltd',
    );
  });

  it('stands without any directory', () => {
    const view = buildView(inputWith([], { merged: mergeHeads([]) }));
    expect(view).toMatchObject({ total: 0, rows: [], sites: [], resources: [], environment: 'production' });
    expect(view.program).toEqual({ statements: [] });
    expect(view).not.toHaveProperty('organization');
    expect(view).not.toHaveProperty('country');
  });

  it('keeps the program, and at most a hundred resources', () => {
    const resources = Array.from({ length: 120 }, (_, index): Resource => {
      const lists = { channels: [], countries: [], sites: [], languages: [] };
      return { id: `${index}`, name: `Guide ${index}`, kind: 'guide', ...lists };
    });
    const merged = mergeHeads([{ url: URL_OF, head: { ...head, resources } }]);
    const view = buildView(inputWith([], { merged }));
    expect(view.resources.map(({ id }) => id)).toEqual(resources.slice(0, 100).map(({ id }) => id));
    expect(view.program.confidentiality).toBe('Ours.');
  });

  it('says of an address how its copy is, and nothing that only the next refresh needs', () => {
    const state: SourceState = {
      url: URL_OF,
      signIn: true,
      etag: '"x"',
      checkedAt: 2,
      attemptedAt: 3,
      failures: 1,
      nextAt: 4,
      problem: { kind: 'timeout' },
      copy: {
        serial: 1,
        issued: '2026-11-20T09:00:00Z',
        environment: 'production',
        organization: 'Northwind',
        allies: 7,
        fetchedAt: 1,
        bodyHash: '00',
        reader: 1,
        rejections: [],
        rejectionCount: 0,
      },
    };
    const bare: SourceState = { url: 'https://example.org/', signIn: false, failures: 0, nextAt: 0 };
    expect(buildView(inputWith([], { states: [state, bare] })).sources).toEqual([
      {
        url: URL_OF,
        signIn: true,
        checkedAt: 2,
        problem: { kind: 'timeout' },
        copy: {
          issued: '2026-11-20T09:00:00Z',
          environment: 'production',
          organization: 'Northwind',
          fetchedAt: 1,
        },
      },
      { url: 'https://example.org/', signIn: false },
    ]);
  });
});
