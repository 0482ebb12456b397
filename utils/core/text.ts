/**
 * Characters that show nothing or reorder what stands around them: controls, zero-width spaces,
 * marks and overrides of direction (Unicode TR 36, TR 9). The joiners U+200C and U+200D stay, since
 * Persian, Indic scripts and emoji need them.
 */
const UNSEEN =
  /[\p{Cc}\u00a0\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/gv;
const UNSEEN_IN_LINES =
  /[[\p{Cc}\u00a0\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]--\n]+/gv;
const SPACES = / {2,}/g;
/** A letter, a digit or a picture that leaves a mark: Hangul's fillers are letters by category, and blank. */
const SOMETHING_TO_SEE = /[[\p{L}\p{N}\p{Extended_Pictographic}]--\p{Default_Ignorable_Code_Point}]/v;
const PLAIN = /^[\x20-\x7e]*$/;
/** What most names look like, and what needs no cleaning: it begins with a letter or digit, spaces are single. */
const TIDY = /^[A-Za-z0-9][!-~]*(?: [!-~]+)*$/;

/** Whether a tab, a line break or a no-break space was meant as a space. */
const asSpace = (run: string): string => (/[\t\n\r\u00a0\u2028\u2029]/.test(run) ? ' ' : '');

/**
 * One line of text, with nothing unseen in it and no white space around it. Text without a letter, digit or
 * picture is ''. Half a surrogate pair becomes U+FFFD, since addresses can't carry it.
 */
export function cleanLine(text: string): string {
  if (TIDY.test(text)) return text;
  const seen = PLAIN.test(text) ? text : text.toWellFormed().replace(UNSEEN, asSpace);
  const tidy = seen.replace(SPACES, ' ').trim();
  return SOMETHING_TO_SEE.test(tidy) ? tidy : '';
}

/** Text of several lines, cleaned as `cleanLine` does; at most one empty line in a row. */
export function cleanLines(text: string): string {
  if (PLAIN.test(text)) return cleanLine(text);
  const lines = text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(UNSEEN_IN_LINES, asSpace);
  const tidy = lines
    .split('\n')
    .map((line) => line.replace(SPACES, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return SOMETHING_TO_SEE.test(tidy) ? tidy : '';
}
