import Papa from 'papaparse';

/** A table's row by its columns' names, and the line of the file on which it stands. */
export interface Row {
  line: number;
  cells: ReadonlyMap<string, string>;
}

const DELIMITERS = [',', ';', '\t'];

/** The columns that CSV's first line names, and what stands between them. */
export function headerOf(text: string): { delimiter: string; columns: string[] } {
  const line = text.slice(0, 2000).split(/\r\n?|\n/, 1)[0] ?? '';
  const cells = (delimiter: string): string[] =>
    line.split(delimiter).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .toLowerCase(),
    );
  const most = (best: string, next: string): string =>
    cells(next).length > cells(best).length ? next : best;
  const delimiter = DELIMITERS.reduce(most);
  return { delimiter, columns: cells(delimiter) };
}

/** The rows below the header; empty lines don't count. A missing cell is one with nothing in it. */
export function rowsOf(text: string): Row[] {
  const { delimiter, columns } = headerOf(text);
  const { data } = Papa.parse<string[]>(text, { delimiter });
  const rows: Row[] = [];
  let line = 1;
  for (const [index, cells] of data.entries()) {
    const empty = cells.length === 1 && cells[0] === '';
    if (index > 0 && !empty)
      rows.push({ line, cells: new Map(columns.map((name, at) => [name, cells[at] ?? ''])) });
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n?|\n/g)?.length ?? 0), 0);
  }
  return rows;
}

/** CSV of rows, each cell in quotes, so that none is split whatever a spreadsheet takes for a separator. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(
    [columns, ...rows].map((row) => [...row]),
    { quotes: true, newline: '\r\n' },
  )}\r\n`;
