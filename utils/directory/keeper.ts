import { type Clock, HOUR, MINUTE } from '../core/clock.ts';
import type { PublicKey } from '../settings/schema.ts';
import { earliest, isDue, waitBeforeRequest } from './schedule.ts';
import type { SourceAddress, SourceState } from './source.ts';

/** Which addresses to keep fresh, and how. */
export interface KeeperPlan {
  addresses: readonly SourceAddress[];
  publicKeys: readonly PublicKey[];
  refreshHours: number;
}

export interface KeeperPorts {
  clock: Clock;
  readPlan(): Promise<KeeperPlan>;
  readStates(): Promise<SourceState[]>;
  writeState(state: SourceState): Promise<void>;
  /** Removes all that came from any other address. */
  forgetOthers(urls: readonly string[]): Promise<void>;
  refresh(source: SourceAddress, plan: Pick<KeeperPlan, 'publicKeys' | 'refreshHours'>): Promise<SourceState>;
  /** Builds the popup's view from what the store holds. */
  rebuildView(): Promise<void>;
  /** Only tells the view how the addresses' copies stand, without reading them. */
  restateView(): Promise<void>;
  /** Wakes the worker at `at`, in ms since the epoch; undefined cancels. Leaves an alarm alone that is right. */
  arm(at: number | undefined): Promise<void>;
  wait(milliseconds: number): Promise<void>;
}

export interface Keeper {
  /** Brings everything in line with stored time: fetches what is due, and arms the next alarm. */
  wake(): Promise<void>;
  /** Fetches every address now, each at most once in five seconds. */
  request(): Promise<void>;
  /** Builds the popup's view, after whatever is under way. */
  rebuild(): Promise<void>;
}

/** A refresh whose worker was killed is taken up again after this long. */
const IF_KILLED = MINUTE;

/**
 * What came from an address that is set no more is kept for so long: as a browser starts, policy may come
 * later than the first look at it.
 */
const KEPT_WHEN_UNSET = HOUR;

/** Whether the copy in use was accepted under other keys than are set now, and must be judged again. */
function needsJudging(state: SourceState, keys: readonly PublicKey[]): boolean {
  const signedBy = state.copy?.signedBy;
  return (
    state.copy !== undefined &&
    state.failures === 0 &&
    keys.length > 0 &&
    !keys.some(({ kid }) => kid === signedBy)
  );
}

/** Whether a refresh has left the copy as it was. */
const isSameCopy = (before: SourceState | undefined, after: SourceState): boolean =>
  before?.copy !== undefined &&
  before.copy.bodyHash === after.copy?.bodyHash &&
  before.copy.fetchedAt === after.copy.fetchedAt;

/** Keeps the directory fresh. One thing at a time: whatever is asked meanwhile waits for its turn. */
export function createKeeper(ports: KeeperPorts): Keeper {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (job: () => Promise<void>): Promise<void> => {
    const done = turn.then(job);
    turn = done.catch(() => undefined);
    return done;
  };

  /** The states of the addresses that are set, and since when others aren't; forgets what was kept long enough. */
  async function sortOut({ addresses }: KeeperPlan) {
    const now = ports.clock.now();
    const set = new Set(addresses.map(({ url }) => url));
    const known = new Map<string, SourceState>();
    const unset = new Map<string, number>();
    for (const { unsetAt, ...state } of await ports.readStates()) {
      if (set.has(state.url)) {
        known.set(state.url, state);
        if (unsetAt !== undefined) await ports.writeState(state);
      } else if (unsetAt === undefined || unsetAt > now) {
        unset.set(state.url, now);
        await ports.writeState({ ...state, unsetAt: now });
      } else if (now - unsetAt < KEPT_WHEN_UNSET) unset.set(state.url, unsetAt);
    }
    await ports.forgetOthers([...set, ...unset.keys()]);
    return { known, unset: [...unset.values()] };
  }

  async function attempt(wanted: (state: SourceState | undefined, plan: KeeperPlan) => Promise<boolean>) {
    const plan = await ports.readPlan();
    const { known, unset } = await sortOut(plan);
    for (const address of plan.addresses) {
      if (!(await wanted(known.get(address.url), plan))) continue;
      // The alarm that led here is spent. Should the worker die in the middle, this one wakes the next.
      await ports.arm(ports.clock.now() + IF_KILLED);
      const before = known.get(address.url);
      const after = await ports.refresh(address, plan);
      known.set(address.url, after);
      await (isSameCopy(before, after) ? ports.restateView() : ports.rebuildView());
    }
    const next = earliest([...known.values()], plan.refreshHours);
    const forgetting = unset.map((since) => since + KEPT_WHEN_UNSET);
    await ports.arm(
      next === undefined && forgetting.length === 0 ? undefined : Math.min(next ?? Infinity, ...forgetting),
    );
  }

  return {
    wake: () =>
      inTurn(() =>
        attempt(
          async (state, { publicKeys, refreshHours }) =>
            state === undefined ||
            needsJudging(state, publicKeys) ||
            isDue(state, refreshHours, ports.clock.now()),
        ),
      ),
    request: () =>
      inTurn(() =>
        attempt(async (state) => {
          if (state !== undefined) await ports.wait(waitBeforeRequest(state, ports.clock.now()));
          return true;
        }),
      ),
    rebuild: () => inTurn(() => ports.rebuildView()),
  };
}
