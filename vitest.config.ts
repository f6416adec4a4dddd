import { defineConfig } from 'vitest/config';

const env = { DATABASE_FILE: ':memory:', DATABASE_URL: '' };
const testTimeout = 60_000;
/** Clients that are cut off in the midst of connecting take their time to end. */
const hookTimeout = testTimeout;

/** Cases for each property: few while somebody works, many in CI (`npm run test:properties`). */
const casesOf = (mode: string) => process.env.FAST_CHECK_RUNS ?? (mode === 'thorough' ? '10000' : '500');

export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      { test: { name: 'tests', include: ['test/**/*.test.ts'], testTimeout, hookTimeout, env } },
      {
        test: {
          name: 'properties',
          include: ['test/**/*.property.ts'],
          setupFiles: ['test/support/property-runs.ts'],
          testTimeout: 900_000,
          env: { ...env, FAST_CHECK_RUNS: casesOf(mode) },
        },
      },
      // They need Chromium on the machine, which npm does not bring.
      { test: { name: 'browser', include: ['test/**/*.browser.ts'], testTimeout, hookTimeout, env } },
      // They need a PostgreSQL, which one of them restarts: one file after the other.
      {
        test: {
          name: 'postgres',
          include: ['test/**/*.postgres.ts'],
          globalSetup: 'test/support/storage/needs-postgres.ts',
          fileParallelism: false,
          testTimeout,
          hookTimeout,
          env,
        },
      },
    ],
  },
}));
