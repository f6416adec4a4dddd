import { defineConfig } from 'vitest/config';

const env = { DATABASE_FILE: ':memory:' };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'tests', include: ['test/**/*.test.ts'], testTimeout: 60_000, env } },
      // They need Chromium on the machine, which npm does not bring.
      { test: { name: 'browser', include: ['test/**/*.browser.ts'], testTimeout: 60_000, env } },
    ],
  },
});
