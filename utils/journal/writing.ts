import { inBatches } from './batches.ts';
import { firstRevision, nextRevision, type RandomBytes } from './ids.ts';
import type { JournalIndex } from './journal-index.ts';
import type { Payload } from './payload.ts';
import { type ReadingPorts, readIndex } from './reading.ts';
import { sealRecord } from './sealing.ts';
import type { KnownIndex, Session } from './session.ts';
import type { Change, Written } from './vault-ports.ts';

export interface WritingPorts extends ReadingPorts {
  random: RandomBytes;
  /** Whether other windows wait meanwhile. */
  alone: boolean;
}

/** Another window wrote meanwhile. Nothing was written: it is to be begun again while the others wait. */
export class Contended extends Error {}

/** A record to be written. */
export interface Planned {
  id: string;
  revision: number;
  payload: Payload;
  /** What must be stored until now, as `stampOf` gives it; undefined: nothing. */
  expected: number | undefined;
}

/** What one transaction is to do, beside the index. */
export interface Plan {
  records: readonly Planned[];
  remove?: readonly { id: string; expected: number | undefined }[];
  /** Unreadable records that these take the place of. */
  setAside?: readonly string[];
  /** The index afterwards; undefined where it stays. */
  index?: JournalIndex | undefined;
}

export type Outcome =
  | { kind: 'done' }
  /** Others of these records are on the disk than was expected. Nothing was written. */
  | { kind: 'conflict'; ids: readonly string[] }
  | { kind: 'failed'; reason: 'full' | 'refused' | 'locked' };

/** The revision that follows what is stored. */
export const revisionAfter = (random: RandomBytes, stored: number | undefined): number =>
  stored === undefined || stored < 0 ? firstRevision(random) : nextRevision(stored);

const ATTEMPTS = 5;

/** Everything is sealed before the transaction begins, since one ends by itself while a cipher works. */
async function changeFor(
  ports: WritingPorts,
  session: Session,
  plan: Plan,
  known: KnownIndex,
): Promise<{ change: Change; stamp: number | undefined }> {
  const indexId = session.vault.record.index;
  const planned = [...plan.records];
  const setAside = [...(plan.setAside ?? [])];
  let { stamp } = known;
  if (plan.index !== undefined) {
    stamp = revisionAfter(ports.random, known.stamp);
    const payload: Payload = { kind: 'index', value: plan.index };
    planned.push({ id: indexId, revision: stamp, payload, expected: known.stamp });
    if (known.faulty) setAside.push(indexId);
  }
  const put = await inBatches(planned, (record) => sealRecord(ports, session.ring, record));
  const remove = plan.remove ?? [];
  const expect = new Map([...planned, ...remove].map(({ id, expected }) => [id, expected]));
  const change: Change = {
    vault: session.vault.digest,
    expect,
    put,
    remove: remove.map(({ id }) => id),
    setAside,
  };
  return { change, stamp };
}

/**
 * Writes a plan in one transaction. Where another window has written meanwhile, the plan is made again from the
 * index as it is then; where the records themselves are others, or no plan can be made with this index, it is a
 * conflict.
 *
 * @throws Contended where another window has written, and may do so again
 * @param isOurs reads the vault's record again after it changed; false where the session's key isn't its key
 */
export async function carryOut(
  ports: WritingPorts,
  session: Session,
  isOurs: () => Promise<boolean>,
  makePlan: (index: JournalIndex) => Plan | undefined,
): Promise<Outcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (session.closed) return { kind: 'failed', reason: 'locked' };
    const known = await readIndex(ports, session);
    const plan = makePlan(known.value);
    if (plan === undefined) return { kind: 'conflict', ids: [] };
    const { change, stamp } = await changeFor(ports, session, plan, known);
    const written: Written = await ports.database.write(change);
    if (written.kind === 'failed') return written;
    if (written.kind === 'done') {
      for (const id of change.setAside) session.replaced.add(id);
      if (plan.index !== undefined) session.index = { value: plan.index, stamp, faulty: false };
      return written;
    }
    if (!ports.alone) throw new Contended();
    if (written.vault && !(await isOurs())) return { kind: 'failed', reason: 'locked' };
    const indexId = session.vault.record.index;
    if (written.ids.includes(indexId)) session.index = undefined;
    const others = written.ids.filter((id) => id !== indexId);
    if (others.length > 0) return { kind: 'conflict', ids: others };
  }
  return { kind: 'failed', reason: 'refused' };
}
