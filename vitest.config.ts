import { defineConfig } from 'vitest/config';

const env = { DATABASE_FILE: ':memory:', DATABASE_URL: '' };
const testTimeout = 60_000;

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'tests', include: ['test/**/*.test.ts'], testTimeout, env } },
      // They need Chromium on the machine, which npm does not bring.
      { test: { name: 'browser', include: ['test/**/*.browser.ts'], testTimeout, env } },
      // They need a PostgreSQL, which one of them restarts: one file after the other.
      {
        test: {
          name: 'postgres',
          include: ['test/**/*.postgres.ts'],
          globalSetup: 'test/support/storage/needs-postgres.ts',
          fileParallelism: false,
          testTimeout,
          hookTimeout: testTimeout,
          env,
        },
      },
    ],
  },
});
