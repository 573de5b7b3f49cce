import { defineConfig } from 'vitest/config';

const LONGEST_MS = 120_000;
const exclude = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    // The database works beside the tests: more workers than this only wait for each other on a small machine.
    maxWorkers: 2,
    globalSetup: ['test/support/global-setup.ts', 'test/support/broker-setup.ts'],
    projects: [
      {
        test: {
          name: 'service',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude,
          testTimeout: LONGEST_MS,
          hookTimeout: LONGEST_MS,
          // Files share what they import: reading all of the service anew for each takes longer than most of them.
          isolate: false,
          // Node reads TypeScript by itself, here as in production.
          experimental: { viteModuleRunner: false, nodeLoader: false },
        },
      },
      {
        test: {
          name: 'console',
          include: ['console/**/*.test.ts'],
          exclude,
          testTimeout: LONGEST_MS,
          hookTimeout: LONGEST_MS,
        },
      },
    ],
  },
});
