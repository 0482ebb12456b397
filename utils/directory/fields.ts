import { z } from 'zod';
import '../core/jitless.ts';
import { cleanLine, cleanLines } from '../core/text.ts';

/**
 * Why a value was refused. A schema's error message is one of these codes, so that the words for it
 * come from the translations.
 */
export const REJECTION_CODES = [
  'missing',
  'wrongType',
  'empty',
  'tooLong',
  'tooMany',
  'badDate',
  'badTime',
  'badTimeZone',
  'badLanguage',
  'badCountry',
  'badLink',
  'badAddress',
  'badNumber',
  'regionMissing',
  'badPhoto',
  'unknownValue',
  'unknownSite',
  'duplicate',
  'notAList',
  'invalid',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** Remembers answers for the few distinct values (zones, languages) that thousands of records share. */
function remembered(check: (value: string) => boolean): (value: string) => boolean {
  const answers = new Map<string, boolean>();
  return (value) => {
    let answer = answers.get(value);
    if (answer === undefined) {
      answer = check(value);
      if (answers.size < 1000 && value.length < 100) answers.set(value, answer);
    }
    return answer;
  };
}

function throwsNothing(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

const isTimeZone = remembered(
  (zone) => /^[A-Za-z]/.test(zone) && throwsNothing(() => new Intl.DateTimeFormat('en', { timeZone: zone })),
);
const isLanguage = remembered((tag) => throwsNothing(() => Intl.getCanonicalLocales(tag)));

/** Whether `address` is an absolute https: address without a user name or password in it. */
export function isSafeLink(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname !== '';
  } catch {
    return false;
  }
}

/**
 * An address as it is sent: look-alike letters, overrides of direction and the like become visible codes
 * (`xn--…`, `%E2%80%AE`). What is no address stays as it is.
 */
function spelledOut(address: string): string {
  if (/^https:\/\/[!-~]+$/.test(address)) return address;
  try {
    return new URL(address).href;
  } catch {
    return address;
  }
}

/** One line of text. */
export const line = (max: number) => z.string().overwrite(cleanLine).min(1, 'empty').max(max, 'tooLong');
/** Text that may have several lines. */
export const prose = (max: number) => z.string().overwrite(cleanLines).min(1, 'empty').max(max, 'tooLong');
/** A list of at most `max`; absent is empty. */
export const list = <Item extends z.ZodType>(item: Item, max: number) =>
  z.array(item).max(max, 'tooMany').default([]);

export const id = line(100);
/** A calendar day, as `2026-11-20`. */
export const day = z.iso.date('badDate');
/** An instant with its offset, as `2026-11-20T09:00:00Z`. */
export const instant = z.iso.datetime({ offset: true, error: 'badDate' });
/** A time of day, as `09:00`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'badTime');
/** An IANA time zone, as `Europe/London`; an offset is refused, since it breaks across daylight saving. */
export const timeZone = z
  .string()
  .max(60, { error: 'tooLong', abort: true })
  .refine(isTimeZone, 'badTimeZone');
/** A BCP 47 language tag. */
export const language = z
  .string()
  .max(35, { error: 'tooLong', abort: true })
  .refine(isLanguage, 'badLanguage');
/** An ISO 3166-1 alpha-2 country. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'badCountry');
/** An absolute https: address. */
export const link = z
  .string()
  .max(2000, { error: 'tooLong', abort: true })
  .overwrite(spelledOut)
  .max(2000, 'tooLong')
  .refine(isSafeLink, 'badLink');
/** Controls, format characters (directions, zero-width), and halves of surrogate pairs. */
const UNSEEN_OR_HALF = /[\p{Cc}\p{Cf}\p{Cs}]/u;
/**
 * An address of email, Teams or Webex (a user principal name has the same form). Nothing unseen, and no half
 * of a surrogate pair, which could not be written into a `mailto:`.
 */
export const mailbox = z
  .string()
  .max(254, { error: 'tooLong', abort: true })
  .regex(/^[^\s@<>()[\]\\,;:"%?&#/]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/, 'badAddress')
  .refine((address) => !UNSEEN_OR_HALF.test(address), 'badAddress');
/** A small picture inside the directory itself, so that showing it asks nobody. */
export const photo = z
  .string()
  .max(100_000, { error: 'tooLong', abort: true })
  .regex(/^data:image\/(?:png|jpeg|webp|avif|gif);base64,[A-Za-z0-9+/]+={0,2}$/, 'badPhoto');
