import { expect, it } from 'vitest';
import { killAndLook } from './journal-kills.ts';

const rounds = Number(process.env.SOAK_ROUNDS ?? 100);
const seed = Number(process.env.SOAK_SEED ?? Date.now() % 2 ** 32);

it(`whatever was shown as saved is there after ${rounds} rounds of kills, with the seed ${seed}`, async () => {
  console.info(`SOAK_SEED=${seed} SOAK_ROUNDS=${rounds}`);
  const report = await killAndLook({ seed, rounds, entries: 1100, say: console.info });
  console.info(JSON.stringify(report));
  expect(report.kills).toBeGreaterThanOrEqual(rounds);
  expect(report.saved).toBeGreaterThan(rounds / 3);
});
