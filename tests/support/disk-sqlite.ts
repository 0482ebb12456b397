import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unsnap } from './disk-snappy.ts';

/** Every file of SQLite's begins so. */
export const SQLITE = Buffer.from('SQLite format 3\0');
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every text and every piece of bytes in a database, those that Firefox has packed with Snappy unpacked. */
export function sqliteContents(path: string): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-sqlite-'));
  try {
    // A copy, since looking at a database with a log beside it writes to it.
    const copy = join(folder, basename(path));
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    const database = new DatabaseSync(copy);
    try {
      return contentsOf(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function contentsOf(database: DatabaseSync): Buffer[] {
  const found: Buffer[] = [];
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  for (const { name } of tables) {
    const rows = database.prepare(`SELECT * FROM ${quoted(String(name))}`);
    // Browsers count microseconds since 1601.
    rows.setReadBigInts(true);
    for (const row of rows.iterate()) {
      for (const value of Object.values(row)) {
        if (typeof value === 'string') found.push(Buffer.from(value));
        if (!(value instanceof Uint8Array)) continue;
        const plain = unsnap(value);
        found.push(Buffer.from(value), ...(plain === undefined ? [] : [Buffer.from(plain)]));
      }
    }
  }
  return found;
}
