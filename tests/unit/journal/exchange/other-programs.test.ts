import { describe, expect, it } from 'vitest';
import { clockOf } from '../../../../utils/journal/exchange/daylio.ts';
import type { Mood } from '../../../../utils/journal/schema.ts';
import { preview } from './any-entries.ts';

const at = (text: string): number => Date.parse(text);

describe('a Daylio export', () => {
  const OLD = `\ufefffull_date,date,weekday,time,mood,activities,note_title,note
2026-11-20,November 20,Friday,9:05 PM,rad,"friends | good sleep","A title","First line
second, with ""quotes"""
2026-07-01,July 1,Wednesday,00:30,awful,"","",""
`;

  it('comes in by its header: moods, activities, title and note, in the person’s zone', () => {
    const { format, entries, counts, moods } = preview(OLD, { name: 'daylio_export.csv' });
    expect(format).toBe('daylio');
    expect(entries).toMatchObject([
      {
        at: at('2026-11-20T21:05:00Z'),
        zone: 'Europe/London',
        mood: 5,
        about: ['friends', 'good sleep'],
        text: 'A title\n\nFirst line\nsecond, with "quotes"',
      },
      { at: at('2026-06-30T23:30:00Z'), mood: 1, about: [], text: '' },
    ]);
    expect(counts).toMatchObject({ found: 2, ready: 2, aside: 0 });
    expect(moods).toEqual([]);
  });

  it('comes in with its columns in another order, more of them, and semicolons between', () => {
    const text =
      'mood;scales;time;activities;full_date;note\nmeh;"Sleep: 7 | Stress: 3";14:00;walk;2026-11-20;Fine\n';
    expect(preview(text).entries).toMatchObject([
      { mood: 3, about: ['walk'], text: 'Fine\n\nSleep: 7 | Stress: 3', at: at('2026-11-20T14:00Z') },
    ]);
  });

  it('asks for moods with names of their own, and keeps the names as feelings', () => {
    const text =
      'full_date,time,mood,activities,note\n2026-11-20,9:00,radiant,,\n2026-11-21,9:00,radiant,,\n2026-11-22,9:00,constructor,,\n2026-11-23,9:00,Good,,\n';
    const asked = preview(text);
    expect(asked.moods).toEqual([
      { name: 'radiant', count: 2, answer: undefined },
      { name: 'constructor', count: 1, answer: undefined },
    ]);
    expect(asked.entries.map(({ mood }) => mood)).toEqual([undefined, undefined, undefined, 4]);
    const answers = new Map<string, Mood | 'none'>([
      ['radiant', 5],
      ['constructor', 'none'],
    ]);
    const answered = preview(text, { moods: answers });
    expect(answered.moods.map(({ answer }) => answer)).toEqual([5, 'none']);
    expect(answered.entries.map(({ mood }) => mood)).toEqual([5, 5, undefined, 4]);
    expect(answered.entries.map(({ feelings }) => feelings)).toEqual([
      ['radiant'],
      ['radiant'],
      ['constructor'],
      [],
    ]);
  });

  it('sets rows aside that it can’t read, with their lines', () => {
    const text =
      'full_date,time,mood,activities,note\n2026-11-20,9:00,good,,"two\nlines"\n2026-02-30,9:00,good,,\n2026-11-20,25:00,good,,\n2026-11-20\n';
    const { aside, counts } = preview(text);
    expect(counts).toMatchObject({ found: 4, ready: 1, aside: 3 });
    expect(aside).toEqual([
      { place: 'line 4', reason: 'date' },
      { place: 'line 5', reason: 'date' },
      { place: 'line 6', reason: 'date' },
    ]);
  });

  it('has times of 12 and of 24 hours', () => {
    const times = ['9:05 PM', '12:00 AM', '12:30 pm', '9:05\u202fa.m.', '00:00', '23:59:58', '09.05'];
    expect(times.map(clockOf)).toEqual(['21:05', '00:00', '12:30', '09:05', '00:00', '23:59', '09:05']);
    expect(['24:00', '13:00 PM', '0:10 AM', '9:60', 'noon', ''].map(clockOf)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });
});

describe('a Day One export', () => {
  const record = {
    uuid: '0123456789ABCDEF0123456789ABCDEF',
    creationDate: '2026-11-20T09:00:00Z',
    modifiedDate: '2026-11-21T09:00:00Z',
    timeZone: 'America/Chicago',
    text: 'A walk\r\n\nby the lake\n',
    tags: ['outside', ' outside ', ''],
    starred: true,
    photos: [{ md5: 'x' }],
  };

  it('comes in with its ids, zones and tags', () => {
    const { format, entries } = preview(JSON.stringify({ metadata: { version: '1.0' }, entries: [record] }));
    expect(format).toBe('dayOne');
    expect(entries).toMatchObject([
      {
        id: '0123456789abcdef0123456789abcdef',
        at: at('2026-11-20T09:00Z'),
        written: at('2026-11-21T09:00Z'),
        zone: 'America/Chicago',
        text: 'A walk\n\nby the lake',
        tags: ['outside'],
        pinned: true,
      },
    ]);
  });

  it('sets aside what has no text, no date or too much, and takes the rest', () => {
    const entries = [
      record,
      { ...record, uuid: 'short', text: undefined, tags: [] },
      { ...record, creationDate: 'yesterday' },
      { ...record, text: 'x'.repeat(200_001) },
      { ...record, tags: ['x'.repeat(61)] },
      7,
    ];
    const { aside, counts } = preview(JSON.stringify({ entries }));
    expect(counts).toMatchObject({ found: 6, ready: 1, aside: 5 });
    expect(aside).toEqual([
      { place: 'entries[1]', reason: 'empty' },
      { place: 'entries[2]', reason: 'date' },
      { place: 'entries[3]', reason: 'long', field: 'text' },
      { place: 'entries[4]', reason: 'long', field: 'tags.0' },
      { place: 'entries[5]', reason: 'shape' },
    ]);
  });
});

describe('a jrnl export', () => {
  it('comes in with titles, bodies and tags, in the person’s zone', () => {
    const text = JSON.stringify({
      tags: { '@work': 1 },
      entries: [
        {
          title: 'A title.',
          body: 'And more.',
          date: '2026-07-20',
          time: '09:00',
          tags: ['@work'],
          starred: true,
        },
        { title: 'Alone', body: '', date: '2026-11-20', time: '', tags: [], starred: false },
      ],
    });
    const { format, entries } = preview(text);
    expect(format).toBe('jrnl');
    expect(entries).toMatchObject([
      { at: at('2026-07-20T08:00Z'), text: 'A title.\n\nAnd more.', tags: ['work'], pinned: true },
      { at: at('2026-11-20T12:00Z'), text: 'Alone', tags: [], pinned: false },
    ]);
  });
});

describe('Markdown from elsewhere', () => {
  it('has its date in the front matter or in its name', () => {
    const page =
      '---\ndate: 2026-07-01 09:30\ntags: [walk, "lake side"]\nmood: 4\ntitle: A walk\n---\nBy the lake\n';
    expect(preview(page).entries).toMatchObject([
      { at: at('2026-07-01T08:30Z'), tags: ['walk', 'lake side'], mood: 4, text: 'A walk\n\nBy the lake' },
    ]);
    expect(preview('By the lake', { name: '2026-11-20.md' }).entries).toMatchObject([
      { at: at('2026-11-20T12:00Z'), text: 'By the lake' },
    ]);
    expect(preview('By the lake', { name: 'notes/2026-11-20 0915 walk.md' }).entries).toMatchObject([
      { at: at('2026-11-20T09:15Z') },
    ]);
  });

  it('is set aside without a date', () => {
    expect(preview('By the lake', { name: 'walk.md' }).aside).toEqual([{ place: 'walk.md', reason: 'date' }]);
  });

  it('comes back after somebody wrote its front matter in their own way', () => {
    const page =
      '---\nformat: earshot-journal/1\nid: 0123456789abcdef0123456789abcdef\nat: 2026-11-20T09:00:00Z\nzone: UTC\nwritten: 2026-11-20T09:00:00Z\ntags:\n  - one\n  - "two"\npinned: false\n---\n\nEdited\n';
    expect(preview(page).entries).toMatchObject([
      { id: '0123456789abcdef0123456789abcdef', tags: ['one', 'two'], text: 'Edited', feelings: [] },
    ]);
  });
});
