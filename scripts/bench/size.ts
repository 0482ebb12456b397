import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { gzipSync } from 'node:zlib';

const AT_ONCE = /(?:from|import)\s*["'](\.[^"']+)["']/g;
const LATER = /import\(\s*["'`](\.[^"'`]+)["'`]\s*\)/g;

/** A page's JavaScript in bytes, gzipped file by file. */
export interface ScriptSize {
  /** Loaded before anything happens. */
  first: number;
  /** Whatever may come after that. */
  later: number;
}

/** @param folder holds the build */
export function scriptSize(folder: string, page: string): ScriptSize {
  const html = readFileSync(join(folder, page), 'utf8');
  const loaded = new Set<string>();
  const coming: string[] = [];
  /** Loads these files and all that they import at once; what they import later is left in `coming`. */
  const load = (wanted: string[]): number => {
    let size = 0;
    for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
      if (loaded.has(path)) continue;
      loaded.add(path);
      const code = readFileSync(join(folder, path), 'utf8');
      size += gzipSync(code, { level: 9 }).length;
      for (const [pattern, list] of [[AT_ONCE, wanted] as const, [LATER, coming] as const]) {
        for (const match of code.matchAll(pattern)) list.push(join(dirname(path), match[1] ?? ''));
      }
    }
    return size;
  };
  const first = load([...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? ''));
  let later = 0;
  while (coming.length > 0) later += load(coming.splice(0));
  return { first, later };
}
