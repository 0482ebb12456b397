import { describe, expect, it } from 'vitest';
import { entry, id, settled, textsOf, World } from './fake-vault.ts';

const secret = { way: 'passphrase', passphrase: 'a long enough one' } as const;

async function withThree(): Promise<World> {
  const world = new World();
  const journal = await world.window();
  for (const number of [1, 2, 3]) await journal.save(entry(number), undefined);
  await settled();
  return world;
}

function flip(world: World, record: string): Uint8Array<ArrayBuffer> {
  const sealed = world.disk.records.get(record)?.slice() ?? new Uint8Array();
  sealed[60] = (sealed[60] ?? 0) ^ 1;
  world.disk.records.set(record, sealed);
  return sealed;
}

const indexOf = (world: World): string => JSON.parse(Object(world.disk.vault).text).index;

describe('a damaged record', () => {
  it('is listed with its reason and stays where it is; the rest is there', async () => {
    const world = await withThree();
    const sealed = flip(world, id(2));
    const journal = await world.window();
    expect(textsOf(await journal.latest(50))).toEqual(['Words of 3', 'Words of 1']);
    expect(await journal.aside()).toEqual([{ id: id(2), reason: 'damaged' }]);
    expect(journal.state()).toMatchObject({ kind: 'open', aside: 1 });
    expect(world.disk.records.get(id(2))).toEqual(sealed);
  });

  it('is set aside, not overwritten, where the entry is saved again', async () => {
    const world = await withThree();
    const journal = await world.window();
    const kept = (await journal.all()).find(({ entry: { text } }) => text === 'Words of 2');
    const sealed = flip(world, id(2));
    world.disk.records.get(id(2))?.fill(9, 19, 23);
    const expected = sealed.slice();
    expected.fill(9, 19, 23);
    expect((await journal.save(entry(2, { text: 'Again' }), kept?.revision)).kind).toBe('saved');
    expect(world.disk.aside.get(id(2))).toEqual(expected);
    const later = await world.window();
    expect(textsOf(await later.all()).toSorted()).toEqual(['Again', 'Words of 1', 'Words of 3']);
    expect(await later.aside()).toEqual([{ id: id(2), reason: 'replaced' }]);
  });

  it('survives a rotation as it is, and the key that it is under is kept', async () => {
    const world = await withThree();
    const sealed = flip(world, id(2));
    const journal = await world.window();
    await journal.setPassphrase(secret.passphrase);
    expect(world.disk.records.get(id(2))).toEqual(sealed);
    const { retired, rotation } = JSON.parse(Object(world.disk.vault).text);
    expect(retired).toHaveLength(1);
    expect(rotation).toBeUndefined();
    sealed[60] = (sealed[60] ?? 0) ^ 1;
    world.disk.records.set(id(2), sealed);
    const later = await world.window();
    await later.unlock(secret);
    expect(await later.all()).toHaveLength(3);
  });

  it('is never removed with the rest', async () => {
    const world = await withThree();
    flip(world, id(2));
    const journal = await world.window();
    expect(await journal.remove([id(1), id(2)])).toBe('saved');
    expect(world.disk.records.has(id(1))).toBe(false);
    expect(world.disk.records.has(id(2))).toBe(true);
  });
});

describe('a record from another time or place', () => {
  it('is refused where an earlier revision of it was put back', async () => {
    const world = await withThree();
    const journal = await world.window();
    const kept = (await journal.all()).find(({ entry: { text } }) => text === 'Words of 2');
    const before = world.disk.records.get(id(2)) ?? new Uint8Array();
    await journal.save(entry(2, { text: 'Newer' }), kept?.revision);
    world.disk.records.set(id(2), before);
    for (const read of ['latest', 'all'] as const) {
      const later = await world.window();
      const entries = read === 'latest' ? await later.latest(50) : await later.all();
      expect(textsOf(entries).toSorted()).toEqual(['Words of 1', 'Words of 3']);
      expect(await later.aside()).toEqual([{ id: id(2), reason: 'old' }]);
    }
  });

  it('is refused where two records were swapped', async () => {
    const world = await withThree();
    const [one, two] = [world.disk.records.get(id(1)), world.disk.records.get(id(2))];
    if (one === undefined || two === undefined) throw new Error('Not saved');
    world.disk.records.set(id(1), two).set(id(2), one);
    const journal = await world.window();
    expect(textsOf(await journal.all())).toEqual(['Words of 3']);
    expect(new Set((await journal.aside()).map(({ reason }) => reason))).toEqual(new Set(['damaged']));
  });

  it('is refused where it comes from another vault', async () => {
    const [world, other] = [await withThree(), await withThree()];
    world.disk.records.set(id(2), other.disk.records.get(id(2)) ?? new Uint8Array());
    const journal = await world.window();
    expect(await journal.aside()).toEqual([{ id: id(2), reason: 'otherKey' }]);
  });

  it('is noticed where it is gone', async () => {
    const world = await withThree();
    world.disk.records.delete(id(2));
    const journal = await world.window();
    expect(textsOf(await journal.latest(50))).toEqual(['Words of 3', 'Words of 1']);
    expect(await journal.aside()).toEqual([{ id: id(2), reason: 'missing' }]);
  });
});

describe('a damaged index', () => {
  it('is made anew, and loses no entry, draft or preference', async () => {
    const world = await withThree();
    const first = await world.window();
    await first.changePrefs((before) => ({ ...before, spellcheck: true }));
    flip(world, indexOf(world));
    const journal = await world.window();
    expect(textsOf(await journal.latest(2))).toEqual(['Words of 3', 'Words of 2']);
    expect((await journal.prefs()).spellcheck).toBe(true);
    expect((await journal.save(entry(4), undefined)).kind).toBe('saved');
    expect(world.disk.aside.has(indexOf(world))).toBe(true);
    expect(textsOf(await (await world.window()).latest(2))).toEqual(['Words of 4', 'Words of 3']);
  });

  it('is made anew where it is gone', async () => {
    const world = await withThree();
    world.disk.records.delete(indexOf(world));
    const journal = await world.window();
    expect(await journal.latest(5)).toHaveLength(3);
    expect((await journal.save(entry(4), undefined)).kind).toBe('saved');
    expect(await (await world.window()).latest(5)).toHaveLength(4);
  });
});

describe('a vanished database', () => {
  it('is missing, and nothing is made in its place until somebody wants it', async () => {
    const world = await withThree();
    const lost = world.disk.copy();
    lost.vault = undefined;
    lost.records.clear();
    world.disk = lost;
    const journal = await world.window();
    expect(journal.state()).toEqual({ kind: 'unusable', reason: 'missing' });
    expect(lost.vault).toBeUndefined();
    await journal.begin();
    expect(journal.state()).toMatchObject({ kind: 'open' });
    expect(await journal.all()).toEqual([]);
  });

  it('is damaged where the records are there and the vault’s own is not', async () => {
    const world = await withThree();
    world.outside = undefined;
    world.disk.vault = undefined;
    const journal = await world.window();
    expect(journal.state()).toEqual({ kind: 'unusable', reason: 'damaged' });
    expect(world.disk.records.size).toBe(4);
  });

  it('is nothing of the kind where nothing was kept yet', async () => {
    const world = new World();
    await world.window();
    await settled();
    world.disk = new World().disk;
    expect((await world.window()).state().kind).toBe('open');
  });

  it('is told from one of a newer Earshot, and from one that is refused', async () => {
    for (const reason of ['newer', 'refused'] as const) {
      const world = await withThree();
      world.disk.ready = reason;
      expect((await world.window()).state()).toEqual({ kind: 'unusable', reason });
    }
  });
});

describe('erasing', () => {
  it('removes everything, here and in other windows, and begins anew', async () => {
    const world = await withThree();
    const [journal, other] = [await world.window(), await world.window()];
    expect(await other.all()).toHaveLength(3);
    const before = [...world.disk.records.keys()];
    expect(await journal.erase()).toBe('gone');
    await settled();
    for (const window of [journal, other]) {
      expect(window.state()).toMatchObject({ kind: 'open', ways: ['device'] });
      expect(await window.all()).toEqual([]);
    }
    for (const gone of before) expect(world.disk.records.has(gone)).toBe(false);
    expect(world.outside).toBeUndefined();
  });

  it('is possible while locked or damaged', async () => {
    const world = await withThree();
    await (await world.window()).setPassphrase(secret.passphrase);
    const locked = await world.window();
    expect(await locked.erase()).toBe('gone');
    await settled();
    world.disk.vault = 'nonsense';
    const damaged = await world.window();
    expect(damaged.state()).toEqual({ kind: 'unusable', reason: 'damaged' });
    expect(await damaged.erase()).toBe('gone');
    expect(damaged.state().kind).toBe('open');
  });
});
