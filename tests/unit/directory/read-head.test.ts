import { describe, expect, it } from 'vitest';
import { documentWith, headOf } from './read-samples.ts';

describe('reading the head', () => {
  it('reads envelope, programme, sites, resources and events', () => {
    const { head, rejections } = headOf(
      documentWith({
        program: {
          lead: { name: 'Lee', channels: [{ type: 'email', address: 'lee@example.com' }] },
          statements: [{ by: 'Kim', text: 'Ask for help.' }],
          confidentiality: 'Between us.',
          volunteer: { text: 'Join us.' },
          feedback: { text: 'Tell us.', channels: [] },
        },
        resources: [{ id: 'eap', kind: 'eap', name: 'Employee assistance' }],
        events: [
          {
            id: 'e',
            name: 'Listening hour',
            start: '2026-12-03T12:00:00+00:00[Europe/London]',
            duration: 'PT1H',
          },
        ],
      }),
    );
    expect(rejections.kept).toEqual([]);
    expect(head).toMatchObject({
      ok: true,
      value: {
        environment: 'production',
        serial: 1,
        organization: { name: 'Northwind' },
        program: {
          lead: { name: 'Lee', channels: [{ type: 'email', address: 'lee@example.com' }] },
          statements: [{ by: 'Kim', text: 'Ask for help.' }],
          confidentiality: 'Between us.',
          volunteer: { text: 'Join us.', channels: [] },
          feedback: { text: 'Tell us.', channels: [] },
        },
        sites: [{ id: 'lon' }],
        resources: [{ id: 'eap', channels: [], countries: [] }],
        events: [{ id: 'e', duration: 'PT1H' }],
        parts: [],
      },
    });
  });

  it('sets bad sections, statements, sites, resources and events aside one by one', () => {
    const { head, rejections } = headOf(
      documentWith({
        program: {
          lead: { name: '' },
          statements: [{ by: 'Kim' }, { by: 'Lee', text: 'Yes.' }, 3],
          volunteer: 'join',
          confidentiality: 'Kept.',
        },
        sites: [{ id: 'x', name: 'X', country: 'gb', timeZone: 'Europe/London' }],
        resources: [
          { id: 'r', name: 'R' },
          { id: 's', name: 'S', kind: 'magic' },
        ],
        events: [{ id: 'e', name: 'E', start: 'tomorrow' }],
      }),
    );
    expect(head).toMatchObject({
      ok: true,
      value: {
        program: { statements: [{ by: 'Lee', text: 'Yes.' }], confidentiality: 'Kept.' },
        sites: [],
        resources: [],
        events: [],
      },
    });
    expect(rejections.kept).toEqual([
      { path: 'program.lead.name', code: 'empty' },
      { path: 'program.volunteer', code: 'wrongType' },
      { path: 'program.statements[0].text', code: 'missing' },
      { path: 'program.statements[2]', code: 'wrongType' },
      { path: 'sites[0].country', code: 'badCountry' },
      { path: 'resources[0].kind', code: 'missing' },
      { path: 'resources[1].kind', code: 'unknownValue' },
      { path: 'events[0].start', code: 'badDate' },
    ]);
  });

  it.each([
    [{ format: 'earshot-directory/2' }, { field: 'format', code: 'unknownValue' }],
    [{ format: undefined }, { field: 'format', code: 'missing' }],
    [{ environment: 'staging' }, { field: 'environment', code: 'unknownValue' }],
    [{ serial: '7' }, { field: 'serial', code: 'wrongType' }],
    [{ serial: -1 }, { field: 'serial', code: 'invalid' }],
    [{ issued: 'yesterday' }, { field: 'issued', code: 'badDate' }],
    [{ organization: {} }, { field: 'organization.name', code: 'missing' }],
    [
      { parts: [{ path: 'a b', sha256: 'a'.repeat(64), count: 1 }] },
      { field: 'parts[0].path', code: 'badLink' },
    ],
    [{ parts: [{ path: 'a', sha256: 'XYZ', count: 1 }] }, { field: 'parts[0].sha256', code: 'invalid' }],
    [{ allies: { 0: 'a' } }, { field: 'allies', code: 'notAList' }],
  ])('refuses the whole document for %j', (changes, error) => {
    expect(headOf(documentWith(changes)).head).toEqual({ ok: false, error });
  });

  it.each(['http://n.example', 'javascript:alert(1)', 7])(
    'sets a homepage aside by itself: %j',
    (homepage) => {
      const { head, rejections } = headOf(documentWith({ organization: { name: 'N', homepage } }));
      expect(head).toMatchObject({ ok: true, value: { organization: { name: 'N' } } });
      expect(rejections.kept).toEqual([{ path: 'organization.homepage', code: 'badLink' }]);
    },
  );

  it('refuses what is no object at all', () => {
    for (const value of [null, [], 'directory', 7, true]) {
      expect(headOf(value).head).toEqual({ ok: false, error: { field: '', code: 'wrongType' } });
    }
  });
});
