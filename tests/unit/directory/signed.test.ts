import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { FlattenedSign } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { digests } from '../../../utils/directory/digests.ts';
import { fromBase64Url, readJson } from '../../../utils/directory/read-bytes.ts';
import { openSigned } from '../../../utils/directory/signed.ts';
import { bytesOf, documentWith } from './read-samples.ts';
import { createKey } from './refresh-world.ts';

const document = documentWith();
let key: Awaited<ReturnType<typeof createKey>>;
let other: Awaited<ReturnType<typeof createKey>>;

beforeAll(async () => {
  key = await createKey('2026');
  other = await createKey('2027');
});

async function sign(
  header: Record<string, unknown> = {},
  payload: Uint8Array = bytesOf(document),
  by: { privateKey: webcrypto.CryptoKey } = key,
) {
  return new FlattenedSign(payload)
    .setProtectedHeader({ alg: 'EdDSA', kid: '2026', ...header })
    .sign(by.privateKey, { crit: { 'x-new': true } });
}

/** Signs a header that a signing library would refuse. */
async function signRaw(header: unknown) {
  const encode = (bytes: Uint8Array) => bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
  const [head, payload] = [encode(bytesOf(header)), encode(bytesOf(document))];
  const message = bytesOf(`${head}.${payload}`);
  const signature = new Uint8Array(await webcrypto.subtle.sign('Ed25519', key.privateKey, message));
  return { protected: head, payload, signature: encode(signature) };
}

const open = (value: unknown, keys = [key.publicKey]) => openSigned(value, keys, digests);
const BAD = { ok: false, error: { kind: 'badSignature' } };

describe('a signed directory', () => {
  it('opens with the key that it names', async () => {
    expect(await open(await sign())).toEqual({ ok: true, value: { document, signedBy: '2026' } });
    expect(await open(await sign({ alg: 'Ed25519' }))).toMatchObject({ ok: true });
  });

  it('opens with either key while keys are rotated', async () => {
    const keys = [key.publicKey, other.publicKey];
    expect(await open(await sign({ kid: '2027' }, undefined, other), keys)).toMatchObject({
      ok: true,
      value: { signedBy: '2027' },
    });
    expect(await open(await sign(), keys)).toMatchObject({ ok: true, value: { signedBy: '2026' } });
  });

  it('opens with any of several keys that have the same name', async () => {
    const keys = [{ ...other.publicKey, kid: '2026' }, key.publicKey];
    expect(await open(await sign(), keys)).toMatchObject({ ok: true, value: { signedBy: '2026' } });
  });

  it('opens unverified where no key is set, and is not said to be signed', async () => {
    expect(await open(await sign(), [])).toEqual({ ok: true, value: { document } });
  });

  it('is refused if its key is not known', async () => {
    expect(await open(await sign({ kid: '2030\u202e' }))).toEqual({
      ok: false,
      error: { kind: 'unknownKey', kid: '2030' },
    });
  });

  it('is refused if another key signed it in this one’s name', async () => {
    expect(await open(await sign({}, undefined, other))).toEqual(BAD);
  });

  it.each([
    [{ alg: 'none', kid: '2026' }],
    [{ alg: 'HS256', kid: '2026' }],
    [{ kid: '2026' }],
    [{ alg: 'EdDSA' }],
    [{ alg: 'EdDSA', kid: 7 }],
    [{ alg: 'EdDSA', kid: '2026', crit: ['b64'], b64: false }],
    [{ alg: 'EdDSA', kid: '2026', crit: [] }],
    [[]],
    ['EdDSA'],
  ])('is refused if its header is %j', async (header) => {
    expect(await open(await signRaw(header))).toEqual(BAD);
  });

  it('is refused if it marks an extension as critical', async () => {
    expect(await open(await sign({ crit: ['x-new'], 'x-new': 1 }))).toEqual(BAD);
  });

  it('is refused if its parts are not base64url without padding', async () => {
    const signed = await sign();
    for (const signature of [
      `${signed.signature}==`,
      `${signed.signature} `,
      '',
      '!',
      signed.signature.slice(1),
    ]) {
      expect(await open({ ...signed, signature })).toEqual(BAD);
    }
    expect(await open({ ...signed, protected: `${signed.protected}=` })).toEqual(BAD);
  });

  it('is damaged if what was signed is not JSON', async () => {
    expect(await open(await sign({}, bytesOf('{"format":')))).toEqual({
      ok: false,
      error: { kind: 'notJson' },
    });
    expect(await open(await sign({}, new Uint8Array([0x22, 0xff, 0x22])))).toMatchObject({ ok: false });
  });

  it('is refused with a key that is no key', async () => {
    expect(await open(await sign(), [{ kid: '2026', x: 'A'.repeat(43) }])).toEqual(BAD);
    expect(await open(await sign(), [{ kid: '2026', x: 'AAAA' }])).toEqual(BAD);
  });

  it('is refused whichever bit of it is flipped', async () => {
    const bytes = bytesOf(await sign());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (position) => {
        const flipped = bytes.slice();
        flipped[position >> 3] = (flipped[position >> 3] ?? 0) ^ (1 << (position & 7));
        const json = readJson(flipped);
        if (json.ok) expect((await open(json.value)).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an unsigned directory', () => {
  it('is refused where keys are set', async () => {
    for (const value of [
      document,
      null,
      [],
      { payload: '', protected: '' },
      { ...(await sign()), format: 'x' },
    ]) {
      expect(await open(value)).toEqual({ ok: false, error: { kind: 'unsigned' } });
    }
  });

  it('is taken as it is where none are', async () => {
    expect(await open(document, [])).toEqual({ ok: true, value: { document } });
  });
});

describe('base64url', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url');
        expect(Buffer.from(fromBase64Url(text) ?? []).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  it('reads each sequence of bytes from one text only', () => {
    expect(fromBase64Url('AA')).toEqual(new Uint8Array([0]));
    for (const text of ['AB', 'AA==', 'A', 'A A', 'AA\n', '+/', 'ä'])
      expect(fromBase64Url(text)).toBeUndefined();
  });
});
