import { describe, expect, it } from 'vitest';
import { cipher } from '../../../utils/journal/cipher.ts';
import { makeSlot, newDataKey, openBySecret } from '../../../utils/journal/keyholes.ts';
import { type Slot, slotSchema, type VaultRecord } from '../../../utils/journal/slots.ts';
import { readStoredVault, storedVault } from '../../../utils/journal/vault-record.ts';
import { id, random, World } from './fake-vault.ts';

const ports = new World().ports();
const data = await newDataKey(ports, id(2));
const secret = { way: 'passphrase', passphrase: 'correct horse' } as const;
const slot = await makeSlot(ports, id(1), data, secret);
const recordWith = (slots: Slot[]): VaultRecord => ({
  version: 1,
  vault: id(1),
  key: id(2),
  index: id(3),
  slots,
  retired: [],
});

describe('a slot', () => {
  it('opens with its secret, and with no other', async () => {
    expect((await openBySecret(ports, recordWith([slot]), secret))?.bytes).toEqual(data.bytes);
    const wrong = { way: 'passphrase', passphrase: 'correct horsf' } as const;
    expect(await openBySecret(ports, recordWith([slot]), wrong)).toBeUndefined();
  });

  it('opens with the same passphrase from a keyboard that composes its letters otherwise', async () => {
    const made = await makeSlot(ports, id(1), data, { way: 'passphrase', passphrase: 'caf\u00e9' });
    const typed = { way: 'passphrase', passphrase: 'cafe\u0301' } as const;
    expect(await openBySecret(ports, recordWith([made]), typed)).toBeDefined();
  });

  it('is another’s in another vault or under another key', async () => {
    const record = recordWith([slot]);
    expect(await openBySecret(ports, { ...record, vault: id(9) }, secret)).toBeUndefined();
    expect(await openBySecret(ports, { ...record, key: id(9) }, secret)).toBeUndefined();
  });

  it('opens by any of several passkeys', async () => {
    const passkey = async (prf: Uint8Array) =>
      makeSlot(ports, id(1), data, { way: 'passkey', prf }, { id: random(20), salt: random(32) });
    const [one, other] = [random(32), random(32)];
    const record = recordWith([await passkey(one), await passkey(other)]);
    expect(await openBySecret(ports, record, { way: 'passkey', prf: other })).toBeDefined();
    expect(await openBySecret(ports, record, { way: 'passkey', prf: random(32) })).toBeUndefined();
    expect(await openBySecret(ports, record, { way: 'passkey', prf: new Uint8Array(8) })).toBeUndefined();
  });

  it('is refused with parameters below the floor, absurd ones, or a part of it missing', () => {
    if (slot.way !== 'passphrase') throw new Error('Not a passphrase');
    const { kdf } = slot;
    expect(slotSchema.safeParse(slot).success).toBe(true);
    const wrong: unknown[] = [
      { ...slot, kdf: { ...kdf, memory: 65_535 } },
      { ...slot, kdf: { ...kdf, passes: 2 } },
      { ...slot, kdf: { ...kdf, lanes: 0 } },
      { ...slot, kdf: { ...kdf, memory: 2 ** 30 } },
      { ...slot, kdf: { ...kdf, name: 'pbkdf2' } },
      { ...slot, kdf: { ...kdf, salt: kdf.salt.slice(2) } },
      { ...slot, wrapped: slot.wrapped.slice(2) },
      { way: 'passphrase', wrapped: slot.wrapped },
      { way: 'passphrase', kdf },
    ];
    for (const one of wrong) expect(slotSchema.safeParse(one).success).toBe(false);
  });
});

describe('the vault’s record', () => {
  it('is read as it was written', async () => {
    const record = recordWith([slot]);
    const stored = await storedVault(cipher, record, undefined);
    expect(await readStoredVault(cipher, stored)).toMatchObject({ ok: true, value: { record } });
  });

  it('is damaged, not a wrong passphrase, with any character of it changed', async () => {
    const stored = await storedVault(cipher, recordWith([slot]), undefined);
    for (let at = 0; at < stored.text.length; at += 1) {
      const letter = stored.text[at] === '0' ? '1' : '0';
      const text = stored.text.slice(0, at) + letter + stored.text.slice(at + 1);
      expect(await readStoredVault(cipher, { ...stored, text })).toEqual({ ok: false, error: 'damaged' });
    }
  });

  it('is damaged where weaker parameters were put in with a fitting digest', async () => {
    const { text } = await storedVault(cipher, recordWith([slot]), undefined);
    const weaker = text.replace('"memory":65536', '"memory":8');
    expect(weaker).not.toBe(text);
    const stored = { text: weaker, digest: await cipher.digest(weaker) };
    expect(await readStoredVault(cipher, stored)).toEqual({ ok: false, error: 'damaged' });
  });

  it('is a newer Earshot’s where its version is higher', async () => {
    const text = JSON.stringify({ version: 2 });
    const stored = { text, digest: await cipher.digest(text) };
    expect(await readStoredVault(cipher, stored)).toEqual({ ok: false, error: 'newer' });
  });

  it('is damaged where it is nothing of the kind', async () => {
    for (const stored of [null, 5, {}, { text: 'x' }, { text: '{', digest: await cipher.digest('{') }]) {
      expect(await readStoredVault(cipher, stored)).toEqual({ ok: false, error: 'damaged' });
    }
  });
});
