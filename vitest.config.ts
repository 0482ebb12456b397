import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' } },
      {
        plugins: [preact()],
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['tests/component/set-up.ts'],
        },
      },
      { test: { name: 'repo', include: ['tests/repo/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          // Most of a run is waiting: for five seconds between refreshes, for an alarm, for a browser to start.
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // To open a browser's popup once may take the second that is usual.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        test: {
          name: 'soak',
          include: ['tests/soak/**/*.test.ts'],
          environment: 'node',
          testTimeout: 2 * 60 * 60_000,
        },
      },
    ],
  },
});
