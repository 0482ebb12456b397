import { inBatches } from './batches.ts';
import { type RecordFault, stampOf } from './envelope.ts';
import { indexOf, inPlace, type JournalIndex, suffices } from './journal-index.ts';
import type { Kept } from './ports.ts';
import { type Draft, type JournalPrefs, journalPrefsSchema } from './schema.ts';
import { type OpenedRecord, openRecord } from './sealing.ts';
import type { KnownIndex, Session } from './session.ts';
import type { Cipher, JournalDatabase, StoredRecord } from './vault-ports.ts';

export interface ReadingPorts {
  cipher: Cipher;
  database: JournalDatabase;
}

/** What was read. */
type Contents = Pick<Session, 'kept' | 'drafts' | 'aside' | 'prefs'>;

const nothing = (): Contents => ({
  kept: new Map(),
  drafts: new Map(),
  aside: new Map(),
  prefs: undefined,
});

/** Takes what a record holds into memory. */
function takeIn(contents: Contents, { id, revision, payload }: OpenedRecord): void {
  contents.aside.delete(id);
  if (payload.kind === 'entry') contents.kept.set(id, { entry: payload.value, revision });
  if (payload.kind === 'draft') contents.drafts.set(id, { draft: payload.value, revision });
  if (payload.kind === 'prefs') contents.prefs = { id, value: payload.value, revision };
}

function leaveOut(contents: Contents, id: string, fault: RecordFault): void {
  contents.kept.delete(id);
  contents.drafts.delete(id);
  contents.aside.set(id, fault);
}

/** Reads these records. Those that can't be read are remembered as such. */
async function take(
  { cipher }: ReadingPorts,
  { ring }: Session,
  records: readonly StoredRecord[],
  contents: Contents,
): Promise<OpenedRecord[]> {
  const openings = await inBatches(records, (record) => openRecord(cipher, ring, record));
  return openings.flatMap((opening, at) => {
    if (opening.ok) {
      takeIn(contents, opening.value);
      return [opening.value];
    }
    const id = records[at]?.id;
    if (id !== undefined) leaveOut(contents, id, opening.error);
    return [];
  });
}

interface Whole {
  contents: Contents;
  index: OpenedRecord | undefined;
  /** What stands for the index's state on the disk; undefined where there is none. */
  stamp: number | undefined;
}

/** Everything there is. What came first is opened while the rest is read, and the sealed bytes are let go. */
async function openAll(ports: ReadingPorts, session: Session): Promise<Whole> {
  const indexId = session.vault.record.index;
  let whole: Whole = { contents: nothing(), index: undefined, stamp: undefined };
  let turn: Promise<unknown> = Promise.resolve();
  await ports.database.readAll((records, before) => {
    if (before === 0) whole = { contents: nothing(), index: undefined, stamp: undefined };
    const into = whole;
    const open = async (): Promise<void> => {
      const opened = await take(ports, session, records, into.contents);
      into.index ??= opened.find(({ id, payload }) => id === indexId && payload.kind === 'index');
      const stored = records.find(({ id }) => id === indexId);
      if (stored !== undefined) into.stamp = stampOf(stored.sealed);
    };
    turn = turn.then(open);
    // Whoever waits for it hears of it at the end.
    turn.catch(() => undefined);
  });
  await turn;
  return whole;
}

/** Rows whose record is another revision than the one saved last, or is gone, are left out with the reason. */
function compare(session: Session, index: JournalIndex): void {
  for (const { id, revision } of index.rows) {
    const kept = session.kept.get(id);
    if (kept === undefined && !session.aside.has(id)) leaveOut(session, id, 'missing');
    if (kept !== undefined && kept.revision !== revision) leaveOut(session, id, 'old');
  }
}

/** Reads everything there is, as it is at one moment. */
export async function readWhole(ports: ReadingPorts, session: Session): Promise<void> {
  if (session.whole) return;
  const { contents, index, stamp } = await openAll(ports, session);
  Object.assign(session, contents);
  if (index?.payload.kind === 'index') {
    compare(session, index.payload.value);
    session.index = { value: withLoose(session, index.payload.value), stamp: index.revision, faulty: false };
  } else {
    session.index = {
      value: indexOf([...session.kept.values()], [...session.drafts.keys()], session.prefs?.id),
      stamp,
      faulty: stamp !== undefined,
    };
  }
  session.whole = true;
}

/** The index with whatever it doesn't name, and with rows of its own anew where too few are left. */
function withLoose(session: Session, index: JournalIndex): JournalIndex {
  const drafts = [...new Set([...index.drafts, ...session.drafts.keys()])];
  const prefs = session.prefs?.id ?? index.prefs;
  return suffices(index, 100)
    ? { ...index, drafts, ...(prefs !== undefined && { prefs }) }
    : indexOf([...session.kept.values()], drafts, prefs);
}

/** The index, from memory or from the disk; made anew from everything there is where it can't be read. */
export async function readIndex(ports: ReadingPorts, session: Session): Promise<KnownIndex> {
  if (session.index !== undefined) return session.index;
  const [stored] = await ports.database.read([session.vault.record.index]);
  const opened = stored && (await openRecord(ports.cipher, session.ring, stored));
  if (opened?.ok && opened.value.payload.kind === 'index') {
    const { payload, revision } = opened.value;
    session.index = { value: payload.value, stamp: revision, faulty: false };
    return session.index;
  }
  session.whole = false;
  await readWhole(ports, session);
  if (session.index === undefined) throw new Error('Reading everything makes an index');
  return session.index;
}

/** The rows' entries that aren't in memory as the rows have them, read. */
async function readRows(
  ports: ReadingPorts,
  session: Session,
  rows: JournalIndex['rows'],
): Promise<string[]> {
  const wanted = rows.filter(({ id, revision }) => session.kept.get(id)?.revision !== revision);
  const found = await ports.database.read(wanted.map(({ id }) => id));
  await take(
    ports,
    session,
    found.filter((record) => record !== undefined),
    session,
  );
  return wanted
    .filter(({ id, revision }) => session.kept.get(id)?.revision !== revision && !session.aside.has(id))
    .map(({ id }) => id);
}

/** The first `count` entries that aren't in the trash, from the index as far as it goes. */
export async function readLatest(ports: ReadingPorts, session: Session, count: number): Promise<Kept[]> {
  for (let attempt = 0; !session.whole; attempt += 1) {
    const { value: index } = await readIndex(ports, session);
    if (!suffices(index, count)) {
      await readWhole(ports, session);
      break;
    }
    const rows = index.rows.slice(0, count);
    const strange = await readRows(ports, session, rows);
    if (strange.length > 0 && attempt === 0) {
      // Another window may have written between the two looks.
      session.index = undefined;
      continue;
    }
    compare(session, { ...index, rows });
    return inPlace(rows.flatMap(({ id }) => session.kept.get(id) ?? []));
  }
  return inPlace(session.kept.values()).slice(0, count);
}

export async function readDrafts(ports: ReadingPorts, session: Session): Promise<Draft[]> {
  const { value: index } = await readIndex(ports, session);
  const wanted = index.drafts.filter((id) => !session.drafts.has(id) && !session.aside.has(id));
  const found = await ports.database.read(wanted);
  await take(
    ports,
    session,
    found.filter((record) => record !== undefined),
    session,
  );
  return [...session.drafts.values()].map(({ draft }) => draft);
}

export async function readPrefs(ports: ReadingPorts, session: Session): Promise<JournalPrefs> {
  const { value: index } = await readIndex(ports, session);
  if (session.prefs === undefined && index.prefs !== undefined && !session.aside.has(index.prefs)) {
    const [found] = await ports.database.read([index.prefs]);
    if (found !== undefined) await take(ports, session, [found], session);
  }
  return session.prefs?.value ?? journalPrefsSchema.parse({});
}

/** One record as it is on the disk now: what it holds, that it can't be read, or that there is none. */
export async function readAgain(
  ports: ReadingPorts,
  session: Session,
  id: string,
): Promise<OpenedRecord | 'none' | { stamp: number }> {
  const [stored] = await ports.database.read([id]);
  if (stored === undefined) {
    session.kept.delete(id);
    session.drafts.delete(id);
    return 'none';
  }
  const [opened] = await take(ports, session, [stored], session);
  return opened ?? { stamp: stampOf(stored.sealed) };
}

/** Forgets these ids, since another window wrote them, and reads anew what is to be in memory. */
export async function refresh(ports: ReadingPorts, session: Session, ids: readonly string[]): Promise<void> {
  session.index = undefined;
  const { whole } = session;
  for (const id of ids) {
    session.kept.delete(id);
    session.drafts.delete(id);
    session.aside.delete(id);
    if (session.prefs?.id === id) session.prefs = undefined;
  }
  if (!whole) return;
  const found = await ports.database.read(ids);
  await take(
    ports,
    session,
    found.filter((record) => record !== undefined),
    session,
  );
}
