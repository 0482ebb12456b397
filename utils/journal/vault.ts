import { changePrefs, dropDraft, saveDraft } from './keeping-drafts.ts';
import { type OpenVault, removeEntries, saveEntries, saveEntry, type Told } from './keeping-entries.ts';
import type { Journal } from './ports.ts';
import { readDrafts, readLatest, readPrefs, readWhole, refresh } from './reading.ts';
import { journalPrefsSchema } from './schema.ts';
import type { Session } from './session.ts';
import { createVaultLife } from './vault-life.ts';
import { StorageRefused, type VaultPorts, type WindowMessage } from './vault-ports.ts';
import { createWays } from './ways.ts';
import { Contended } from './writing.ts';

/** So many ids one message carries; after more, other windows read everything anew. */
const IDS_TOLD = 500;

/** The journal behind its ports. One of these a window. */
export function createJournal(ports: VaultPorts): Journal {
  const life = createVaultLife(ports);
  const ways = createWays(life);
  let turn: Promise<unknown> = Promise.resolve();
  let counting: Promise<unknown> = Promise.resolve();
  let counted: { vault: string; count: number } | undefined;

  /** One thing at a time: whatever is asked meanwhile waits for its turn. */
  function inTurn<Value>(job: () => Promise<Value>): Promise<Value> {
    const done = turn.then(job);
    turn = done.catch(() => undefined);
    return done;
  }

  /** Runs `job` with what is open, or answers `locked`. A browser that lets nothing be read makes it unusable. */
  async function withSession<Value>(
    locked: Value,
    job: (session: Session) => Promise<Value>,
  ): Promise<Value> {
    const session = life.session();
    if (session === undefined) return locked;
    try {
      return await job(session);
    } catch (error) {
      if (!(error instanceof StorageRefused)) throw error;
      life.refuse();
      return locked;
    }
  }

  function reading<Value>(locked: Value, job: (session: Session) => Promise<Value>): Promise<Value> {
    return inTurn(() =>
      withSession(locked, async (session) => {
        const before = session.aside.size;
        const value = await job(session);
        if (session.aside.size !== before && life.session() === session) life.notify();
        return session.closed ? locked : value;
      }),
    );
  }

  /** Remembers outside the database how much there is. It needn't be waited for. */
  function count(session: Session): void {
    const index = session.index?.value;
    if (index === undefined) return;
    const { vault } = session.vault.record;
    const known = { vault, count: index.count + index.drafts.length };
    // Most of what is written changes something that was counted already.
    if (counted?.vault === known.vault && counted.count === known.count) return;
    counted = known;
    counting = counting
      .then(() => ports.outside.write(known))
      .catch(() => {
        counted = undefined;
      });
  }

  function tell(session: Session, ids: readonly string[]): void {
    if (ids.length === 0) return;
    ports.windows.tell({ kind: 'changed', ids: ids.length > IDS_TOLD ? [] : ids });
    count(session);
    if (life.session() === session) life.notify();
  }

  function writing<Answer>(
    locked: Answer,
    job: (vault: OpenVault) => Promise<Told<Answer>>,
  ): Promise<Answer> {
    return inTurn(() =>
      withSession(locked, async (session) => {
        const attempt = (alone: boolean): Promise<Told<Answer>> =>
          job({ ports: { ...ports, alone }, session, isOurs: () => life.isOurs(session) });
        // One transaction checks and writes, so that others are made to wait only once they were in the way.
        const { answer, ids } = await attempt(false).catch((error: unknown) => {
          if (!(error instanceof Contended)) throw error;
          return ports.windows.exclusive(() => attempt(true));
        });
        tell(session, ids);
        return answer;
      }),
    );
  }

  async function takeUp(session: Session, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) return refresh(ports, session, ids);
    session.index = undefined;
    session.whole = false;
    session.kept.clear();
    session.drafts.clear();
    session.prefs = undefined;
  }

  async function heard(message: WindowMessage): Promise<void> {
    switch (message.kind) {
      case 'lock':
        return life.shut();
      case 'erased':
        return life.startOver();
      case 'ways':
        return life.lookAgain();
      case 'changed':
        await reading(undefined, (session) => takeUp(session, message.ids));
        return life.notify();
    }
  }

  ports.windows.watch((message) => void heard(message).catch(() => undefined));

  function open(): Session {
    const session = life.session();
    if (session === undefined) throw new Error('The vault is locked');
    return session;
  }

  return {
    state: life.state,
    watch: life.watch,
    start: () => inTurn(life.start),
    begin: () => inTurn(life.begin),
    unlock: (secret) => inTurn(() => life.unlock(secret)),
    async lock() {
      await life.lock();
      ways.forget();
    },
    beforeLock: life.beforeLock,
    touch: () => life.timer.touch(),
    lockAfter: () => ports.deadline.readMinutes(),
    setLockAfter: (minutes) => life.timer.setMinutes(minutes),

    setPassphrase: (passphrase) =>
      inTurn(() => withSession('failed', (session) => ways.setPassphrase(session, passphrase))),
    makeRecovery: async () => ways.makeRecovery(open()),
    confirmRecovery: (part, typed) =>
      inTurn(() => withSession(false, (session) => ways.confirmRecovery(session, part, typed))),
    addPasskey: ({ id, prf, salt }) =>
      inTurn(() =>
        withSession('failed', (session) =>
          ways.addPasskey(session, new Uint8Array(id), new Uint8Array(prf), new Uint8Array(salt)),
        ),
      ),
    async passkeys() {
      const slots = (await life.known())?.record.slots ?? [];
      return slots.flatMap((slot) =>
        slot.way === 'passkey'
          ? [{ id: Uint8Array.fromHex(slot.credential), salt: Uint8Array.fromHex(slot.prfSalt) }]
          : [],
      );
    },
    removeWay: (way) => inTurn(() => withSession(undefined, (session) => ways.removeWay(session, way))),

    latest: (wanted) => reading([], (session) => readLatest(ports, session, wanted)),
    all: () =>
      reading([], async (session) => {
        await readWhole(ports, session);
        return [...session.kept.values()];
      }),
    save: (entry, revision) =>
      writing({ kind: 'failed', reason: 'locked' }, (vault) => saveEntry(vault, entry, revision)),
    saveAll: (entries) => writing('failed', (vault) => saveEntries(vault, entries)),
    remove: (ids) => writing('failed', (vault) => removeEntries(vault, ids)),

    drafts: () => reading([], (session) => readDrafts(ports, session)),
    saveDraft: (draft) => writing('failed', (vault) => saveDraft(vault, draft)),
    dropDraft: (id) =>
      writing(undefined, async (vault) => ({ answer: undefined, ids: await dropDraft(vault, id) })),
    prefs: () => reading(journalPrefsSchema.parse({}), (session) => readPrefs(ports, session)),
    changePrefs: (change) => writing('failed', (vault) => changePrefs(vault, change)),

    aside: () =>
      reading([], async (session) => {
        await readWhole(ports, session);
        const left = [...session.aside].map(([id, reason]) => ({ id, reason: String(reason) }));
        return [...left, ...[...session.replaced].map((id) => ({ id, reason: 'replaced' }))];
      }),
    erase: () => inTurn(life.erase),
  };
}
