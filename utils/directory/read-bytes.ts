import { failure, type Result, success } from '../core/result.ts';

/**
 * The value of a JSON text in UTF-8 (RFC 8259; a byte order mark is skipped). Bytes that aren't UTF-8 are
 * refused, rather than shown as replacement characters in somebody's name.
 */
export function readJson(bytes: Uint8Array): Result<unknown, 'notJson'> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return success(value);
  } catch {
    // Besides what isn't JSON: a RangeError, for a text that is nested too deeply or too long to be a string.
    return failure('notJson');
  }
}

/** The bytes that base64url without padding stands for (RFC 4648 §5, RFC 7515 §2), each in one way only. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  try {
    const padded = text.padEnd(Math.ceil(text.length / 4) * 4, '=');
    return Uint8Array.fromBase64(padded, { alphabet: 'base64url', lastChunkHandling: 'strict' });
  } catch {
    return undefined;
  }
}
