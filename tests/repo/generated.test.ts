import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../scripts/schemas.ts';

describe('files made from the schemas', () => {
  it.each(generatedFiles())('$path is what `npm run generate` makes', ({ path, text }) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
