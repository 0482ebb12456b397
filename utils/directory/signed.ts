import { failure, type Result, success } from '../core/result.ts';
import { cleanLine } from '../core/text.ts';
import type { PublicKey } from '../settings/schema.ts';
import type { Digests } from './ports.ts';
import { fromBase64Url, readJson } from './read-bytes.ts';
import { isObject } from './records.ts';
import type { RefreshProblem } from './source.ts';

/** A flattened JWS (RFC 7515 §7.2.2). */
interface Envelope {
  payload: string;
  protected: string;
  signature: string;
}

/** A document, and the key that signed it, if it was verified. */
export interface Opened {
  document: unknown;
  signedBy?: string;
}

const isEnvelope = (value: unknown): value is Envelope =>
  isObject(value) &&
  typeof value.payload === 'string' &&
  typeof value.protected === 'string' &&
  typeof value.signature === 'string' &&
  value.format === undefined;

/** The name of the signing key, if the protected header is one that can be verified here. */
function signingKey(header: string): string | undefined {
  const bytes = fromBase64Url(header);
  const json = bytes && readJson(bytes);
  if (!json?.ok || !isObject(json.value)) return undefined;
  const { alg, kid, crit } = json.value;
  // EdDSA is the older name (RFC 8037), Ed25519 the newer (RFC 9864). Extensions marked critical aren't understood.
  if ((alg !== 'EdDSA' && alg !== 'Ed25519') || crit !== undefined) return undefined;
  return typeof kid === 'string' ? kid : undefined;
}

/** Verifies the envelope by the key it names; of several keys with that name any will do. */
async function verify(
  envelope: Envelope,
  keys: readonly PublicKey[],
  digests: Pick<Digests, 'verifyEd25519'>,
): Promise<Result<string, RefreshProblem>> {
  const kid = signingKey(envelope.protected);
  const signature = fromBase64Url(envelope.signature);
  if (kid === undefined || signature === undefined) return failure({ kind: 'badSignature' });
  const named = keys.filter((key) => key.kid === kid);
  if (named.length === 0) return failure({ kind: 'unknownKey', kid: cleanLine(kid).slice(0, 100) });
  const message = new TextEncoder().encode(`${envelope.protected}.${envelope.payload}`);
  for (const { x } of named) {
    const publicKey = fromBase64Url(x);
    if (publicKey !== undefined && (await digests.verifyEd25519(publicKey, signature, message))) {
      return success(kid);
    }
  }
  return failure({ kind: 'badSignature' });
}

/**
 * Takes a document out of its signed envelope, if it is in one. Where keys are set, only a document that one
 * of them signed comes out; where none are, a signed one comes out unverified.
 *
 * @param value what was fetched, parsed
 */
export async function openSigned(
  value: unknown,
  keys: readonly PublicKey[],
  digests: Pick<Digests, 'verifyEd25519'>,
): Promise<Result<Opened, RefreshProblem>> {
  if (!isEnvelope(value)) {
    return keys.length > 0 ? failure({ kind: 'unsigned' }) : success({ document: value });
  }
  const verified = keys.length > 0 ? await verify(value, keys, digests) : undefined;
  if (verified?.ok === false) return verified;
  const payload = fromBase64Url(value.payload);
  const document = payload && readJson(payload);
  if (!document?.ok) return failure({ kind: 'notJson' });
  return success({ document: document.value, ...(verified && { signedBy: verified.value }) });
}
