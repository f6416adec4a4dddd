import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStorage } from '../../src/storage/index.ts';
import { administer, createPostgresDatabase, type PostgresDatabase } from '../support/storage/postgres.ts';

let database: PostgresDatabase;

beforeAll(async () => {
  database = await createPostgresDatabase();
});

afterAll(() => database.remove());

/** The problem that is told when the address is changed so. */
async function problemWith(change: (url: URL) => void): Promise<string> {
  const url = new URL(database.environment.DATABASE_URL);
  change(url);
  const error: unknown = await openStorage({ DATABASE_URL: url.href }).catch((reason) => reason);
  expect(error).toMatchObject({
    name: 'StartupError',
    message: `The database ${url.host}${url.pathname} can't be used:`,
  });
  expect(JSON.stringify(error) + String(error)).not.toContain('hunter2');
  return error instanceof Error && 'problems' in error ? String(error.problems) : '';
}

it('says when user or password are wrong, without the password', async () => {
  const problem = await problemWith((url) => {
    url.password = 'hunter2';
  });
  expect(problem).toMatch(/^password authentication failed .*: set user and password in DATABASE_URL right$/);
});

it('says when there is no such database', async () => {
  const problem = await problemWith((url) => {
    url.pathname = '/nowhere';
  });
  expect(problem).toMatch(/"nowhere" does not exist: create that database, or set its name/);
});

it('says when the user may not create tables', async () => {
  await administer(`create role ${database.name}_reader login password 'hunter2'`);
  const problem = await problemWith((url) => {
    url.username = `${database.name}_reader`;
    url.password = 'hunter2';
  });
  await administer(`drop role ${database.name}_reader`);
  expect(problem).toMatch(/^permission denied for schema public: let its user create tables/);
});

it('takes the usual file when DATABASE_URL is empty, and the server when both are set', async () => {
  const storage = await openStorage({ ...database.environment, DATABASE_FILE: '/nowhere/desk.db' });
  await storage.settings.save('a', '{}');
  await storage.close();
  const other = await openStorage({ DATABASE_URL: '', DATABASE_FILE: ':memory:' });
  expect(await other.settings.find('a')).toBeUndefined();
  await other.close();
});
