import { MINUTE, SECOND } from '../core/clock.ts';
import type { Bytes } from './ids.ts';

/** A passkey that the vault knows: its credential's id, and the salt that its PRF is asked with. */
export interface KnownPasskey {
  id: Bytes;
  salt: Bytes;
}

/** What a passkey gave: 32 bytes that it alone makes of its salt. */
export interface PasskeySecret extends KnownPasskey {
  prf: Bytes;
}

/** Why a passkey gave nothing. */
export type PasskeyTrouble =
  /** Cancelled, or not allowed: browsers don't tell which, so that a page learns nothing. */
  | 'dismissed'
  | 'late'
  /** What was asked holds one for this journal already. */
  | 'already'
  /** It can't tell, or didn't look, who holds it. */
  | 'unverified'
  | 'noPrf'
  /** The browser or an administrator allows no passkeys here. */
  | 'refused'
  | 'unknown';

export type PasskeyAnswer = { kind: 'given'; secret: PasskeySecret } | { kind: 'none'; why: PasskeyTrouble };

/** What the journal says to a passkey's secret. */
export type PasskeyTaken = 'done' | 'locked' | 'unsaved' | 'wrong' | 'damaged' | 'missing';

/**
 * What the panel has a window of its own do. It is an object of the panel's: the window calls it directly, so
 * that no key material is in a message.
 */
export interface PasskeyErrand {
  kind: 'add' | 'use';
  known: () => Promise<readonly KnownPasskey[]>;
  take: (secret: PasskeySecret) => Promise<PasskeyTaken>;
  /** The window is closed, whatever came of it. */
  over: () => void;
  /** Locks the journal and closes the panel. */
  leave: () => void;
}

/** A question that the browser has before it. The answer never rejects: what can happen is in it. */
export interface PasskeyAsking {
  answer: Promise<PasskeyAnswer>;
  cancel: () => void;
}

/** The browser's part. */
export interface PasskeyCeremony {
  /** Makes one under a name, which its keeper shows; then asks it once, to see that it works. */
  make: (name: string, known: readonly KnownPasskey[]) => PasskeyAsking;
  ask: (known: readonly KnownPasskey[]) => PasskeyAsking;
}

/** What the panel needs for passkeys. */
export interface PasskeyPorts {
  /** Whether this browser lets an extension ask a passkey for a key (WebAuthn's PRF). */
  offered: () => Promise<boolean>;
  /** Opens the window, straight from a click. False where the browser didn't. */
  open: (errand: PasskeyErrand) => boolean;
}

/** So long a passkey may take to be found, plugged in and touched, in ms. */
export const PASSKEY_PATIENCE = 3 * MINUTE;

/**
 * What a WebAuthn error means to the person.
 *
 * @param name the `DOMException`'s (Web Authentication Level 3, 5.1.3 and 5.1.4)
 * @param waited ms since the question; only it tells a time that ran out from a cancelled question
 */
export function passkeyTrouble(name: string, waited: number): PasskeyTrouble {
  switch (name) {
    case 'NotAllowedError':
      return waited >= PASSKEY_PATIENCE - SECOND ? 'late' : 'dismissed';
    case 'AbortError':
      return 'dismissed';
    case 'TimeoutError':
      return 'late';
    case 'InvalidStateError':
      return 'already';
    case 'ConstraintError':
      return 'unverified';
    case 'NotSupportedError':
      return 'noPrf';
    case 'SecurityError':
      return 'refused';
    default:
      return 'unknown';
  }
}

const FLAGS_AT = 32;
const USER_VERIFIED = 0b100;

/** Whether authenticator data say that the person was verified (Web Authentication Level 3, 6.1). */
export const saysVerified = (authenticatorData: Uint8Array): boolean =>
  ((authenticatorData[FLAGS_AT] ?? 0) & USER_VERIFIED) !== 0;

/** Whether this is an errand. It comes from another window's global object, which has no types. */
export const isErrand = (value: unknown): value is PasskeyErrand =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'add' || value.kind === 'use') &&
  ['known', 'take', 'over', 'leave'].every((name) => typeof Reflect.get(value, name) === 'function');
