import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chromiumId, extensionIdOf } from '../../../scripts/extension-id.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-id-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const build = (manifest: object): string => {
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
};

describe('the id of a build', () => {
  it('is Chromium’s for the key in its manifest, the same each time', () => {
    const key = Buffer.from('a public key').toString('base64');
    expect(extensionIdOf(build({ key }))).toBe(chromiumId(key));
    expect(chromiumId(key)).toMatch(/^[a-p]{32}$/);
    expect(chromiumId(key)).not.toBe(chromiumId(''));
  });

  it('is the one that Firefox is told', () => {
    const gecko = { id: 'earshot@earshot.example' };
    expect(extensionIdOf(build({ browser_specific_settings: { gecko } }))).toBe('earshot@earshot.example');
  });

  it('is not guessed: a build without either, or no build at all, is an error that says what to do', () => {
    expect(() => extensionIdOf(join(folder, 'none'))).toThrow('run npm run build');
    expect(() => extensionIdOf(build({ name: 'Earshot' }))).toThrow('neither a key nor a Gecko id');
  });
});
