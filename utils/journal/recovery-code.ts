import type { Bytes, RandomBytes } from './ids.ts';

/** Crockford's base 32: no I, L, O or U, so that nothing is misread and no word comes out. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 24;
const GROUP = 4;
export const RECOVERY_GROUPS = LENGTH / GROUP;

const groupsOf = (code: string): string[] =>
  Array.from({ length: RECOVERY_GROUPS }, (_, index) => code.slice(index * GROUP, (index + 1) * GROUP));

/** A new code of 120 random bits, as `7KQ2-…`: six groups of four. */
export function makeRecoveryCode(random: RandomBytes): string {
  const code = Array.from(random(LENGTH), (byte) => LETTERS[byte % LETTERS.length] ?? '0').join('');
  return groupsOf(code).join('-');
}

/** What was typed, as the code has it: capitals, O as 0, I and L as 1, and nothing between the letters. */
function tidied(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** The 24 characters of a code as it was typed, in bytes; undefined where it can't be one. */
export function readRecoveryCode(typed: string): Bytes | undefined {
  const code = tidied(typed);
  const fits = code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter));
  return fits ? new TextEncoder().encode(code) : undefined;
}

/** Whether `typed` is group `part` (from 0) of the code. */
export function isGroup(code: string, part: number, typed: string): boolean {
  const group = groupsOf(tidied(code))[part];
  return group !== undefined && tidied(typed) === group;
}
