import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { firstPath } from '../../../scripts/first-path.ts';

const POPUP = fileURLToPath(new URL('../../../entrypoints/popup/main.tsx', import.meta.url));

/** Modules and what each imports at once. */
const graph = (imports: Readonly<Record<string, readonly string[]>>) => ({
  getModuleInfo: (id: string) => (imports[id] === undefined ? null : { importedIds: imports[id] }),
});

describe('the file of all that the popup needs at once', () => {
  const modules = graph({
    [POPUP]: ['reach', 'words'],
    reach: ['rank', 'words'],
    rank: ['fold'],
    settings: ['fold', 'form'],
  });

  it('holds what the popup imports, and what that imports', () => {
    for (const id of ['reach', 'words', 'rank', 'fold']) expect(firstPath(id, modules)).toBe('first-path');
  });

  it('leaves out what only other pages need, or what is loaded later', () => {
    for (const id of ['settings', 'form', 'ally-card']) expect(firstPath(id, modules)).toBeNull();
  });

  it('leaves the popup’s own beginning to the bundler', () => {
    expect(firstPath(POPUP, modules)).toBeNull();
  });

  it('comes to an end where modules import each other', () => {
    const circle = graph({ [POPUP]: ['a'], a: ['b'], b: ['a', POPUP] });
    expect(firstPath('b', circle)).toBe('first-path');
    expect(firstPath('c', circle)).toBeNull();
  });
});
