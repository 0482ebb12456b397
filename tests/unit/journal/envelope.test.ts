import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cipher } from '../../../utils/journal/cipher.ts';
import { readEnvelope, stampOf, writeEnvelope } from '../../../utils/journal/envelope.ts';
import { firstRevision, nextRevision } from '../../../utils/journal/ids.ts';
import { type KeyRing, openRecord, sealRecord } from '../../../utils/journal/sealing.ts';
import { entry, id, random } from './fake-vault.ts';

const KEY = 'aa'.repeat(16);
const ports = { cipher, random };

async function ringOf(current: string): Promise<KeyRing> {
  return { current, keys: new Map([[current, await cipher.importKey(random(32))]]) };
}

const ring = await ringOf(KEY);
const sealOf = (number: number, revision = 7, under = ring) =>
  sealRecord(ports, under, {
    id: id(number),
    revision,
    payload: { kind: 'entry', value: entry(number, { text: 'Some words' }) },
  });

describe('a sealed record', () => {
  it('opens as what it was, whatever was written', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 3000 });
    await fc.assert(
      fc.asyncProperty(text, fc.nat(2 ** 32 - 1), async (words, revision) => {
        const value = entry(1, { text: words.toWellFormed() });
        const record = await sealRecord(ports, ring, {
          id: id(1),
          revision,
          payload: { kind: 'entry', value },
        });
        const opened = await openRecord(cipher, ring, record, revision);
        expect(opened).toMatchObject({ ok: true, value: { revision, keyId: KEY, payload: { value } } });
      }),
      { numRuns: 60 },
    );
  });

  it('is refused and named with any one bit of it flipped', async () => {
    const { sealed } = await sealOf(1);
    const faults = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        const bytes = sealed.slice();
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const opened = await openRecord(cipher, ring, { id: id(1), sealed: bytes });
        expect(opened.ok).toBe(false);
        if (!opened.ok) faults.add(opened.error);
      }),
      { numRuns: 300 },
    );
    expect(faults).toContain('damaged');
  });

  it('is refused and named with each single bit of its header flipped', async () => {
    const { sealed } = await sealOf(1);
    for (let bit = 0; bit < 35 * 8; bit += 1) {
      const bytes = sealed.slice();
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const opened = await openRecord(cipher, ring, { id: id(1), sealed: bytes });
      const name = bit < 8 ? ['unknown', 'newer'] : bit < 24 ? ['unknown', 'newer'] : undefined;
      const names = name ?? (bit < 19 * 8 ? ['otherKey'] : ['damaged']);
      expect(opened.ok ? 'open' : opened.error).toBeOneOf(names);
    }
  });

  it('is refused in the place of another record', async () => {
    const { sealed } = await sealOf(1);
    expect(await openRecord(cipher, ring, { id: id(2), sealed })).toEqual({ ok: false, error: 'damaged' });
  });

  it('is refused as old where a later revision was saved', async () => {
    expect(await openRecord(cipher, ring, await sealOf(1, 7), 8)).toEqual({ ok: false, error: 'old' });
  });

  it('is refused where an old one says that it is the new one', async () => {
    const { sealed } = await sealOf(1, 7);
    const envelope = readEnvelope(sealed);
    if (!envelope.ok) throw new Error(envelope.error);
    const forged = writeEnvelope({ ...envelope.value, revision: 8 });
    expect(await openRecord(cipher, ring, { id: id(1), sealed: forged }, 8)).toEqual({
      ok: false,
      error: 'damaged',
    });
  });

  it('is refused from another vault, also where it takes on this one’s key id', async () => {
    const other = await ringOf('bb'.repeat(16));
    const theirs = await sealOf(1, 7, other);
    expect(await openRecord(cipher, ring, theirs)).toEqual({ ok: false, error: 'otherKey' });
    const envelope = readEnvelope(theirs.sealed);
    if (!envelope.ok) throw new Error(envelope.error);
    const sealed = writeEnvelope({ ...envelope.value, keyId: KEY });
    expect(await openRecord(cipher, ring, { id: id(1), sealed })).toEqual({ ok: false, error: 'damaged' });
  });

  it('is refused and named wherever it is cut off', async () => {
    const { sealed } = await sealOf(1);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), async (length) => {
        const opened = await openRecord(cipher, ring, { id: id(1), sealed: sealed.slice(0, length) });
        expect(opened).toEqual({ ok: false, error: length < 51 ? 'truncated' : 'damaged' });
      }),
      { numRuns: 100 },
    );
  });

  it('is never sealed twice with the same nonce', async () => {
    const nonces = await Promise.all(
      Array.from({ length: 200 }, async () => (await sealOf(1)).sealed.slice(23, 35).toHex()),
    );
    expect(new Set(nonces).size).toBe(200);
  });

  it('has a stamp, and one for what is too short to have a revision', async () => {
    expect(stampOf((await sealOf(1, 123)).sealed)).toBe(123);
    expect(stampOf(new Uint8Array(4))).toBe(-1);
  });
});

describe('revisions', () => {
  it('begin anywhere in 31 bits and go around at 32', () => {
    const first = Array.from({ length: 100 }, () => firstRevision(random));
    expect(new Set(first).size).toBeGreaterThan(90);
    for (const revision of first) expect(revision).toBeLessThan(2 ** 31);
    expect(nextRevision(2 ** 32 - 1)).toBe(0);
  });
});
