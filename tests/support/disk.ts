import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logContents, tableContents } from './disk-leveldb.ts';
import { SQLITE, sqliteContents } from './disk-sqlite.ts';

/** A file that holds a text: as its bytes are, or only once what is packed in it was unpacked. */
export interface Holding {
  path: string;
  how: 'plain' | 'packed';
}

/** Files of LevelDB's are known by their names alone. */
function contentsOf(path: string, bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, SQLITE.length).equals(SQLITE)) return sqliteContents(path);
  if (/\/\d{6}\.ldb$/.test(path)) return tableContents(bytes);
  if (/\/\d{6}\.log$/.test(path)) return logContents(bytes);
  return [];
}

/**
 * Looks through all files of a folder for a text, in UTF-8 and in UTF-16 of little-endian order, in their bytes
 * and in whatever databases among them have packed, split or shortened.
 *
 * @throws Error where there is a database that can't be read, in which the text may be
 */
export function filesHolding(folder: string, text: string): Holding[] {
  const wanted = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  const holds = (bytes: Buffer): boolean => wanted.some((part) => bytes.includes(part));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((found) =>
    found.isFile(),
  );
  return files.flatMap(({ parentPath, name }): Holding[] => {
    const path = join(parentPath, name);
    const bytes = readFileSync(path);
    if (holds(bytes)) return [{ path, how: 'plain' }];
    return contentsOf(path, bytes).some(holds) ? [{ path, how: 'packed' }] : [];
  });
}
