import { describe, expect, it } from 'vitest';
import { PASSKEY_PATIENCE } from '../../../utils/journal/passkey.ts';
import { passkeyCeremony } from '../../../utils/journal/passkey-ceremony.ts';
import { random } from './fake-vault.ts';

const VERIFIED = 0b101;
const PRESENT = 0b001;
const known = [
  { id: random(16), salt: random(32) },
  { id: random(24), salt: random(32) },
];

interface Key {
  /** What its PRF gives for a salt; undefined for one that has none. */
  prf?: ((salt: BufferSource) => ArrayBuffer) | undefined;
  flags?: number;
  rawId?: Uint8Array<ArrayBuffer>;
  enabled?: boolean;
  fails?: { making?: Error; asking?: Error };
}

/** An authenticator and a browser before it; what they were asked is kept. */
function browserWith(key: Key) {
  const asked: (CredentialCreationOptions | CredentialRequestOptions)[] = [];
  const id = key.rawId ?? random(16);
  const credential = (response: object, prf: object) =>
    Object.assign(Object.create(null), {
      type: 'public-key',
      rawId: id.buffer,
      response,
      getClientExtensionResults: () => ({ prf }),
    });
  const ceremony = passkeyCeremony({
    random,
    elapsed: () => 0,
    credentials: {
      async create(options = {}) {
        asked.push(options);
        if (key.fails?.making) throw key.fails.making;
        return credential({}, { enabled: key.enabled ?? key.prf !== undefined });
      },
      async get(options = {}) {
        asked.push(options);
        if (key.fails?.asking) throw key.fails.asking;
        options.signal?.throwIfAborted();
        const salts = options.publicKey?.extensions?.prf?.evalByCredential ?? {};
        const salt = salts[id.toBase64({ alphabet: 'base64url', omitPadding: true })]?.first;
        const authenticatorData = new Uint8Array(37);
        authenticatorData[32] = key.flags ?? VERIFIED;
        const first = salt && key.prf?.(salt);
        return credential(
          { authenticatorData: authenticatorData.buffer, signature: new ArrayBuffer(64) },
          first === undefined ? {} : { results: { first } },
        );
      },
    },
  });
  return { id, asked, ceremony };
}

const echo = (salt: BufferSource): ArrayBuffer =>
  new Uint8Array(salt instanceof Uint8Array ? salt : []).map((byte) => byte ^ 0xff).buffer;
const inverted = (salt: Uint8Array) => salt.map((byte) => byte ^ 0xff);

describe('a passkey that is made', () => {
  it('is asked for its secret afterwards, and gives that with its id and salt', async () => {
    const { ceremony, id } = browserWith({ prf: echo });
    const answer = await ceremony.make('Notes', known).answer;
    if (answer.kind !== 'given') throw new Error(answer.why);
    expect(answer.secret.id).toEqual(id);
    expect(answer.secret.salt).toHaveLength(32);
    expect(answer.secret.prf).toEqual(inverted(answer.secret.salt));
  });

  it('takes the person to be verified, no address, no attestation, and not what the journal has', async () => {
    const { ceremony, asked } = browserWith({ prf: echo });
    await ceremony.make('Notes', known).answer;
    expect(asked[0]).toMatchObject({
      publicKey: {
        rp: { name: 'Notes' },
        user: { name: 'Notes', displayName: 'Notes' },
        attestation: 'none',
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        excludeCredentials: known.map(({ id }) => ({ type: 'public-key', id })),
      },
    });
    expect(Object.keys(Object(asked[0]).publicKey.rp)).toEqual(['name']);
    expect(asked[1]).toMatchObject({ publicKey: { userVerification: 'required' } });
    expect(Object(asked[1]).publicKey.allowCredentials).toHaveLength(1);
  });

  it('is refused without a PRF, and is not asked again', async () => {
    const { ceremony, asked } = browserWith({});
    expect(await ceremony.make('Notes', []).answer).toEqual({ kind: 'none', why: 'noPrf' });
    expect(asked).toHaveLength(1);
  });

  it('is refused where it promises a PRF and gives nothing, or not 32 bytes', async () => {
    for (const prf of [undefined, () => new ArrayBuffer(16)]) {
      const { ceremony } = browserWith({ prf, enabled: true });
      expect(await ceremony.make('Notes', []).answer).toEqual({ kind: 'none', why: 'noPrf' });
    }
  });

  it('is none where the question was cancelled, at the first time or the second', async () => {
    const fault = new DOMException('', 'NotAllowedError');
    for (const fails of [{ making: fault }, { asking: fault }]) {
      const { ceremony } = browserWith({ prf: echo, fails });
      expect(await ceremony.make('Notes', []).answer).toEqual({ kind: 'none', why: 'dismissed' });
    }
  });
});

describe('a passkey that is asked', () => {
  it('is one of the journal’s, each with its own salt', async () => {
    const [, second] = known;
    const { ceremony } = browserWith({ prf: echo, rawId: second?.id ?? random(1) });
    const answer = await ceremony.ask(known).answer;
    if (answer.kind !== 'given') throw new Error(answer.why);
    expect(answer.secret).toEqual({ ...second, prf: inverted(second?.salt ?? random(1)) });
  });

  it('is refused where it didn’t look who holds it', async () => {
    const { ceremony } = browserWith({ prf: echo, flags: PRESENT, rawId: known[0]?.id ?? random(1) });
    expect(await ceremony.ask(known).answer).toEqual({ kind: 'none', why: 'unverified' });
  });

  it('is refused where it is none of the journal’s', async () => {
    const { ceremony } = browserWith({ prf: echo });
    expect(await ceremony.ask(known).answer).toEqual({ kind: 'none', why: 'unknown' });
  });

  it('is not just any: with none known, nothing is asked', async () => {
    const { ceremony, asked } = browserWith({ prf: echo });
    expect(await ceremony.ask([]).answer).toEqual({ kind: 'none', why: 'dismissed' });
    expect(asked).toEqual([]);
  });

  it('can be called off', async () => {
    const credentials = {
      create: () => Promise.resolve(null),
      get: ({ signal }: CredentialRequestOptions = {}) =>
        new Promise<null>((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    };
    const { ask } = passkeyCeremony({ credentials, random, elapsed: () => 0 });
    const { answer, cancel } = ask(known);
    cancel();
    expect(await answer).toEqual({ kind: 'none', why: 'dismissed' });
  });

  it('is told from one whose time ran out', async () => {
    const times = [0, PASSKEY_PATIENCE];
    const late = passkeyCeremony({
      random,
      elapsed: () => times.shift() ?? 0,
      credentials: {
        create: () => Promise.resolve(null),
        get: () => Promise.reject(new DOMException('', 'NotAllowedError')),
      },
    });
    expect(await late.ask(known).answer).toEqual({ kind: 'none', why: 'late' });
  });
});
