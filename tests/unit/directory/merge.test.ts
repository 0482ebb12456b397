import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeHeads, mergeRows } from '../../../utils/directory/merge.ts';
import type { DirectoryHead } from '../../../utils/directory/read.ts';
import { type AllyRow, toRow } from '../../../utils/directory/row.ts';
import type { Resource, Site } from '../../../utils/directory/schema.ts';
import { rowWith } from './rows.ts';

const site = (id: string, name: string): Site => ({ id, name, country: 'GB', timeZone: 'Europe/London' });
const resource = (id: string, name: string): Resource => ({
  id,
  name,
  kind: 'eap',
  channels: [],
  countries: [],
  sites: [],
  languages: [],
});
const headWith = (changes: Partial<DirectoryHead>): DirectoryHead => ({
  format: 'earshot-directory/1',
  environment: 'production',
  serial: 1,
  issued: '2026-11-20T09:00:00Z',
  organization: { name: 'Northwind' },
  parts: [],
  program: { statements: [] },
  sites: [],
  resources: [],
  events: [],
  ...changes,
});
const merge = (...heads: Partial<DirectoryHead>[]) =>
  mergeHeads(heads.map((head, index) => ({ url: `https://example.com/${index}`, head: headWith(head) })));

describe('heads of several directories', () => {
  it('keep the first of sites with the same id', () => {
    const { sites } = merge(
      { sites: [site('lon', 'London')] },
      { sites: [site('lon', 'Other'), site('par', 'Paris')] },
    );
    expect([...sites.values()].map(({ name }) => name)).toEqual(['London', 'Paris']);
  });

  it('keep all resources but those with the same id and name, with their addresses', () => {
    const { resources } = merge(
      { resources: [resource('eap', 'Assistance')] },
      {
        resources: [resource('eap', 'ASSISTANCE'), resource('eap', 'Another'), resource('gp', 'Assistance')],
      },
    );
    expect(resources.map(({ id, name, url }) => [id, name, url.at(-1)])).toEqual([
      ['eap', 'Assistance', '0'],
      ['eap', 'Another', '1'],
      ['gp', 'Assistance', '1'],
    ]);
  });

  it('keep each event once', () => {
    const event = {
      id: 'e',
      name: 'Hour',
      start: '2026-12-03T12:00:00+00:00[Europe/London]',
      sites: [],
      channels: [],
    };
    expect(
      merge({ events: [event] }, { events: [event, { ...event, id: 'f' }] }).events.map(({ id }) => id),
    ).toEqual(['e', 'f']);
  });

  it('keep every programme with its organization', () => {
    const { programs } = merge({}, { organization: { name: 'Southwind' } });
    expect(programs.map(({ organization }) => organization)).toEqual(['Northwind', 'Southwind']);
  });

  it('are for a test as soon as one of them is', () => {
    expect(merge({}, {}).environment).toBe('production');
    expect(merge({}, { environment: 'test' }).environment).toBe('test');
  });
});

describe('allies of several directories', () => {
  const email = (address: string): AllyRow['channels'] => [{ type: 'email', address }];
  const row = (source: number, id: string, changes: Partial<AllyRow> = {}): AllyRow =>
    rowWith({ id, key: `${source}/${id}`, ...changes });
  const keys = (...sources: AllyRow[][]): string[] => mergeRows(sources).map(({ key }) => key);

  it('leave out who was in an earlier one by id and name', () => {
    const again = [row(1, 'a', { name: 'MAYA' }), row(1, 'b', { name: 'Maya' })];
    expect(keys([row(0, 'a', { name: 'Maya' })], again)).toEqual(['0/a', '1/b']);
    expect(keys([row(0, 'a', { name: 'Maya' })], [row(1, 'a', { name: 'Ola' })])).toEqual(['0/a', '1/a']);
  });

  it('leave out who was in an earlier one by their first email', () => {
    const first = [row(0, 'a', { channels: email('maya@example.com') })];
    expect(keys(first, [row(1, 'x', { channels: email('Maya@Example.com') })])).toEqual(['0/a']);
    const second = [row(1, 'x', { channels: [...email('ola@example.com'), ...email('maya@example.com')] })];
    expect(keys(first, second)).toEqual(['0/a', '1/x']);
  });

  it('keep allies of one directory who share an email', () => {
    const team = { channels: email('team@example.com') };
    expect(keys([row(0, 'a', team), row(0, 'b', team)], [row(1, 'c')])).toEqual(['0/a', '0/b', '1/c']);
  });

  it('keep the first of two with the same id in one directory', () => {
    const twice = mergeRows([[row(0, 'a', { name: 'First' }), row(0, 'a', { name: 'Second' })]]);
    expect(twice.map(({ name }) => name)).toEqual(['First']);
  });

  it('have unique keys, and change nothing when merged with themselves', () => {
    const someSource = (source: number) =>
      fc
        .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('Maya', 'Ola')), { maxLength: 5 })
        .map((rows) =>
          rows.map(([id, name]) => row(source, id, { name, channels: email(`${name}@example.com`) })),
        );
    fc.assert(
      fc.property(someSource(0), someSource(1), (some, others) => {
        const merged = mergeRows([some, others]);
        expect(new Set(merged.map(({ key }) => key)).size).toBe(merged.length);
        const again = some.map((one) => ({ ...one, key: `1/${one.id}` }));
        expect(mergeRows([some, again])).toEqual(mergeRows([some]));
      }),
    );
  });
});

describe('an ally’s row', () => {
  it('leaves out the picture and the longer text, and says whether there is a picture', () => {
    const { key, url, block, index, hasPhoto: _hasPhoto, ...ally } = rowWith({ id: 'a', name: 'Maya' });
    const place = { key, url, block, index };
    const photo = 'data:image/png;base64,AAAA';
    expect(toRow({ ...ally, photo, about: 'Hello' }, place)).toEqual({ ...ally, ...place, hasPhoto: true });
    expect(toRow(ally, place)).toEqual({ ...ally, ...place, hasPhoto: false });
  });
});
