import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SAMPLE_PATH, sampleText } from '../../scripts/sample.ts';
import { directorySchema } from '../../utils/directory/schema.ts';

const text = readFileSync(SAMPLE_PATH, 'utf8');
const sample = directorySchema.parse(JSON.parse(text));
/** Ofcom's and the North American plan's numbers for drama: nobody answers there. */
const NOBODYS_NUMBER = /^\+(?:442079460\d{3}|447700900\d{3}|1\d{3}55501\d{2})$/;

describe('the sample organization', () => {
  it('is what the script makes', () => {
    expect(text).toBe(sampleText());
  });

  it('says that it is a test', () => {
    expect(sample.environment).toBe('test');
    expect(sample.organization.name).toContain('sample');
  });

  it('can reach no real person', () => {
    const channels = [...sample.allies, ...sample.resources].flatMap((record) => record.channels);
    const reaching = channels.filter((channel) => {
      if ('number' in channel) return !NOBODYS_NUMBER.test(channel.number);
      if ('address' in channel) return !channel.address.endsWith('.example');
      return 'url' in channel && !new URL(channel.url).hostname.endsWith('.example');
    });
    expect(channels.length).toBeGreaterThan(40);
    expect(reaching).toEqual([]);
  });

  it('keeps its allies for years: no training or check runs out soon', () => {
    const ends = sample.allies.flatMap(({ training }) => training.flatMap(({ expires }) => expires ?? []));
    const reviews = sample.resources.flatMap(({ reviewBy }) => reviewBy ?? []);
    expect([...ends, ...reviews].filter((day) => day < '2036')).toEqual([]);
  });
});
