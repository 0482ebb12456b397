import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../utils/journal/ports.ts';
import { type Disk, entry, id, settled, World } from './fake-vault.ts';

const first = { way: 'passphrase', passphrase: 'the first of two' } as const;
const second = { way: 'passphrase', passphrase: 'the second of two' } as const;
/** Enough for three transactions of a rotation. */
const ENTRIES = 1100;

/** Runs `job` once for every point at which it can be killed, and looks at the disk that is left. */
async function killedEverywhere(
  disk: Disk,
  enter: (journal: Journal) => Promise<unknown>,
  job: (journal: Journal) => Promise<unknown>,
  look: (left: World, outcome: unknown) => Promise<void>,
): Promise<number> {
  const whole = new World(disk.copy());
  const journal = await whole.window();
  await enter(journal);
  const before = whole.disk.operations;
  await job(journal);
  await settled();
  const last = whole.disk.operations;
  for (let stop = before; stop <= last; stop += 1) {
    const world = new World(disk.copy());
    const doomed = await world.window(stop);
    await enter(doomed);
    const outcome = await job(doomed).catch(() => 'killed');
    await settled();
    await look(new World(world.disk.copy()), outcome);
  }
  return last - before;
}

async function filled(count: number): Promise<World> {
  const world = new World();
  await (await world.window()).saveAll(Array.from({ length: count }, (_, at) => entry(at + 1)));
  await settled();
  return world;
}

async function expectWhole(journal: Journal, count: number): Promise<void> {
  const all = await journal.all();
  expect(all).toHaveLength(count);
  expect(await journal.aside()).toEqual([]);
  for (const { entry: one } of all) expect(one.text).toBe(`Words of ${Number.parseInt(one.id, 16)}`);
}

const stay = async (): Promise<void> => undefined;

describe('killed at any point', { timeout: 60_000 }, () => {
  it('of making the first vault, the next start makes it or opens it', async () => {
    for (let stop = 0; stop < 8; stop += 1) {
      const world = new World();
      await world.window(stop).catch(() => undefined);
      const journal = await new World(world.disk.copy()).window();
      expect(journal.state()).toMatchObject({ kind: 'open', ways: ['device'] });
      expect((await journal.save(entry(1), undefined)).kind).toBe('saved');
    }
  });

  it('of a save, what was acknowledged is there and the rest is whole', async () => {
    const { disk } = await filled(3);
    const points = await killedEverywhere(
      disk,
      stay,
      (journal) => journal.save(entry(4), undefined),
      async (left, outcome) => {
        const journal = await left.window();
        const all = await journal.all();
        await expectWhole(journal, all.length);
        if (outcome !== 'killed') expect(all).toHaveLength(4);
        expect((await journal.latest(50)).map(({ entry: one }) => one.id)).toEqual(
          all
            .map(({ entry: one }) => one.id)
            .toSorted()
            .toReversed(),
        );
      },
    );
    expect(points).toBeGreaterThan(1);
  });

  it('of an import, all of it is there or nothing', async () => {
    const { disk } = await filled(3);
    await killedEverywhere(
      disk,
      stay,
      (journal) => journal.saveAll([entry(4), entry(5), entry(6)]),
      async (left, outcome) => {
        const all = await (await left.window()).all();
        expect([3, 6]).toContain(all.length);
        if (outcome === 'saved') expect(all).toHaveLength(6);
      },
    );
  });

  it('of the first passphrase and its rotation, every record opens', async () => {
    const { disk } = await filled(ENTRIES);
    let halfway = 0;
    const points = await killedEverywhere(
      disk,
      stay,
      (journal) => journal.setPassphrase(first.passphrase),
      async (left, outcome) => {
        const journal = await left.window();
        const { kind } = journal.state();
        if (outcome === 'saved') expect(kind).toBe('locked');
        if (kind === 'locked') expect(await journal.unlock(first)).toBe('open');
        if (left.disk.records.size > 0 && /"rotation":/.test(Object(left.disk.vault).text)) halfway += 1;
        await expectWhole(journal, ENTRIES);
        await settled();
        expect((await journal.save(entry(ENTRIES + 1), undefined)).kind).toBe('saved');
        const again = await left.window();
        if (kind === 'locked') {
          expect(await again.unlock(first)).toBe('open');
          await settled();
          const text: string = Object(left.disk.vault).text;
          expect(JSON.parse(text)).toMatchObject({ retired: [] });
          expect(text).not.toContain('rotation');
        }
        await expectWhole(again, ENTRIES + 1);
      },
    );
    expect(points).toBeGreaterThan(6);
    expect(halfway).toBeGreaterThan(3);
  });

  it('of taking up a rotation again, every record opens', async () => {
    const { disk } = await filled(ENTRIES);
    const world = new World(disk.copy());
    const doomed = await world.window(6);
    await doomed.setPassphrase(first.passphrase).catch(() => undefined);
    expect(Object(world.disk.vault).text).toContain('rotation');
    for (let stop = 1; stop < 16; stop += 1) {
      const half = new World(world.disk.copy());
      const journal = await half.window(stop).catch(() => undefined);
      await journal?.unlock(first).catch(() => undefined);
      await settled();
      const later = await new World(half.disk.copy()).window();
      expect(await later.unlock(first)).toBe('open');
      await expectWhole(later, ENTRIES);
    }
  });

  it('of another passphrase or a recovery code, one way that was acknowledged opens', async () => {
    const world = await filled(3);
    await (await world.window()).setPassphrase(first.passphrase);
    await settled();
    await killedEverywhere(
      world.disk,
      (journal) => journal.unlock(first),
      (journal) => journal.setPassphrase(second.passphrase),
      async (left, outcome) => {
        const journal = await left.window();
        const opened = await journal.unlock(second);
        if (outcome === 'saved') expect(opened).toBe('open');
        if (opened !== 'open') expect(await journal.unlock(first)).toBe('open');
        await expectWhole(journal, 3);
      },
    );
    let code = '';
    await killedEverywhere(
      world.disk,
      (journal) => journal.unlock(first),
      async (journal) => {
        code = await journal.makeRecovery();
        return journal.confirmRecovery(0, code.slice(0, 4));
      },
      async (left, outcome) => {
        const journal = await left.window();
        if (outcome === true) expect(await journal.unlock({ way: 'recovery', code })).toBe('open');
        else expect(await journal.unlock(first)).toBe('open');
        await expectWhole(journal, 3);
      },
    );
  });

  it('of a removal, the rest is whole', async () => {
    const { disk } = await filled(3);
    await killedEverywhere(
      disk,
      stay,
      (journal) => journal.remove([id(3)]),
      async (left, outcome) => {
        const journal = await left.window();
        const all = await journal.all();
        if (outcome === 'saved') expect(all).toHaveLength(2);
        await expectWhole(journal, all.length);
      },
    );
  });
});
