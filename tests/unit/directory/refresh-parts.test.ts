import { describe, expect, it } from 'vitest';
import type { FeedAnswer } from '../../../utils/directory/ports.ts';
import { allyWith, bytesOf, documentWith } from './read-samples.ts';
import { ADDRESS, createWorld, NOW, sha256 } from './refresh-world.ts';

const MAX_BYTES = 64 * 1024 * 1024;
const at = (path: string): string => new URL(path, ADDRESS).href;
const people = (...names: string[]) => names.map((name) => allyWith({ id: name.toLowerCase(), name }));

type World = ReturnType<typeof createWorld>;

/** Publishes a directory whose allies are in parts, each at a path named by its content. */
async function publish(
  { host }: World,
  serial: number,
  lists: unknown[][],
  changes: Record<string, unknown> = {},
) {
  const parts = await Promise.all(
    lists.map(async (list) => ({
      path: `p-${await sha256(list)}.json`,
      sha256: await sha256(list),
      count: list.length,
    })),
  );
  for (const [index, part] of parts.entries()) host.put(lists[index], { at: at(part.path) });
  host.put(documentWith({ serial, allies: [], parts, ...changes }));
  return parts;
}

async function settledWorld() {
  const world = createWorld();
  const parts = await publish(world, 1, [people('Ada', 'Bo'), people('Cy')]);
  await world.refresh();
  world.host.asked.length = 0;
  world.later(24);
  return { ...world, parts };
}

const problemOf = async ({ refresh }: World) => (await refresh()).problem;

describe('a directory in parts', () => {
  it('is put together in order, after the document’s own allies', async () => {
    const world = createWorld();
    await publish(world, 1, [people('Bo'), people('Cy', 'Di')], { allies: people('Ada') });
    const state = await world.refresh();
    expect(world.store.names()).toEqual(['Ada', 'Bo', 'Cy', 'Di']);
    expect(state.copy?.allies).toBe(4);
    expect(world.store.log[0]?.bytes).toBeGreaterThan(
      bytesOf(people('Bo')).length + bytesOf(people('Cy', 'Di')).length,
    );
  });

  it('fetches only the part that changed', async () => {
    const world = await settledWorld();
    const [, changed] = await publish(world, 2, [people('Ada', 'Bo'), people('Cyril')]);
    const state = await world.refresh();
    expect(world.host.asked.map(({ url }) => url)).toEqual([ADDRESS, at(changed?.path ?? '')]);
    expect(world.store.names()).toEqual(['Ada', 'Bo', 'Cyril']);
    expect(world.store.replacements.at(-1)?.added).toHaveLength(1);
    expect(state.copy?.allies).toBe(3);
    expect([...world.store.blocks.keys()]).toEqual(world.store.blockKeys);
  });

  it('fetches parts from the same host in the same way', async () => {
    const world = createWorld();
    await publish(world, 1, [people('Ada')]);
    await world.refresh({ signIn: true });
    expect(world.host.asked.map(({ signIn }) => signIn)).toEqual([true, true]);
  });

  it('carries over what was set aside in parts that did not change', async () => {
    const world = createWorld();
    const faulty = [...people('Ada'), { id: 'x' }];
    const [part] = await publish(world, 1, [faulty]);
    const first = await world.refresh();
    expect(first.copy).toMatchObject({
      allies: 1,
      rejectionCount: 1,
      rejections: [{ path: `${part?.path}[1].name`, code: 'missing' }],
    });
    await publish(world, 2, [faulty, people('Bo')]);
    expect((await world.refresh()).copy).toMatchObject({ allies: 2, rejectionCount: 1 });
  });

  it('reads all parts again with a newer reader', async () => {
    const world = await settledWorld();
    const state = world.store.states.get(ADDRESS);
    if (state?.copy) state.copy.reader = 0;
    await world.refresh();
    expect(world.host.asked).toHaveLength(3);
    expect(world.store.names()).toEqual(['Ada', 'Bo', 'Cy']);
  });

  it('counts a part that is listed twice once', async () => {
    const world = createWorld();
    await publish(world, 1, [people('Ada'), people('Ada')]);
    const state = await world.refresh();
    expect(world.store.names()).toEqual(['Ada']);
    expect(state.copy?.rejections).toEqual([{ path: 'parts[1].sha256', code: 'duplicate' }]);
  });

  it('does not show readers anything of the new one while parts arrive', async () => {
    const world = await settledWorld();
    await publish(world, 2, [people('Eve'), people('Flo')]);
    const seen: string[][] = [];
    world.host.meanwhile = () => void seen.push(world.store.names());
    await world.refresh();
    expect(seen).toEqual([
      ['Ada', 'Bo', 'Cy'],
      ['Ada', 'Bo', 'Cy'],
      ['Ada', 'Bo', 'Cy'],
    ]);
    expect(world.store.names()).toEqual(['Eve', 'Flo']);
  });
});

describe('the last good copy survives', () => {
  const faults: [string, FeedAnswer, unknown][] = [
    [
      'a part is missing',
      { kind: 'problem', problem: { kind: 'notFound', status: 404 } },
      { kind: 'notFound', status: 404 },
    ],
    ['a part breaks off', { kind: 'problem', problem: { kind: 'unreachable' } }, { kind: 'unreachable' }],
    [
      'a part has other content',
      { kind: 'document', bytes: bytesOf(people('Mallory')) },
      { kind: 'partMismatch' },
    ],
    ['a part is said to be unchanged', { kind: 'unchanged' }, { kind: 'partMismatch' }],
  ];
  it.each(faults)('when %s', async (_, answer, problem) => {
    const world = await settledWorld();
    const [, second] = await publish(world, 2, [people('Eve'), people('Flo')]);
    world.host.pages.set(at(second?.path ?? ''), answer);
    expect(await problemOf(world)).toMatchObject(problem ?? {});
    expect(world.store.names()).toEqual(['Ada', 'Bo', 'Cy']);
    expect(world.store.states.get(ADDRESS)?.copy).toMatchObject({ serial: 1, fetchedAt: NOW });
    expect(world.store.replacements).toHaveLength(1);
  });

  it('when a part is no list', async () => {
    const world = await settledWorld();
    const list = { 0: 'Eve' };
    const part = { path: 'eve.json', sha256: await sha256(list), count: 1 };
    world.host.put(list, { at: at('eve.json') });
    world.host.put(documentWith({ serial: 2, parts: [part] }));
    expect(await problemOf(world)).toEqual({ kind: 'notADirectory', field: 'eve.json', code: 'notAList' });
    expect(world.store.names()).toEqual(['Ada', 'Bo', 'Cy']);
  });

  it('when a part is no JSON', async () => {
    const world = await settledWorld();
    const part = { path: 'eve.json', sha256: await sha256('[{'), count: 1 };
    world.host.put('[{', { at: at('eve.json') });
    world.host.put(documentWith({ serial: 2, parts: [part] }));
    expect(await problemOf(world)).toEqual({ kind: 'notJson' });
    expect(world.store.names()).toEqual(['Ada', 'Bo', 'Cy']);
  });

  it.each([
    'https://elsewhere.example/p.json',
    '//elsewhere.example/p.json',
    'http://directory.example/p.json',
    'https://directory.example:8443/p.json',
    'https://eve:secret@directory.example/p.json',
    'https://eve@directory.example/p.json',
    'data:application/json,[]',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://',
  ])('when a part is at %s, which nobody is asked for', async (path) => {
    const world = await settledWorld();
    world.host.put(documentWith({ serial: 2, parts: [{ path, sha256: 'a'.repeat(64), count: 1 }] }));
    expect(await problemOf(world)).toEqual({ kind: 'partMismatch', path });
    expect(world.host.asked.map(({ url }) => url)).toEqual([ADDRESS]);
    expect(world.store.names()).toEqual(['Ada', 'Bo', 'Cy']);
  });

  it('when the store fails at the swap', async () => {
    const world = await settledWorld();
    await publish(world, 2, [people('Eve')]);
    world.store.broken.add('replaceCopy');
    expect(await problemOf(world)).toEqual({ kind: 'storage' });
    expect(world.store.names()).toEqual(['Ada', 'Bo', 'Cy']);
  });
});

describe('the parts together', () => {
  it('may have 64 MB: each is asked for with what is left', async () => {
    const world = createWorld();
    await publish(world, 1, [people('Ada'), people('Bo')]);
    await world.refresh();
    const [, first, second] = world.host.asked;
    expect(first?.maxBytes).toBe(MAX_BYTES);
    expect(second?.maxBytes).toBe(MAX_BYTES - bytesOf(people('Ada')).length);
  });

  it('are refused when they exceed it', async () => {
    const world = await settledWorld();
    const big = ' '.repeat(MAX_BYTES - 1000);
    const list = `[]${big}`;
    const parts = [
      { path: 'big.json', sha256: await sha256(list), count: 0 },
      { path: 'more.json', sha256: await sha256(people('Ada', 'Bo', 'Cy')), count: 3 },
    ];
    world.host.put(list, { at: at('big.json') });
    world.host.put(people('Ada', 'Bo', 'Cy'), { at: at('more.json') });
    world.host.put(documentWith({ serial: 2, parts }));
    expect(await problemOf(world)).toEqual({ kind: 'tooLarge' });
    expect(world.store.names()).toEqual(['Ada', 'Bo', 'Cy']);
  });
});
