import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { cipher } from '../../../../utils/journal/cipher.ts';
import { openBackup, sealBackup } from '../../../../utils/journal/exchange/backup.ts';
import type { Kdf, KdfCost } from '../../../../utils/journal/vault-ports.ts';
import { entry, random } from '../fake-vault.ts';
import { anyEntries, anyText, preview, unbatched, utf8 } from './any-entries.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');
const PASSPHRASE = 'a lighthouse in fog';

const quickKdf: Kdf = async (passphrase, salt, { memory, passes, lanes }) =>
  new Uint8Array(
    createHash('sha256').update(`${passphrase}|${memory}|${passes}|${lanes}|`).update(salt).digest(),
  );
const ports = { cipher, random, kdf: quickKdf };

const sealed = (passphrase = PASSPHRASE): Promise<string> =>
  sealBackup({ entries: [entry(1), entry(2)] }, passphrase, NOW, ports);
const opened = (text: string, passphrase = PASSPHRASE) => openBackup(utf8(text), passphrase, ports);

/** A backup with other parameters, its digest made anew, as somebody would who means harm. */
async function withCost(cost: Partial<KdfCost>): Promise<string> {
  const backup = JSON.parse(await sealed());
  const { name, memory, passes, lanes, salt } = Object.assign(backup.kdf, cost);
  const { check, data } = backup;
  const parts = [check.nonce, check.sealed, data.nonce, data.sealed];
  backup.digest = await cipher.digest([backup.format, name, memory, passes, lanes, salt, ...parts].join('|'));
  return JSON.stringify(backup);
}

describe('a backup', () => {
  it('opens as what went into it, whatever the passphrase', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries(), anyText(40), async (entries, passphrase) => {
        const text = await sealBackup({ entries }, passphrase, NOW, ports);
        const json = await opened(text, passphrase);
        if (!json.ok) throw new Error(json.error);
        expect(unbatched(preview(json.value).entries)).toEqual(entries);
      }),
      { numRuns: 50 },
    );
  });

  it('opens with the passphrase as another keyboard types it', async () => {
    expect(await opened(await sealed('e\u0301te\u0301'), '\u00e9t\u00e9')).toMatchObject({ ok: true });
  });

  it('opens under the real Argon2id', async () => {
    const kdf: Kdf = async (password, salt, cost) =>
      new Uint8Array(
        await argon2id({
          password,
          salt,
          memorySize: cost.memory,
          iterations: cost.passes,
          parallelism: cost.lanes,
          hashLength: 32,
          outputType: 'binary',
        }),
      );
    const text = await sealBackup({ entries: [entry(1)] }, PASSPHRASE, NOW, { ...ports, kdf });
    expect(await openBackup(utf8(text), PASSPHRASE, { cipher, kdf })).toMatchObject({ ok: true });
    expect(await openBackup(utf8(text), `${PASSPHRASE} `, { cipher, kdf })).toEqual({
      ok: false,
      error: 'wrong',
    });
  }, 60_000);

  it('says nothing of what is in it, and never the same twice', async () => {
    const [one, other] = [await sealed(), await sealed()];
    expect(one).not.toContain('Words');
    expect(JSON.parse(one).data.sealed).not.toBe(JSON.parse(other).data.sealed);
    expect(JSON.parse(one).kdf.salt).not.toBe(JSON.parse(other).kdf.salt);
  });

  it('names a wrong passphrase', async () => {
    const text = await sealed();
    for (const wrong of ['', 'a lighthouse in fog ', 'A lighthouse in fog', PASSPHRASE.repeat(2)]) {
      expect(await opened(text, wrong)).toEqual({ ok: false, error: 'wrong' });
    }
  });

  it('is refused, and not as a wrong passphrase, with any bit of it flipped', async () => {
    const bytes = utf8(await sealed());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const other = bytes.slice();
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const whole = await openBackup(other, PASSPHRASE, ports);
        // White space between values may become other white space.
        if (whole.ok)
          expect(JSON.parse(new TextDecoder().decode(other))).toEqual(JSON.parse(await textOf(bytes)));
        else expect(whole.error).not.toBe('wrong');
      }),
      { numRuns: 500 },
    );
  });

  it('is refused where somebody changed it and made its digest anew', async () => {
    const backup = JSON.parse(await withCost({}));
    const flipped = Uint8Array.fromBase64(backup.data.sealed);
    flipped[3] = (flipped[3] ?? 0) ^ 1;
    backup.data.sealed = flipped.toBase64();
    const { kdf, check, data } = backup;
    const parts = [check.nonce, check.sealed, data.nonce, data.sealed];
    const { name, memory, passes, lanes, salt } = kdf;
    backup.digest = await cipher.digest(
      [backup.format, name, memory, passes, lanes, salt, ...parts].join('|'),
    );
    expect(await opened(JSON.stringify(backup))).toEqual({ ok: false, error: 'damaged' });
    backup.data = backup.check;
    backup.digest = await cipher.digest(
      [backup.format, name, memory, passes, lanes, salt, ...parts.slice(0, 2), ...parts.slice(0, 2)].join(
        '|',
      ),
    );
    expect(await opened(JSON.stringify(backup))).toEqual({ ok: false, error: 'damaged' });
  });

  it('is named as truncated wherever its end is missing', async () => {
    const text = await sealed();
    for (const length of [40, 200, text.length / 2, text.length - 4]) {
      expect(await opened(text.slice(0, length))).toEqual({ ok: false, error: 'truncated' });
    }
  });

  it('is refused with parameters that are weaker or that no machine can bear, before any work', async () => {
    const worked: KdfCost[] = [];
    const kdf: Kdf = async (passphrase, salt, cost) => {
      worked.push(cost);
      return quickKdf(passphrase, salt, cost);
    };
    for (const cost of [{ memory: 65_535 }, { passes: 2 }, { memory: 8 }]) {
      const text = await withCost(cost);
      expect(await openBackup(utf8(text), PASSPHRASE, { cipher, kdf })).toEqual({ ok: false, error: 'weak' });
    }
    for (const cost of [{ memory: 2 ** 31 }, { passes: 10_000 }, { lanes: 5 }]) {
      const text = await withCost(cost);
      expect(await openBackup(utf8(text), PASSPHRASE, { cipher, kdf })).toEqual({
        ok: false,
        error: 'costly',
      });
    }
    expect(worked).toEqual([]);
  });

  it('ties its parameters to what is in it', async () => {
    const sameKey: Kdf = async () => new Uint8Array(32);
    const text = await sealBackup({ entries: [] }, PASSPHRASE, NOW, { ...ports, kdf: sameKey });
    const backup = JSON.parse(text);
    backup.kdf.passes = 4;
    const { check, data } = backup;
    const parts = [check.nonce, check.sealed, data.nonce, data.sealed];
    backup.digest = await cipher.digest(
      [backup.format, 'argon2id', 65_536, 4, 1, backup.kdf.salt, ...parts].join('|'),
    );
    const open = await openBackup(utf8(JSON.stringify(backup)), PASSPHRASE, { cipher, kdf: sameKey });
    expect(open.ok).toBe(false);
  });

  it('is told from one of a newer Earshot, and from other files', async () => {
    const newer = (await sealed()).replace('earshot-backup/1', 'earshot-backup/2');
    expect(await opened(newer)).toEqual({ ok: false, error: 'newer' });
    expect(await opened(newer.slice(0, 100))).toEqual({ ok: false, error: 'newer' });
    for (const other of ['', '{}', '[]', 'null', 'Dear diary', '{"format":"earshot-journal/1"}']) {
      expect(await opened(other)).toEqual({ ok: false, error: 'notABackup' });
    }
  });

  it('never throws, whatever is in place of its values', async () => {
    const backup = JSON.parse(await sealed());
    const keys = ['format', 'kdf', 'cipher', 'check', 'data', 'digest'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys), fc.jsonValue(), async (key, value) => {
        expect((await opened(JSON.stringify({ ...backup, [key]: value }))).ok).toBe(false);
      }),
    );
  });
});

const textOf = async (bytes: Uint8Array): Promise<string> => new TextDecoder().decode(bytes);
