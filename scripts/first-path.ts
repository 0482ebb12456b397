import { fileURLToPath } from 'node:url';

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

const POPUP = fileURLToPath(new URL('../entrypoints/popup/main.tsx', import.meta.url));

/**
 * Names the chunk of everything that the popup imports at once. Left to itself the bundler makes a file of
 * each set of modules that pages share; the popup would load seven, and a chain of files takes longer to load
 * than to run.
 */
export function firstPath(id: string, modules: Modules): string | null {
  const needed = new Set<string>();
  const need = (module: string): void => {
    for (const imported of modules.getModuleInfo(module)?.importedIds ?? []) {
      if (needed.has(imported)) continue;
      needed.add(imported);
      need(imported);
    }
  };
  need(POPUP);
  // The builder's own plugins are a module without content, which would be a file of its own.
  return needed.has(id) || id.includes('virtual:wxt-plugins') ? 'first-path' : null;
}
