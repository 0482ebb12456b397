import { openDB } from 'idb';
import { nthEntry } from '../../tests/fixtures/many-entries.ts';
import { cipher, randomBytes } from '../../utils/journal/cipher.ts';
import { journalDatabase } from '../../utils/journal/database.ts';
import { after, deadline } from '../../utils/journal/deadline.ts';
import { createFinder } from '../../utils/journal/find.ts';
import { createWindows } from '../../utils/journal/lock-signal.ts';
import { outsideCount } from '../../utils/journal/outside-count.ts';
import type { Journal } from '../../utils/journal/ports.ts';
import type { Entry } from '../../utils/journal/schema.ts';
import { createJournal } from '../../utils/journal/vault.ts';

/** What each round took, and its reference beside it, in ms. */
export interface Rounds {
  took: number[];
  reference: number[];
}

const windows = createWindows();
const FIRST = 50;

/** A journal as a window opens it, with nothing read yet. The device's slot opens it. */
async function opened(): Promise<Journal> {
  const journal = createJournal({
    clock: { now: () => Date.now() },
    random: randomBytes,
    cipher,
    kdf: () => Promise.reject(new Error('Nothing here has a passphrase')),
    database: journalDatabase,
    windows,
    outside: outsideCount,
    deadline,
    after,
  });
  await journal.start();
  if (journal.state().kind !== 'open') throw new Error(`The journal is ${journal.state().kind}.`);
  return journal;
}

async function timed(job: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await job();
  return performance.now() - began;
}

/** Both in turn, after two rounds that don't count. */
async function compared(
  rounds: number,
  measure: (round: number) => Promise<number>,
  reference: (round: number) => Promise<number>,
): Promise<Rounds> {
  const all: Rounds = { took: [], reference: [] };
  for (let round = -2; round < rounds; round += 1) {
    const beside = await reference(round);
    const took = await measure(round);
    if (round < 0) continue;
    all.took.push(took);
    all.reference.push(beside);
  }
  return all;
}

const bench = {
  /** Writes entries until there are `count`. */
  async fill(from: number, count: number): Promise<void> {
    const journal = await opened();
    for (let at = from; at < count; at += 1000) {
      const length = Math.min(1000, count - at);
      const done = await journal.saveAll(Array.from({ length }, (_, index) => nthEntry(at + index)));
      if (done !== 'saved') throw new Error(`Filling the journal: ${done}`);
    }
    await journal.lock();
  },

  /** From an open journal of which nothing is read to its first entries; beside it, reading as many records. */
  async firstScreen(rounds: number): Promise<Rounds> {
    const db = await openDB('earshot-journal');
    const measure = async (): Promise<number> => {
      const journal = await opened();
      const took = await timed(async () => {
        const [entries] = await Promise.all([journal.latest(FIRST), journal.prefs(), journal.drafts()]);
        if (entries.length !== FIRST) throw new Error(`Only ${entries.length} entries were read.`);
      });
      await journal.lock();
      return took;
    };
    const all = await compared(rounds, measure, () => timed(() => db.getAll('records', null, FIRST)));
    db.close();
    return all;
  },

  /** From an open journal to the first answer of a search; beside it, `getAll` and one decryption of the same bytes. */
  async searchable(rounds: number): Promise<Rounds> {
    const db = await openDB('earshot-journal');
    const iv = randomBytes(12);
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    const records: { sealed: Uint8Array }[] = await db.getAll('records');
    const length = records.reduce((sum, { sealed }) => sum + sealed.length, 0);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(length));
    const measure = async (): Promise<number> => {
      const journal = await opened();
      const took = await timed(async () => {
        const all = await journal.all();
        createFinder(all.filter(({ entry }) => entry.trashed === undefined))('garden');
      });
      await journal.lock();
      return took;
    };
    const reference = (): Promise<number> =>
      timed(async () => {
        await db.getAll('records');
        await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
      });
    const all = await compared(rounds, measure, reference);
    db.close();
    return all;
  },

  /** Saving an entry that is there already, as the editor does; beside it, a bare put of as many bytes. */
  async save(rounds: number): Promise<Rounds> {
    const journal = await opened();
    const db = await openDB('bench', 1, {
      upgrade: (made) => made.createObjectStore('records', { keyPath: 'id' }),
    });
    let kept = (await journal.latest(FIRST)).find(({ entry }) => !entry.pinned);
    if (kept === undefined) throw new Error('There is no entry to save.');
    const bytes = new TextEncoder().encode(JSON.stringify(kept.entry)).length;
    const measure = async (round: number): Promise<number> => {
      const before = kept;
      if (before === undefined) throw new Error('There is no entry to save.');
      const entry: Entry = {
        ...before.entry,
        written: before.entry.written + 1,
        text: `${before.entry.text}${round}`,
      };
      return timed(async () => {
        const done = await journal.save(entry, before.revision);
        if (done.kind !== 'saved') throw new Error(`Saving: ${done.kind}`);
        kept = done.kept;
      });
    };
    const reference = (): Promise<number> =>
      timed(async () => {
        const tx = db.transaction('records', 'readwrite', { durability: 'strict' });
        await Promise.all([tx.store.put({ id: 'one', sealed: randomBytes(bytes) }), tx.done]);
      });
    const all = await compared(rounds, measure, reference);
    db.close();
    await journal.lock();
    return all;
  },
};
export type JournalBench = typeof bench;
Reflect.set(globalThis, 'journalBench', bench);
