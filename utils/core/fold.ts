const PLAIN = /^[\x20-\x7e]*$/;

/** Letters that Unicode does not decompose into a base letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  // Greek writes its sigma so at the end of a word.
  ς: 'σ',
};

/** Text as search compares it: lower case, without accents, "ł" as "l", "ß" as "ss". */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßłøđðþæœıħŧς]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
}
