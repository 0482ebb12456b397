import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const code = sourceFiles(['utils', 'components', 'entrypoints', 'scripts', 'tests']);
const shipped = sourceFiles(['utils', 'components', 'entrypoints']);
const styles = sourceFiles(['components'], ['.css']);
const read = (file: string): string => readFileSync(file, 'utf8');
const holding = (files: readonly string[], pattern: RegExp): string[] =>
  files.filter((file) => pattern.test(read(file)));

describe('rules of the house', () => {
  it('keeps rooms small: no file over 350 lines', () => {
    expect(code.filter((file) => read(file).split('\n').length > 350)).toEqual([]);
  });

  it('renders text as text: no raw markup', () => {
    expect(
      holding(shipped, /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/),
    ).toEqual([]);
  });

  it('leaves nothing in storage.sync and sends nothing by beacon', () => {
    expect(
      holding(shipped, /storage\.sync|['"]sync:|sendBeacon|XMLHttpRequest|new WebSocket|EventSource/),
    ).toEqual([]);
  });

  it('fetches in two places only: the feed, and the bundled sample', () => {
    expect(holding(shipped, /(?:await |return |=> ?|= )(?:globalThis\.)?fetch\b|globalThis\.fetch/)).toEqual([
      'entrypoints/background/sample-feed.ts',
      'utils/directory/feed.ts',
    ]);
  });

  it('names no remote address in its styles', () => {
    expect(holding(styles, /https?:|@import (?!"\.{1,2}\/)|url\(/)).toEqual([]);
  });

  it('lays out for both directions: no left and right in styles', () => {
    expect(
      holding(
        styles,
        /(?:margin|padding|border)-(?:left|right)|(?:^|\s)(?:left|right):|text-align:\s*(?:left|right)/m,
      ),
    ).toEqual([]);
  });

  it('skips no test', () => {
    const tests = code.filter((file) => file.endsWith('.test.ts') || file.endsWith('.test.tsx'));
    const skipping = new RegExp(String.raw`\b(?:it|test|describe)\.(?:skip|only|to` + String.raw`do)\b`);
    expect(holding(tests, skipping)).toEqual([]);
  });

  it('pins every dependency to an exact version', () => {
    const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } =
      JSON.parse(read('package.json'));
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('records no download addresses in the lock file', () => {
    expect(read('package-lock.json')).not.toContain('"resolved": "http');
  });
});
