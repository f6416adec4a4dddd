import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Driver } from './driver.ts';

/** Address of the server under test; test/support/storage/needs-postgres.ts sees to it that there is one. */
const serverUrl = process.env.TEST_DATABASE_URL ?? '';

/** Runs statements on the server under test, outside of the databases of the tests. */
export async function administer(...statements: readonly string[]): Promise<void> {
  const client = new Client(serverUrl);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface PostgresDatabase {
  readonly name: string;
  readonly environment: Readonly<Record<'DATABASE_URL', string>>;
  remove(): Promise<void>;
}

export async function createPostgresDatabase(): Promise<PostgresDatabase> {
  const name = `desk_${randomBytes(8).toString('hex')}`;
  await administer(`create database ${name} template template0`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    name,
    environment: { DATABASE_URL: url.href },
    remove: () => administer(`drop database ${name} with (force)`),
  };
}

export const postgres: Driver = { name: 'PostgreSQL', create: createPostgresDatabase };
