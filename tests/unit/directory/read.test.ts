import { describe, expect, it } from 'vitest';
import { alliesOf, allyWith } from './read-samples.ts';

describe('reading allies', () => {
  it('reads one as it was written, with what may be left out put in', () => {
    const { allies, rejections } = alliesOf([{ id: 'a', name: ' Ada ' }]);
    expect(allies).toEqual([
      {
        id: 'a',
        name: 'Ada',
        languages: [],
        topics: [],
        hours: [],
        away: [],
        training: [],
        accepting: true,
        channels: [],
      },
    ]);
    expect(rejections.count).toBe(0);
  });

  it('reads every field', () => {
    const { allies, rejections } = alliesOf([allyWith()]);
    expect(allies[0]).toEqual({
      ...allyWith(),
      accepting: true,
      channels: [
        { type: 'email', address: 'maya@example.com' },
        { type: 'phone', number: '116123', region: 'GB' },
      ],
    });
    expect(rejections.count).toBe(0);
  });

  it('sets a bad record aside with its path and reason, and keeps the rest', () => {
    const { allies, rejections } = alliesOf([
      allyWith(),
      { id: 'b' },
      allyWith({ id: 'c', consented: '2026-02-30' }),
      'not a record',
      allyWith({ id: 'd', hours: [{ days: ['mo'], start: '9', end: '17:00' }] }),
      allyWith({ id: 'e', accepting: 'yes' }),
      allyWith({ id: 'f' }),
    ]);
    expect(allies.map(({ id }) => id)).toEqual(['maya-k', 'f']);
    expect(rejections.kept).toEqual([
      { path: 'allies[1].name', code: 'missing' },
      { path: 'allies[2].consented', code: 'badDate' },
      { path: 'allies[3]', code: 'wrongType' },
      { path: 'allies[4].hours[0].start', code: 'badTime' },
      { path: 'allies[5].accepting', code: 'wrongType' },
    ]);
  });

  it('sets a channel aside by itself, so that the ally stays', () => {
    const { allies, rejections } = alliesOf([
      allyWith({
        channels: [
          { type: 'carrierPigeon', loft: 7 },
          { type: 'link', url: 'javascript:alert(1)', label: 'x' },
          { type: 'phone', number: '988' },
          { type: 'teams', address: 'maya@example.com' },
        ],
      }),
    ]);
    expect(allies[0]?.channels).toEqual([{ type: 'teams', address: 'maya@example.com' }]);
    expect(rejections.kept).toEqual([
      { path: 'allies[0].channels[0].type', code: 'unknownValue' },
      { path: 'allies[0].channels[1].url', code: 'badLink' },
      { path: 'allies[0].channels[2].region', code: 'regionMissing' },
    ]);
  });

  it('sets a photo aside by itself', () => {
    const good = `data:image/png;base64,${'A'.repeat(80)}`;
    for (const photo of ['https://example.com/p.png', 'data:image/svg+xml;base64,AAAA', 7, `${good}<`]) {
      const { allies, rejections } = alliesOf([allyWith({ photo })]);
      expect(allies[0]).toMatchObject({ id: 'maya-k' });
      expect(allies[0]).not.toHaveProperty('photo');
      expect(rejections.kept).toEqual([{ path: 'allies[0].photo', code: 'badPhoto' }]);
    }
    expect(alliesOf([allyWith({ photo: good })]).allies[0]?.photo).toBe(good);
  });

  it('takes the first of two with the same id', () => {
    const { allies, rejections } = alliesOf([allyWith(), allyWith({ name: 'Somebody else' })]);
    expect(allies.map(({ name }) => name)).toEqual(['Maya Kowalska']);
    expect(rejections.kept).toEqual([{ path: 'allies[1].id', code: 'duplicate' }]);
  });

  it('sees that two ids are the same behind zero-width characters', () => {
    expect(alliesOf([allyWith(), allyWith({ id: 'maya\u200b-k' })]).rejections.kept).toEqual([
      { path: 'allies[1].id', code: 'duplicate' },
    ]);
  });

  it('keeps an ally whose site is not in the directory, and says so', () => {
    const { allies, rejections } = alliesOf([allyWith({ site: 'mars' })]);
    expect(allies).toHaveLength(1);
    expect(rejections.kept).toEqual([{ path: 'allies[0].site', code: 'unknownSite' }]);
  });

  it('reads nothing out of what is no list', () => {
    expect(alliesOf({ length: 3 }).rejections.kept).toEqual([{ path: 'allies', code: 'notAList' }]);
    expect(alliesOf(undefined).rejections.count).toBe(0);
  });

  it('leaves what it is given as it was', () => {
    const raw = [allyWith({ name: ' Maya ', unknown: 1 })];
    const before = structuredClone(raw);
    alliesOf(raw);
    expect(raw).toEqual(before);
  });
});
