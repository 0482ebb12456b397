import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../../utils/core/clock.ts';
import type { RefreshProblem } from '../../../utils/directory/source.ts';
import { allyWith, documentWith } from './read-samples.ts';
import { ADDRESS, createWorld, NOW, sha256 } from './refresh-world.ts';

/** A world in which a first refresh brought Maya. */
async function settledWorld({ etag }: { etag?: string } = {}) {
  const world = createWorld();
  world.host.put(documentWith(), etag === undefined ? {} : { etag });
  await world.refresh();
  world.host.asked.length = 0;
  world.later(24);
  return world;
}

const ada = documentWith({ serial: 2, allies: [allyWith({ id: 'ada', name: 'Ada' })] });

describe('the first refresh', () => {
  it('stores the directory, and plans the next in a day or so', async () => {
    const { host, store, refresh } = createWorld();
    host.put(documentWith({ expires: '2027-02-20T09:00:00Z' }), { etag: '"1"' });
    const state = await refresh();
    expect(store.names()).toEqual(['Maya Kowalska']);
    expect(state).toEqual({
      url: ADDRESS,
      signIn: false,
      etag: '"1"',
      attemptedAt: NOW,
      checkedAt: NOW,
      failures: 0,
      nextAt: NOW + 24 * HOUR,
      copy: {
        serial: 1,
        issued: '2026-11-20T09:00:00Z',
        expires: '2027-02-20T09:00:00Z',
        environment: 'production',
        organization: 'Northwind',
        allies: 1,
        fetchedAt: NOW,
        bodyHash: await sha256(documentWith({ expires: '2027-02-20T09:00:00Z' })),
        reader: 1,
        rejections: [],
        rejectionCount: 0,
      },
    });
    expect(store.states.get(ADDRESS)).toEqual(state);
    expect(store.log).toEqual([
      { at: NOW, url: ADDRESS, outcome: 'updated', bytes: expect.any(Number), took: 0 },
    ]);
  });

  it('sends no validators, and asks for the sign-in that is set', async () => {
    const { host, refresh } = createWorld();
    await refresh({ signIn: true });
    expect(host.asked).toEqual([{ url: ADDRESS, signIn: true, maxBytes: 64 * 1024 * 1024 }]);
  });

  it('keeps allies in blocks of five hundred, in their order', async () => {
    const { host, store, refresh } = createWorld();
    const allies = Array.from({ length: 1001 }, (_, index) =>
      allyWith({ id: `a${index}`, name: `A${index}` }),
    );
    host.put(documentWith({ allies }));
    const state = await refresh();
    expect([...store.blocks.values()].map(({ count }) => count)).toEqual([500, 500, 1]);
    expect(store.names()).toEqual(allies.map(({ name }) => name));
    expect(state.copy?.allies).toBe(1001);
  });

  it('accepts an expired directory, since people are warned and still helped', async () => {
    const { host, store, refresh } = createWorld();
    host.put(documentWith({ expires: '2020-01-01T00:00:00Z' }));
    expect((await refresh()).problem).toBeUndefined();
    expect(store.names()).toEqual(['Maya Kowalska']);
  });

  it('counts what it set aside, and keeps the first reasons', async () => {
    const { host, refresh } = createWorld();
    host.put(documentWith({ allies: [allyWith(), ...new Array(300).fill({ id: 'x' })] }));
    const { copy } = await refresh();
    expect(copy?.rejectionCount).toBe(300);
    expect(copy?.rejections).toHaveLength(200);
    expect(copy?.rejections[0]).toEqual({ path: 'allies[1].name', code: 'missing' });
  });
});

describe('an unchanged directory', () => {
  it('moves the time of the check, not that of the copy', async () => {
    const { host, store, refresh, time } = await settledWorld({ etag: '"1"' });
    const state = await refresh();
    expect(host.asked[0]?.validators).toEqual({ etag: '"1"' });
    expect(state).toMatchObject({
      checkedAt: time.now,
      failures: 0,
      nextAt: time.now + 24 * HOUR,
      etag: '"1"',
    });
    expect(state.copy?.fetchedAt).toBe(NOW);
    expect(store.replacements).toHaveLength(1);
    expect(store.log.at(-1)).toMatchObject({ outcome: 'unchanged', bytes: 0 });
  });

  it('is known by its bytes where the server has no validators, or new ones', async () => {
    const { host, store, refresh } = await settledWorld({ etag: '"1"' });
    host.put(documentWith(), { etag: '"2"' });
    const state = await refresh();
    expect(state).toMatchObject({ etag: '"2"', copy: { fetchedAt: NOW } });
    expect(store.replacements).toHaveLength(1);
    expect(store.log.at(-1)?.outcome).toBe('unchanged');
  });

  it('clears an earlier problem', async () => {
    const { host, refresh } = await settledWorld({ etag: '"1"' });
    host.fail({ kind: 'problem', problem: { kind: 'unreachable' } });
    expect((await refresh()).problem).toEqual({ kind: 'unreachable' });
    host.put(documentWith(), { etag: '"1"' });
    const state = await refresh();
    expect(state).not.toHaveProperty('problem');
    expect(state.failures).toBe(0);
  });

  it('is no answer to somebody who has no copy', async () => {
    const { host, refresh } = createWorld();
    host.pages.set(ADDRESS, { kind: 'unchanged' });
    expect((await refresh()).problem).toEqual({ kind: 'refused', status: 304 });
  });

  it('is read afresh by a newer reader', async () => {
    const { host, store, refresh } = await settledWorld({ etag: '"1"' });
    const state = store.states.get(ADDRESS);
    if (state?.copy) state.copy.reader = 0;
    await refresh();
    expect(host.asked[0]).not.toHaveProperty('validators.etag');
    expect(store.replacements).toHaveLength(2);
    expect((await refresh()).copy?.reader).toBe(1);
  });
});

describe('a new directory', () => {
  it('takes the old one’s place', async () => {
    const { host, store, refresh, time } = await settledWorld();
    host.put(ada);
    const state = await refresh();
    expect(store.names()).toEqual(['Ada']);
    expect(state.copy).toMatchObject({ serial: 2, fetchedAt: time.now });
  });

  it('may have the same serial and other content', async () => {
    const { host, store, refresh } = await settledWorld();
    host.put({ ...ada, serial: 1 });
    expect((await refresh()).problem).toBeUndefined();
    expect(store.names()).toEqual(['Ada']);
  });

  it('may not have an older serial', async () => {
    const { host, store, refresh } = await settledWorld();
    host.put(ada);
    await refresh();
    host.put(documentWith());
    expect((await refresh()).problem).toEqual({ kind: 'olderSerial', serial: 1, have: 2 });
    expect(store.names()).toEqual(['Ada']);
  });

  it('is seen by readers only once it is whole', async () => {
    const { host, store, refresh } = await settledWorld();
    host.put(ada);
    const seen: string[][] = [];
    host.meanwhile = () => void seen.push(store.names());
    await refresh();
    expect(seen).toEqual([['Maya Kowalska']]);
    expect(store.replacements).toHaveLength(2);
  });
});

const faults: [string, RefreshProblem][] = [
  ['the network is gone', { kind: 'unreachable' }],
  ['the server trickles', { kind: 'timeout' }],
  ['the address is gone', { kind: 'notFound', status: 404 }],
  ['the server is busy', { kind: 'busy', status: 503 }],
  ['the server has trouble', { kind: 'serverError', status: 500 }],
  ['the server declines', { kind: 'refused', status: 400 }],
  ['a sign-in stands in front', { kind: 'signIn' }],
  ['the answer is withheld', { kind: 'withheld' }],
  ['a web page comes', { kind: 'webPage' }],
  ['too much comes', { kind: 'tooLarge' }],
];
const contents: [string, unknown, RefreshProblem][] = [
  ['half of it comes', '{"format":"earshot-direc', { kind: 'notJson' }],
  ['nothing comes', '', { kind: 'notJson' }],
  ['something else comes', [], { kind: 'notADirectory', field: '', code: 'wrongType' }],
  ['another format comes', { format: 'x' }, { kind: 'notADirectory', field: 'format', code: 'unknownValue' }],
  [
    'the allies are no list',
    { ...ada, allies: {} },
    { kind: 'notADirectory', field: 'allies', code: 'notAList' },
  ],
];

describe('the last good copy survives', () => {
  it.each(faults)('when %s', async (_, problem) => {
    const { host, store, refresh, time } = await settledWorld();
    host.fail({ kind: 'problem', problem });
    const state = await refresh();
    expect(store.names()).toEqual(['Maya Kowalska']);
    expect(state).toMatchObject({ problem, failures: 1, checkedAt: NOW, attemptedAt: time.now });
    expect(state.copy).toMatchObject({ serial: 1, fetchedAt: NOW });
    expect(store.states.get(ADDRESS)).toEqual(state);
    expect(store.log.at(-1)?.outcome).toBe(problem.kind);
  });

  it.each(contents)('when %s', async (_, content, problem) => {
    const { host, store, refresh } = await settledWorld({ etag: '"good"' });
    host.put(content, { etag: '"bad"' });
    const state = await refresh();
    expect(store.names()).toEqual(['Maya Kowalska']);
    expect(state.problem).toEqual(problem);
    expect(state.etag).toBe('"good"');
  });

  it('whatever bytes come', async () => {
    const { host, store, refresh } = await settledWorld();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        host.pages.set(ADDRESS, { kind: 'document', bytes: new Uint8Array(bytes) });
        expect((await refresh()).problem?.kind).toMatch(/notJson|notADirectory/);
        expect(store.names()).toEqual(['Maya Kowalska']);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['readState', 'writeState', 'replaceCopy'] as const)('when the store can’t %s', async (method) => {
    const { host, store, refresh, time } = await settledWorld();
    host.put(ada);
    store.broken.add(method);
    const state = await refresh();
    expect(store.names()).toEqual(['Maya Kowalska']);
    expect(state.problem).toEqual({ kind: 'storage' });
    expect(state.nextAt).toBeGreaterThan(time.now);
    store.broken.clear();
    expect((await refresh()).problem).toBeUndefined();
    expect(store.names()).toEqual(['Ada']);
  });

  it('when even the log can’t be written', async () => {
    const { store, refresh } = await settledWorld();
    store.broken.add('appendLog');
    expect((await refresh()).problem).toBeUndefined();
  });
});

describe('after a failure', () => {
  it('waits longer each time, by chance', async () => {
    const { host, refresh, time } = createWorld({ chance: 0.75 });
    host.fail({ kind: 'problem', problem: { kind: 'unreachable' } });
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const { nextAt, failures } = await refresh();
      expect(failures).toBe(attempt + 1);
      waits.push((nextAt - time.now) / MINUTE);
      time.now = nextAt;
    }
    expect(waits).toEqual([0.75, 1.5, 3, 6, 12, 24, 48, 96, 192, 270, 270, 270]);
  });

  it('waits as long as the server asks, if that is longer', async () => {
    const { host, refresh, time } = createWorld();
    host.fail({ kind: 'problem', problem: { kind: 'busy', status: 429 }, retryAfter: 3 * HOUR });
    expect((await refresh()).nextAt).toBe(time.now + 3 * HOUR);
    host.fail({ kind: 'problem', problem: { kind: 'busy', status: 429 }, retryAfter: SECOND });
    expect((await refresh()).nextAt).toBe(time.now + MINUTE);
  });

  it('leaves a busy server alone for ten minutes where it does not say for how long', async () => {
    const { host, refresh, time } = createWorld();
    host.fail({ kind: 'problem', problem: { kind: 'busy', status: 503 } });
    expect((await refresh()).nextAt).toBe(time.now + 10 * MINUTE);
  });

  it('comes back by itself when the worker was killed midway, later each time', async () => {
    const { host, store, refresh, time } = await settledWorld();
    host.put(ada);
    for (const failures of [1, 2, 3]) {
      // The worker never returns from this request: what is stored meanwhile is all that is left of it.
      await new Promise<void>((killed) => {
        host.meanwhile = () => {
          killed();
          return new Promise(() => undefined);
        };
        void refresh();
      });
      const state = store.states.get(ADDRESS);
      expect(state).toMatchObject({ failures, attemptedAt: time.now, copy: { serial: 1 } });
      expect(state?.nextAt).toBe(time.now + Math.max(30 * SECOND, (2 ** (failures - 1) * MINUTE) / 2));
      expect(store.names()).toEqual(['Maya Kowalska']);
      time.now = state?.nextAt ?? 0;
    }
    host.meanwhile = () => undefined;
    expect((await refresh()).failures).toBe(0);
    expect(store.names()).toEqual(['Ada']);
  });
});

describe('the interval', () => {
  it.each([
    [1, 0, 40 * MINUTE],
    [24, 0.999, 32 * HOUR],
    [168, 0.5, 168 * HOUR],
  ])('of %i hours, with chance %f', async (refreshHours, chance, wait) => {
    const { host, refresh } = createWorld({ chance });
    host.put(documentWith());
    const { nextAt } = await refresh({ refreshHours });
    expect(Math.abs(nextAt - NOW - wait)).toBeLessThan(MINUTE);
  });
});
