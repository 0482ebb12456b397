import type { Digests } from './ports.ts';

/** WebCrypto's. */
export const digests: Digests = {
  async sha256(bytes) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
  },

  async verifyEd25519(publicKey, signature, message) {
    try {
      const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
      return await crypto.subtle.verify('Ed25519', key, signature, message);
    } catch {
      // A key that isn't a point on the curve, or of the wrong length.
      return false;
    }
  },
};
