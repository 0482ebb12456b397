import type { RandomBytes } from './ids.ts';
import type { Cipher, SealingKey } from './vault-ports.ts';

const AES = 'AES-GCM';

function own(key: SealingKey): CryptoKey {
  if (key instanceof CryptoKey) return key;
  throw new TypeError('Not a key of Web Crypto');
}

/** Web Crypto, as the vault uses it. */
export const cipher: Cipher = {
  importKey: (bytes) => crypto.subtle.importKey('raw', bytes, AES, false, ['encrypt', 'decrypt']),

  makeDeviceKey: () => crypto.subtle.generateKey({ name: AES, length: 256 }, false, ['encrypt', 'decrypt']),

  async deriveKey(secret, salt, purpose) {
    const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
    const info = new TextEncoder().encode(purpose);
    return crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt, info },
      key,
      { name: AES, length: 256 },
      false,
      ['encrypt', 'decrypt'],
    );
  },

  async seal(key, nonce, plain, associated) {
    const algorithm = { name: AES, iv: nonce, additionalData: associated };
    return new Uint8Array(await crypto.subtle.encrypt(algorithm, own(key), plain));
  },

  async open(key, nonce, sealed, associated) {
    const algorithm = { name: AES, iv: nonce, additionalData: associated };
    try {
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, own(key), sealed));
    } catch (error) {
      // The only thing that Web Crypto says of a wrong key, a changed text and a wrong place alike.
      if (error instanceof DOMException && error.name === 'OperationError') return undefined;
      throw error;
    }
  },

  async digest(text) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toHex();
  },
};

/** The browser's own chance. */
export const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));
