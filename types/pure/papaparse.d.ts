/**
 * The part of Papa Parse that pure code uses. Its own types bring Node's along, and with them `fetch` and the clock,
 * which pure code is checked without.
 */
interface PapaParse {
  parse<Row>(text: string, options: { delimiter: string }): { data: Row[] };
  unparse(rows: readonly (readonly string[])[], options: { quotes: boolean; newline: string }): string;
}

declare const papaParse: PapaParse;
export default papaParse;
