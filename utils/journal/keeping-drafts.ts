import { newId } from './ids.ts';
import type { OpenVault, Told } from './keeping-entries.ts';
import type { Saving } from './ports.ts';
import { readAgain, readDrafts, readPrefs } from './reading.ts';
import { type Draft, draftSchema, type JournalPrefs, journalPrefsSchema } from './schema.ts';
import type { Session } from './session.ts';
import { carryOut, type Planned, revisionAfter } from './writing.ts';

type SavedDraft = { draft: Draft; revision: number };

const planned = ({ draft, revision }: SavedDraft, expected: number | undefined): Planned => ({
  id: draft.id,
  revision,
  payload: { kind: 'draft', value: draft },
  expected,
});

/**
 * Keeps a draft. Where another window wrote to the same one, what it wrote becomes a draft of its own.
 *
 * @throws where the draft isn't valid
 */
export async function saveDraft(vault: OpenVault, given: Draft): Promise<Told<Saving['kind']>> {
  const { ports, session, isOurs } = vault;
  const draft = draftSchema.parse(given);
  const { id } = draft;
  await readDrafts(ports, session);
  // What another window wrote since was heard of, but the person who writes here hasn't seen it.
  let expected = session.ownDrafts.get(id) ?? session.drafts.get(id)?.revision;
  let other: SavedDraft | undefined;
  let setAside: string[] = [];
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const saved = { draft, revision: revisionAfter(ports.random, expected) };
    const done = await carryOut(ports, session, isOurs, (index) => {
      const named = [...new Set([...index.drafts, id, ...(other === undefined ? [] : [other.draft.id])])];
      return {
        records: [planned(saved, expected), ...(other === undefined ? [] : [planned(other, undefined)])],
        setAside,
        index: named.length === index.drafts.length ? undefined : { ...index, drafts: named },
      };
    });
    if (done.kind === 'failed') return { answer: 'failed', ids: [] };
    if (done.kind === 'done') {
      if (!session.closed) {
        session.drafts.set(id, saved);
        session.ownDrafts.set(id, saved.revision);
        if (other !== undefined) session.drafts.set(other.draft.id, other);
        session.aside.delete(id);
      }
      return {
        answer: other === undefined ? 'saved' : 'conflict',
        ids: other === undefined ? [id] : [id, other.draft.id],
      };
    }
    const there = await readAgain(ports, session, id);
    setAside = [];
    if (there === 'none') expected = undefined;
    else if ('stamp' in there) {
      expected = there.stamp;
      setAside = [id];
    } else {
      expected = there.revision;
      if (there.payload.kind === 'draft') {
        other = {
          draft: { ...there.payload.value, id: newId(ports.random) },
          revision: revisionAfter(ports.random, undefined),
        };
      }
    }
  }
  return { answer: 'failed', ids: [] };
}

function forget(session: Session, id: string): void {
  session.drafts.delete(id);
  session.ownDrafts.delete(id);
}

/** Removes a draft, if it is there. */
export async function dropDraft(vault: OpenVault, id: string): Promise<readonly string[]> {
  const { ports, session } = vault;
  await readDrafts(ports, session);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const known = session.drafts.get(id);
    if (known === undefined) return [];
    const done = await carryOut(ports, session, vault.isOurs, (index) => ({
      records: [],
      remove: [{ id, expected: known.revision }],
      index: { ...index, drafts: index.drafts.filter((one) => one !== id) },
    }));
    if (done.kind === 'done') forget(session, id);
    if (done.kind !== 'conflict') return done.kind === 'done' ? [id] : [];
    await readAgain(ports, session, id);
  }
  return [];
}

/** Changes what a person set: what another window changed of it stays. */
export async function changePrefs(
  vault: OpenVault,
  change: (before: JournalPrefs) => JournalPrefs,
): Promise<Told<Saving['kind']>> {
  const { ports, session } = vault;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const value = journalPrefsSchema.parse(change(await readPrefs(ports, session)));
    const before = session.prefs;
    const id = before?.id ?? newId(ports.random);
    const revision = revisionAfter(ports.random, before?.revision);
    const done = await carryOut(ports, session, vault.isOurs, (index) => {
      const theirs = index.prefs !== undefined && index.prefs !== id && !session.aside.has(index.prefs);
      if (theirs) return undefined;
      return {
        records: [{ id, revision, payload: { kind: 'prefs', value }, expected: before?.revision }],
        index: index.prefs === id ? undefined : { ...index, prefs: id },
      };
    });
    if (done.kind === 'done' && !session.closed) session.prefs = { id, value, revision };
    if (done.kind !== 'conflict') return { answer: done.kind === 'done' ? 'saved' : 'failed', ids: [id] };
    session.prefs = undefined;
    await readAgain(ports, session, id);
  }
  return { answer: 'failed', ids: [] };
}
