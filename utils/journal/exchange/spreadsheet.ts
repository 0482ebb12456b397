/** With what a spreadsheet takes a cell for a formula (OWASP, "CSV Injection"), in the widths of Japanese too. */
const FORMULA = /^'*\s*[=+\-@＝＋－＠\t\r\n]/u;
const GUARDED = /^'+\s*[=+\-@＝＋－＠\t\r\n]/u;

/** A cell that no spreadsheet takes for a formula: with an apostrophe before it where one would. */
export const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** The inverse of `guarded`. */
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);

/** Words in one cell, ` | ` between them; a bar or a backslash in a word has a backslash before it. */
export const joinWords = (words: readonly string[]): string =>
  words.map((word) => word.replace(/[\\|]/g, '\\$&')).join(' | ');

/** The inverse of `joinWords`. */
export function splitWords(cell: string): string[] {
  if (cell === '') return [];
  const words = [''];
  for (const [piece] of cell.matchAll(/\\[\\|]| \| |[\s\S]/gu)) {
    if (piece === ' | ') words.push('');
    else words.push(`${words.pop()}${piece.length === 2 && piece.startsWith('\\') ? piece.slice(1) : piece}`);
  }
  return words;
}
