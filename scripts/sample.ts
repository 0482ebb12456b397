import { writeFileSync } from 'node:fs';
import { sampleDirectory } from '../tests/fixtures/organization.ts';

/** The same text each time, whatever the day. */
const MADE = Date.UTC(2026, 10, 20, 9);
export const SAMPLE_PATH = 'public/sample-directory.json';

/** The sample organization that ships with the extension, as it must stand in the repository. */
export const sampleText = (): string => `${JSON.stringify(sampleDirectory(MADE), null, 1)}\n`;

if (import.meta.main) {
  writeFileSync(new URL(`../${SAMPLE_PATH}`, import.meta.url), sampleText());
  console.log(`wrote ${SAMPLE_PATH}`);
}
