import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { gzipSync } from 'node:zlib';

/** Bytes, gzipped, of all the JavaScript that a page loads before anything happens. */
export function scriptSize(folder: string, page: string): number {
  const html = readFileSync(join(folder, page), 'utf8');
  const wanted = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  const loaded = new Set<string>();
  let size = 0;
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (loaded.has(path)) continue;
    loaded.add(path);
    const code = readFileSync(join(folder, path), 'utf8');
    size += gzipSync(code, { level: 9 }).length;
    for (const match of code.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) {
      wanted.push(join(dirname(path), match[1] ?? ''));
    }
  }
  return size;
}
