import { expect, it } from 'vitest';
import { killAndLook } from '../soak/journal-kills.ts';

it('whatever was shown as saved is there after the browser was killed in the middle of something', async () => {
  const seed = Date.now() % 2 ** 32;
  console.info(`Kills with the seed ${seed}`);
  const { kills } = await killAndLook({ seed, rounds: 3, entries: 20, say: () => undefined });
  expect(kills).toBeGreaterThanOrEqual(3);
});
