import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../../utils/core/clock.ts';
import { createKeeper, type Keeper, type KeeperPlan } from '../../../utils/directory/keeper.ts';
import type { SourceState } from '../../../utils/directory/source.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');
const COMPANY = 'https://company.example/allies.json';
const UNION = 'https://union.example/allies.json';

const planFor = (...urls: string[]): KeeperPlan => ({
  addresses: urls.map((url) => ({ url, signIn: false })),
  publicKeys: [],
  refreshHours: 24,
});

interface World {
  now: number;
  plan: KeeperPlan;
  states: Map<string, SourceState>;
  done: string[];
  armed: number | undefined;
  /** Whether a refresh brings another copy than the one that is there. */
  fetchesAnother: boolean;
  /** Called in each refresh, before it ends. */
  during: () => Promise<void>;
  keeper: Keeper;
}

/** A keeper over a store in memory, a clock that stands still, and a log of all that it does. */
function createWorld(plan: KeeperPlan): World {
  const states = new Map<string, SourceState>();
  const done: string[] = [];
  const world: World = {
    now: NOW,
    plan,
    states,
    done,
    armed: undefined,
    fetchesAnother: false,
    during: () => Promise.resolve(),
    keeper: createKeeper({
      clock: { now: () => world.now },
      readPlan: () => Promise.resolve(world.plan),
      readStates: () => Promise.resolve([...states.values()]),
      async writeState(state) {
        states.set(state.url, state);
      },
      async forgetOthers(urls) {
        for (const url of states.keys()) if (!urls.includes(url)) states.delete(url);
      },
      async refresh({ url, signIn }) {
        done.push(`begin ${url}`);
        await world.during();
        const state: SourceState = {
          url,
          signIn,
          attemptedAt: world.now,
          checkedAt: world.now,
          failures: 0,
          nextAt: world.now + DAY,
        };
        // The copy, if there is one, is confirmed.
        const copy = states.get(url)?.copy;
        if (copy !== undefined) state.copy = world.fetchesAnother ? { ...copy, bodyHash: 'another' } : copy;
        states.set(url, state);
        done.push(`end ${url}`);
        return state;
      },
      async rebuildView() {
        done.push('view');
      },
      async restateView() {
        done.push('states');
      },
      async arm(at) {
        world.armed = at;
      },
      async wait(milliseconds) {
        world.now += milliseconds;
      },
    }),
  };
  return world;
}

/** A keeper that has fetched a copy, signed or not, which is not due. */
async function signedWorld(signature: { signedBy?: string }, failures = 0): Promise<World> {
  const world = createWorld(planFor(COMPANY));
  await world.keeper.wake();
  const state = world.states.get(COMPANY);
  if (state === undefined) throw new Error('There is no state.');
  const copy = {
    serial: 1,
    issued: '2026-11-20T09:00:00Z',
    environment: 'production' as const,
    organization: 'Northwind',
    allies: 1,
    fetchedAt: NOW,
    bodyHash: '',
    reader: 1,
    rejections: [],
    rejectionCount: 0,
    ...signature,
  };
  world.states.set(COMPANY, { ...state, failures, copy });
  world.done.length = 0;
  return world;
}

describe('waking', () => {
  it('fetches what was never fetched, shows each at once, and arms the next time', async () => {
    const world = createWorld(planFor(COMPANY, UNION));
    await world.keeper.wake();
    expect(world.done).toEqual([
      `begin ${COMPANY}`,
      `end ${COMPANY}`,
      'view',
      `begin ${UNION}`,
      `end ${UNION}`,
      'view',
    ]);
    expect(world.armed).toBe(NOW + DAY);
  });

  it('leaves alone what is not due, and keeps the time it had', async () => {
    const world = createWorld(planFor(COMPANY));
    await world.keeper.wake();
    world.done.length = 0;
    world.armed = undefined;
    world.now += HOUR;
    await world.keeper.wake();
    expect(world.done).toEqual([]);
    expect(world.armed).toBe(NOW + DAY);
  });

  it('reads nothing anew where the copy is as it was, and says how it stands', async () => {
    const world = await signedWorld({});
    await world.keeper.request();
    expect(world.done.at(-1)).toBe('states');
    world.fetchesAnother = true;
    await world.keeper.request();
    expect(world.done.at(-1)).toBe('view');
  });

  it('has an alarm for the case that the worker dies in the middle', async () => {
    const world = createWorld(planFor(COMPANY));
    let armedMeanwhile: number | undefined;
    world.during = async () => {
      armedMeanwhile = world.armed;
    };
    await world.keeper.wake();
    expect(armedMeanwhile).toBe(NOW + MINUTE);
  });

  it('judges a copy again under keys that it was not accepted under', async () => {
    const world = await signedWorld({ signedBy: 'old' });
    world.plan = { ...world.plan, publicKeys: [{ kid: 'new', x: '' }] };
    await world.keeper.wake();
    expect(world.done).toContain(`begin ${COMPANY}`);
  });

  it('judges a copy that nobody signed under the first key that is set', async () => {
    const world = await signedWorld({});
    world.plan = { ...world.plan, publicKeys: [{ kid: 'new', x: '' }] };
    await world.keeper.wake();
    expect(world.done).toContain(`begin ${COMPANY}`);
  });

  it.each([
    ['its key is still among them', { signedBy: 'old' }, 0, ['old', 'new']],
    ['keys are set no more', { signedBy: 'old' }, 0, []],
    ['it was judged, and waits after that failed', { signedBy: 'old' }, 1, ['new']],
  ])('leaves a copy alone where %s', async (_case, signature, failures, kids) => {
    const world = await signedWorld(signature, failures);
    world.plan = { ...world.plan, publicKeys: kids.map((kid) => ({ kid, x: '' })) };
    await world.keeper.wake();
    expect(world.done).toEqual([]);
  });

  it('does one thing at a time, however often it is woken', async () => {
    const world = createWorld(planFor(COMPANY, UNION));
    let running = 0;
    let most = 0;
    world.during = async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    };
    await Promise.all([world.keeper.wake(), world.keeper.request(), world.keeper.wake()]);
    expect(most).toBe(1);
  });

  it('goes on after an attempt that failed', async () => {
    const world = createWorld(planFor(COMPANY));
    world.during = () => Promise.reject(new Error('the disk is full'));
    await expect(world.keeper.wake()).rejects.toThrow('the disk is full');
    world.during = () => Promise.resolve();
    await world.keeper.wake();
    expect(world.done).toContain(`end ${COMPANY}`);
  });
});

describe('a refresh on request', () => {
  it('waits until five seconds have passed since the last', async () => {
    const world = createWorld(planFor(COMPANY));
    await world.keeper.request();
    await world.keeper.request();
    expect(world.now).toBe(NOW + 5 * SECOND);
    expect(world.done.filter((line) => line.startsWith('begin'))).toHaveLength(2);
  });
});

describe('the view', () => {
  it('is built anew after the refresh that is under way, not in its midst', async () => {
    const world = createWorld(planFor(COMPANY));
    const waking = world.keeper.wake();
    await Promise.all([waking, world.keeper.rebuild()]);
    expect(world.done).toEqual([`begin ${COMPANY}`, `end ${COMPANY}`, 'view', 'view']);
  });
});

describe('an address that is set no more', () => {
  it('keeps its directory for an hour, since policy may come late as a browser starts', async () => {
    const world = createWorld(planFor(COMPANY));
    await world.keeper.wake();
    const { plan } = world;
    world.plan = planFor();
    await world.keeper.wake();
    expect(world.states.has(COMPANY)).toBe(true);
    expect(world.armed).toBe(NOW + HOUR);

    world.plan = plan;
    world.done.length = 0;
    await world.keeper.wake();
    expect(world.done).toEqual([]);
    expect(world.states.get(COMPANY)?.unsetAt).toBeUndefined();
    expect(world.armed).toBe(NOW + DAY);
  });

  it('is forgotten after that', async () => {
    const world = createWorld(planFor(COMPANY, UNION));
    await world.keeper.wake();
    world.plan = planFor(UNION);
    await world.keeper.wake();
    world.now += HOUR;
    await world.keeper.wake();
    expect([...world.states.keys()]).toEqual([UNION]);
    expect(world.armed).toBe(NOW + DAY);
  });

  it('is forgotten too where the clock was set back', async () => {
    const world = createWorld(planFor(COMPANY));
    await world.keeper.wake();
    world.plan = planFor();
    await world.keeper.wake();
    world.now -= 400 * DAY;
    await world.keeper.wake();
    world.now += HOUR;
    await world.keeper.wake();
    expect(world.states.size).toBe(0);
    expect(world.armed).toBeUndefined();
  });
});
