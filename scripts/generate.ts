import { writeFile } from 'node:fs/promises';
import { generatedFiles } from './schemas.ts';

for (const { path, text } of generatedFiles()) {
  await writeFile(new URL(`../${path}`, import.meta.url), text);
  console.log(`wrote ${path}`);
}
