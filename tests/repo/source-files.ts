import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** All files that git tracks or would track, below the given folders, with these endings. */
export function sourceFiles(
  folders: readonly string[],
  endings: readonly string[] = ['.ts', '.tsx'],
): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders],
    {
      encoding: 'utf8',
    },
  );
  return listed
    .split('\n')
    .filter((file) => endings.some((ending) => file.endsWith(ending)) && existsSync(file))
    .sort();
}
