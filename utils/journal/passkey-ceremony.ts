import type { RandomBytes } from './ids.ts';
import {
  type KnownPasskey,
  PASSKEY_PATIENCE,
  type PasskeyAnswer,
  type PasskeyAsking,
  type PasskeyCeremony,
  type PasskeyTrouble,
  passkeyTrouble,
  saysVerified,
} from './passkey.ts';

/** What the browser is asked through, and what tells how long it took. */
export interface CeremonyPorts {
  credentials: Pick<CredentialsContainer, 'create' | 'get'>;
  random: RandomBytes;
  /** ms, from any beginning */
  elapsed: () => number;
}

const none = (why: PasskeyTrouble): PasskeyAnswer => ({ kind: 'none', why });
const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';

const isPublicKey = (credential: Credential | null): credential is PublicKeyCredential =>
  credential !== null && 'getClientExtensionResults' in credential;
const isAssertion = (response: AuthenticatorResponse): response is AuthenticatorAssertionResponse =>
  'authenticatorData' in response && 'signature' in response;

function bytesOf(source: BufferSource): Uint8Array<ArrayBuffer> {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice()
    : new Uint8Array(source.slice(0));
}

const asDescriptor = ({ id }: KnownPasskey): PublicKeyCredentialDescriptor => ({ type: 'public-key', id });
const inBase64Url = (id: Uint8Array): string => id.toBase64({ alphabet: 'base64url', omitPadding: true });
/** ES256, EdDSA and RS256. Nothing is ever signed with them: it is the PRF that counts. */
const ALGORITHMS = [-7, -8, -257].map((alg) => ({ type: 'public-key', alg }) as const);
const SALT = 32;

/**
 * Passkeys over WebAuthn. `rp.id` is left out, so that it is the extension's own id. The challenge is random and
 * nobody checks the signature: whoever has the PRF's output has what the signature would show.
 */
export function passkeyCeremony({ credentials, random, elapsed }: CeremonyPorts): PasskeyCeremony {
  /** One question of WebAuthn's; each has its own time to run out. */
  async function tried(job: () => Promise<PasskeyAnswer>): Promise<PasskeyAnswer> {
    const began = elapsed();
    try {
      return await job();
    } catch (error) {
      return none(passkeyTrouble(nameOf(error), elapsed() - began));
    }
  }

  function asking(job: (signal: AbortSignal) => Promise<PasskeyAnswer>): PasskeyAsking {
    const control = new AbortController();
    return { answer: job(control.signal), cancel: () => control.abort() };
  }

  const ask = (known: readonly KnownPasskey[], signal: AbortSignal): Promise<PasskeyAnswer> =>
    tried(async () => {
      // An empty list would mean: any passkey.
      if (known.length === 0) return none('dismissed');
      const given = await credentials.get({
        signal,
        publicKey: {
          challenge: random(32),
          allowCredentials: known.map(asDescriptor),
          userVerification: 'required',
          timeout: PASSKEY_PATIENCE,
          extensions: {
            prf: {
              evalByCredential: Object.fromEntries(
                known.map(({ id, salt }) => [inBase64Url(id), { first: salt }]),
              ),
            },
          },
        },
      });
      if (!isPublicKey(given) || !isAssertion(given.response)) return none('unknown');
      if (!saysVerified(new Uint8Array(given.response.authenticatorData))) return none('unverified');
      const id = inBase64Url(new Uint8Array(given.rawId));
      const asked = known.find((one) => inBase64Url(one.id) === id);
      if (asked === undefined) return none('unknown');
      const first = given.getClientExtensionResults().prf?.results?.first;
      const prf = first && bytesOf(first);
      return prf?.length === 32 ? { kind: 'given', secret: { ...asked, prf } } : none('noPrf');
    });

  const make = (name: string, known: readonly KnownPasskey[], signal: AbortSignal): Promise<PasskeyAnswer> =>
    tried(async () => {
      const salt = random(SALT);
      const made = await credentials.create({
        signal,
        publicKey: {
          rp: { name },
          // A new one each time: the same would have it take the place of one made before.
          user: { id: random(16), name, displayName: name },
          challenge: random(32),
          pubKeyCredParams: [...ALGORITHMS],
          excludeCredentials: known.map(asDescriptor),
          // Phones and password managers keep no other kind; the vault knows the id, so it needn't be.
          authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
          attestation: 'none',
          timeout: PASSKEY_PATIENCE,
          // With nothing to work out, Windows Hello makes none.
          extensions: { prf: { eval: { first: salt } } },
        },
      });
      if (!isPublicKey(made)) return none('unknown');
      const passkey = { id: new Uint8Array(made.rawId), salt };
      // Some give a value as they are made, and none afterwards: what opens the journal is what it gave when
      // it was asked the way it will be.
      const { prf } = made.getClientExtensionResults();
      return prf?.enabled === true ? ask([passkey], signal) : none('noPrf');
    });

  return {
    make: (name, known) => asking((signal) => make(name, known, signal)),
    ask: (known) => asking((signal) => ask(known, signal)),
  };
}
