import { fold } from '../core/fold.ts';

/** ISO 639 codes of the languages that are understood by name. */
const CODES = (
  'af am ar as az be bg bn bo br bs ca ceb ckb co cs cy da de dz el en eo es et eu fa ff fi fil fo fr fy ga gd gl gu ' +
  'gsw ha haw he hi hmn hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky la lb lg ln lo lt lv mg mi mk ml mn mr ms ' +
  'mt my nb ne nl nn no ny om or pa pl ps pt qu rm rn ro ru rw sa sd si sk sl sm sn so sq sr st su sv sw ta te tg th ' +
  'ti tk tn to tr ts tt ug uk ur uz ve vi wo xh yi yo yue zh zu'
).split(' ');

/**
 * The BCP 47 tag of a language as a person writes it: by its name in their locale or its own (`Polish`,
 * `polski`), or the tag itself. Undefined for what isn't known.
 *
 * @param nameIn names a tag in a locale, and answers with the tag where there is no name
 * @param locale the person's
 */
export function languageTagOf(
  typed: string,
  nameIn: (tag: string, locale: string) => string,
  locale: string,
): string | undefined {
  const wanted = fold(typed.trim());
  if (wanted === '') return undefined;
  const byName = CODES.find(
    (code) => fold(nameIn(code, locale)) === wanted || fold(nameIn(code, code)) === wanted,
  );
  if (byName !== undefined) return byName;
  try {
    const tag = Intl.getCanonicalLocales(typed.trim())[0];
    return tag !== undefined && fold(nameIn(tag, locale)) !== fold(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}
