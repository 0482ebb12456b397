import type { Bytes } from './ids.ts';
import { type DataKey, makeSlot } from './keyholes.ts';
import type { Saving, Secret } from './ports.ts';
import { isGroup, makeRecoveryCode } from './recovery-code.ts';
import { beginRotation, goOnWithRotation } from './rotation.ts';
import type { Session } from './session.ts';
import type { Slot, VaultRecord } from './slots.ts';
import type { VaultLife } from './vault-life.ts';
import type { SealingKey } from './vault-ports.ts';
import { storedVault } from './vault-record.ts';

type Kind = Saving['kind'];
type Remade = { record: VaultRecord; device?: SealingKey | undefined; data?: DataKey };

const ATTEMPTS = 3;

/** Changes what opens the vault, each time in one transaction. */
export function createWays(life: VaultLife) {
  const { ports } = life;
  const { cipher, database, windows } = ports;
  let offered: { code: string; session: Session } | undefined;

  /** Puts what `remake` makes in the place of the vault's record. */
  async function change(session: Session, remake: (data: DataKey) => Promise<Remade>): Promise<Kind> {
    // A lock in the middle overwrites the session's bytes; what is wrapped must be the key all the same.
    const data = { ...session.data, bytes: session.data.bytes.slice() };
    if (session.closed) return 'failed';
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const made = await remake(data);
        const newVault = await storedVault(cipher, made.record, made.device);
        const before = { vault: session.vault.digest, expect: new Map() };
        const written = await windows.exclusive(() =>
          database.write({ ...before, newVault, put: [], remove: [], setAside: [] }),
        );
        if (written.kind === 'failed') return 'failed';
        if (written.kind === 'done') {
          session.vault = { record: made.record, digest: newVault.digest, device: made.device };
          if (made.data !== undefined) takeKey(session, made.data);
          return 'saved';
        }
        if (!(await life.isOurs(session))) return 'failed';
      }
      return 'conflict';
    } finally {
      data.bytes.fill(0);
    }
  }

  function takeKey(session: Session, data: DataKey): void {
    session.data.bytes.fill(0);
    if (session.closed) data.bytes.fill(0);
    session.data = data;
    session.ring = { current: data.id, keys: new Map([...session.ring.keys, [data.id, data.key]]) };
  }

  /** The record with these slots in the place of those of `way`. */
  async function replaceSlots(session: Session, way: Slot['way'], slots: readonly Slot[]): Promise<Remade> {
    const { record, device } = session.vault;
    return {
      record: { ...record, slots: [...record.slots.filter((slot) => slot.way !== way), ...slots] },
      device,
    };
  }

  const slotFor = (session: Session, data: DataKey, secret: Secret, passkey?: { id: Bytes; salt: Bytes }) =>
    makeSlot(ports, session.vault.record.vault, data, secret, passkey);

  function told(kind: Kind): Kind {
    if (kind === 'saved') {
      windows.tell({ kind: 'ways' });
      life.notify();
    }
    return kind;
  }

  return {
    /**
     * The first passphrase removes every other way and makes a new data key, since what opened the vault until
     * now may lie on the disk a while. A later one takes the place of the one before.
     */
    async setPassphrase(session: Session, passphrase: string): Promise<Kind> {
      const first = !session.vault.record.slots.some(({ way }) => way === 'passphrase');
      // Other windows' key will be none: they save what is being written there, and lock. They have the time
      // that Argon2id takes.
      if (first) windows.tell({ kind: 'lock' });
      const done = await change(session, async (data) =>
        first
          ? beginRotation(ports, session.vault, data, passphrase)
          : replaceSlots(session, 'passphrase', [
              await slotFor(session, data, { way: 'passphrase', passphrase }),
            ]),
      );
      if (done === 'saved' && first) {
        life.watchDeadline();
        await goOnWithRotation(ports, session);
      }
      return told(done);
    },

    async makeRecovery(session: Session): Promise<string> {
      offered = { code: makeRecoveryCode(ports.random), session };
      return offered.code;
    },

    async confirmRecovery(session: Session, part: number, typed: string): Promise<boolean> {
      if (offered?.session !== session || !isGroup(offered.code, part, typed)) return false;
      const { code } = offered;
      const done = await change(session, async (data) =>
        replaceSlots(session, 'recovery', [await slotFor(session, data, { way: 'recovery', code })]),
      );
      if (done === 'saved') offered = undefined;
      return told(done) === 'saved';
    },

    async addPasskey(session: Session, id: Bytes, prf: Bytes, salt: Bytes): Promise<Kind> {
      const credential = id.toHex();
      const done = await change(session, async (data) => {
        const { slots } = session.vault.record;
        const others = slots.filter((slot) => slot.way === 'passkey' && slot.credential !== credential);
        const slot = await slotFor(session, data, { way: 'passkey', prf }, { id, salt });
        return replaceSlots(session, 'passkey', [...others, slot]);
      });
      return told(done);
    },

    async removeWay(session: Session, way: 'recovery' | 'passkey'): Promise<void> {
      told(await change(session, () => replaceSlots(session, way, [])));
    },

    /** Forgets a code that wasn't confirmed. */
    forget(): void {
      offered = undefined;
    },
  };
}
