import { newId } from './ids.ts';
import { type JournalIndex, withEntries, withoutEntries } from './journal-index.ts';
import type { Kept, Saving } from './ports.ts';
import { readAgain } from './reading.ts';
import { type Entry, entrySchema } from './schema.ts';
import type { Session } from './session.ts';
import { carryOut, type Outcome, type Plan, revisionAfter, type WritingPorts } from './writing.ts';

/** What the functions below need of an open vault. */
export interface OpenVault {
  ports: WritingPorts;
  session: Session;
  /** As `carryOut` has it. */
  isOurs: () => Promise<boolean>;
}

/** What was written, for whoever tells of it. */
export type Told<Answer> = { answer: Answer; ids: readonly string[] };

interface Place {
  expected: number | undefined;
  setAside?: readonly string[];
}

function planFor(kept: readonly Kept[], places: readonly Place[]): (index: JournalIndex) => Plan {
  const added = places.filter(({ expected }) => expected === undefined).length;
  return (index) => ({
    records: kept.map(({ entry, revision }, at) => ({
      id: entry.id,
      revision,
      payload: { kind: 'entry', value: entry },
      expected: places[at]?.expected,
    })),
    setAside: places.flatMap(({ setAside }) => setAside ?? []),
    index: withEntries(index, kept, added),
  });
}

function remember({ session }: OpenVault, kept: readonly Kept[]): void {
  if (session.closed) return;
  for (const one of kept) {
    session.kept.set(one.entry.id, one);
    session.aside.delete(one.entry.id);
  }
}

async function write(vault: OpenVault, kept: Kept, place: Place): Promise<Outcome> {
  const done = await carryOut(vault.ports, vault.session, vault.isOurs, planFor([kept], [place]));
  if (done.kind === 'done') remember(vault, [kept]);
  return done;
}

const sameEntry = (one: Entry, other: Entry): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is on the disk isn't what was expected: nothing of either is lost. */
async function settle(vault: OpenVault, entry: Entry): Promise<Told<Saving>> {
  const { random } = vault.ports;
  const there = await readAgain(vault.ports, vault.session, entry.id);
  if (there !== 'none' && 'payload' in there && there.payload.kind === 'entry') {
    const kept: Kept = { entry: there.payload.value, revision: there.revision };
    if (sameEntry(kept.entry, entry)) return { answer: { kind: 'saved', kept }, ids: [] };
    const copy: Kept = { entry: { ...entry, id: newId(random) }, revision: revisionAfter(random, undefined) };
    const done = await write(vault, copy, { expected: undefined });
    const answer: Saving = done.kind === 'done' ? { kind: 'conflict', kept, copy } : failed(done);
    return { answer, ids: [copy.entry.id] };
  }
  // Removed elsewhere meanwhile, or not to be read any more: what is written now stands by itself.
  const expected = there === 'none' ? undefined : 'stamp' in there ? there.stamp : there.revision;
  const kept: Kept = { entry, revision: revisionAfter(random, undefined) };
  const done = await write(vault, kept, {
    expected,
    ...(expected !== undefined && { setAside: [entry.id] }),
  });
  return { answer: done.kind === 'done' ? { kind: 'saved', kept } : failed(done), ids: [entry.id] };
}

const failed = (outcome: Outcome): Saving => ({
  kind: 'failed',
  reason: outcome.kind === 'failed' ? outcome.reason : 'refused',
});

/**
 * Saves an entry.
 *
 * @param revision what it was read at; undefined for a new one
 * @throws where the entry isn't valid, since it couldn't be read again
 */
export async function saveEntry(
  vault: OpenVault,
  given: Entry,
  revision: number | undefined,
): Promise<Told<Saving>> {
  const entry = entrySchema.parse(given);
  const kept: Kept = { entry, revision: revisionAfter(vault.ports.random, revision) };
  const done = await write(vault, kept, { expected: revision });
  if (done.kind === 'conflict') return settle(vault, entry);
  return { answer: done.kind === 'done' ? { kind: 'saved', kept } : failed(done), ids: [entry.id] };
}

/** Saves several, all or none. What another window changed since it was read here isn't overwritten. */
export async function saveEntries(vault: OpenVault, given: readonly Entry[]): Promise<Told<Saving['kind']>> {
  const { ports, session } = vault;
  const entries = [...new Map(given.map((entry) => [entry.id, entrySchema.parse(entry)])).values()];
  const places = entries.map(({ id }): Place => ({ expected: session.kept.get(id)?.revision }));
  const kept = entries.map(
    (entry, at): Kept => ({ entry, revision: revisionAfter(ports.random, places[at]?.expected) }),
  );
  const done = await carryOut(ports, session, vault.isOurs, planFor(kept, places));
  if (done.kind === 'done') remember(vault, kept);
  if (done.kind === 'conflict') await Promise.all(done.ids.map((id) => readAgain(ports, session, id)));
  return { answer: done.kind === 'done' ? 'saved' : done.kind, ids: entries.map(({ id }) => id) };
}

/** Removes entries for good, all or none. One that can't be read is never removed. */
export async function removeEntries(vault: OpenVault, ids: readonly string[]): Promise<Told<Saving['kind']>> {
  const { ports, session } = vault;
  const unread = ids.filter((id) => !session.kept.has(id));
  await Promise.all(unread.map((id) => readAgain(ports, session, id)));
  const known = [...new Set(ids)].flatMap((id) => session.kept.get(id) ?? []);
  if (known.length === 0) return { answer: 'saved', ids: [] };
  const remove = known.map(({ entry, revision }) => ({ id: entry.id, expected: revision }));
  const gone = remove.map(({ id }) => id);
  const done = await carryOut(ports, session, vault.isOurs, (index) => ({
    records: [],
    remove,
    index: withoutEntries(index, gone),
  }));
  if (done.kind === 'done') for (const id of gone) session.kept.delete(id);
  if (done.kind === 'conflict') await Promise.all(done.ids.map((id) => readAgain(ports, session, id)));
  return { answer: done.kind === 'done' ? 'saved' : done.kind, ids: gone };
}
