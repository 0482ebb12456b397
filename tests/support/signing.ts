import { exportJWK, type FlattenedJWS, FlattenedSign, generateKeyPair } from 'jose';

/** A key that signs directories, and what a policy says of it. */
export interface Signer {
  publicKey: { kid: string; x: string };
  /** A flattened JWS (RFC 7515 §7.2.2) with the document as its payload. */
  sign(document: unknown): Promise<FlattenedJWS>;
}

/** A new Ed25519 key. */
export async function createSigner(kid: string): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x } = await exportJWK(publicKey);
  if (x === undefined) throw new Error('The key has no public part.');
  return {
    publicKey: { kid, x },
    sign: (document) =>
      new FlattenedSign(new TextEncoder().encode(JSON.stringify(document)))
        .setProtectedHeader({ alg: 'EdDSA', kid })
        .sign(privateKey),
  };
}
