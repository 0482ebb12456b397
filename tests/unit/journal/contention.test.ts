import { describe, expect, it } from 'vitest';
import { entry, settled, World } from './fake-vault.ts';

describe('writing while others write', () => {
  it('keeps what many windows save in the same moment', async () => {
    const world = new World();
    const windows = [await world.window()];
    while (windows.length < 12) windows.push(await world.window());
    const saved = await Promise.all(windows.map((journal, at) => journal.save(entry(at), undefined)));
    expect(saved.map(({ kind }) => kind)).toEqual(windows.map(() => 'saved'));
    expect(await (await world.window()).all()).toHaveLength(windows.length);
  });

  it('goes through where another window wrote between the look and the write', async () => {
    const world = new World();
    const [one, other] = [await world.window(), await world.window()];
    const first = await one.save(entry(1), undefined);
    world.disk.meanwhile = async () => void (await other.save(entry(2), undefined));
    const revision = first.kind === 'saved' ? first.kept.revision : -1;
    expect((await one.save(entry(1, { text: 'More' }), revision)).kind).toBe('saved');
    expect((await (await world.window()).latest(5)).map(({ entry: { text } }) => text)).toEqual([
      'Words of 2',
      'More',
    ]);
  });

  it('makes no rotation stop: what was saved meanwhile is sealed anew with the rest', async () => {
    const world = new World();
    const journal = await world.window();
    await journal.saveAll([entry(1), entry(2)]);
    // The rotation comes no further than its beginning.
    world.disk.meanwhile = () => {
      world.disk.meanwhile = () => {
        world.disk.fault = 'refused';
      };
    };
    const passphrase = 'a long passphrase';
    await journal.setPassphrase(passphrase);
    expect(Object(world.disk.vault).text).toContain('rotation');
    world.disk.fault = undefined;

    const later = await world.window();
    let kind: string | undefined;
    world.disk.meanwhile = async () => {
      const kept = (await later.latest(5)).find(({ entry: { text } }) => text === 'Words of 2');
      ({ kind } = await later.save(entry(2, { text: 'More' }), kept?.revision));
    };
    await later.unlock({ way: 'passphrase', passphrase });
    await settled();
    expect(kind).toBe('saved');
    expect(Object(world.disk.vault).text).not.toContain('rotation');
    const last = await world.window();
    await last.unlock({ way: 'passphrase', passphrase });
    expect((await last.latest(5)).map(({ entry: { text } }) => text)).toEqual(['More', 'Words of 1']);
  });
});
