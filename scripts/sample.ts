import { writeFile } from 'node:fs/promises';
import { sampleDirectory } from '../tests/fixtures/organization.ts';

/** The same text each time, whatever the day. */
const MADE = Date.UTC(2026, 10, 20, 9);
const path = 'public/sample-directory.json';

await writeFile(
  new URL(`../${path}`, import.meta.url),
  `${JSON.stringify(sampleDirectory(MADE), null, 1)}\n`,
);
console.log(`wrote ${path}`);
