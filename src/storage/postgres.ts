import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import { createPostgresCounter } from './counters.ts';
import { migrate } from './migrations.ts';
import { createSqlStorage } from './sql-storage.ts';
import type { Storage } from './storage.ts';
import type { Tables } from './tables.ts';

/**
 * PostgreSQL takes 100 connections unless told otherwise: enough for ten replicas, and for a look from outside. Writes
 * come in batches, so that a few connections do.
 */
const mostConnections = 5;
const connectTimeoutMs = 5_000;
/** The server gives up first; the client does when nothing comes back at all. */
const statementTimeoutMs = 10_000;
const silenceTimeoutMs = 15_000;
const idleTimeoutMs = 30_000;

/** Takes the losses of connections that nobody was waiting for. */
export type ReportLoss = (error: Error) => void;

/**
 * Storage in a PostgreSQL database, from version 12. Any number of processes may share it, and start on it at once. A
 * lost connection is replaced by the next call that needs one.
 * @param url As postgres://user:password@host:5432/database.
 * @throws Error when the database can't be reached or refuses, and TypeError when the address can't be read.
 */
export async function openPostgres(url: string, report: ReportLoss = () => {}): Promise<Storage> {
  // Waiting for another process that migrates, and migrating, may take longer than any call may later.
  const migrating = toKysely(connect({ connectionString: url, max: 1 }, report));
  try {
    await migrate(migrating, 'serial');
  } finally {
    await migrating.destroy();
  }
  const pool = connect(
    {
      connectionString: url,
      max: mostConnections,
      idleTimeoutMillis: idleTimeoutMs,
      statement_timeout: statementTimeoutMs,
      query_timeout: silenceTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs,
    },
    report,
  );
  const db = toKysely(pool);
  // Until its first call, kysely has nothing to close.
  await sql`select 1`.execute(db);
  return createSqlStorage({
    db,
    createCounter: (name, options) => createPostgresCounter(pool, name, options),
    lockTable: async (transaction, table) => {
      await sql`lock table ${sql.table(table)} in exclusive mode`.execute(transaction);
    },
  });
}

function connect(config: PoolConfig, report: ReportLoss): Pool {
  const pool = new Pool({
    application_name: 'minerals-desk',
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    // A command that forgot to close it still ends.
    allowExitOnIdle: true,
    ...config,
  });
  // Without listeners either would end the process. Of the loss of an idle connection both tell.
  pool.on('error', () => {});
  // What pg throws may hold the client, and with it the password.
  pool.on('connect', (client) => client.on('error', ({ message }) => report(new Error(message))));
  return pool;
}

function toKysely(pool: Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
