/** Says what to do when there is no server to test against. */
export function setup(): void {
  if (process.env.TEST_DATABASE_URL) return;
  console.error(
    'These tests need a PostgreSQL: run ./scripts/with-postgres.sh npm run test:postgres, or set TEST_DATABASE_URL to one where databases may be created.',
  );
  process.exit(1);
}
