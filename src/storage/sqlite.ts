import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import { LRUCache } from 'lru-cache';
import { createMemoryCounter } from './counters.ts';
import { migrate } from './migrations.ts';
import { createSqlStorage } from './sql-storage.ts';
import type { Storage } from './storage.ts';
import type { Tables } from './tables.ts';

/** Statements that are asked again are prepared once. */
const mostPrepared = 200;
/** How long a write waits for another process that is writing. */
const busyTimeoutMs = 5_000;

/**
 * Storage in one SQLite file, which is created when there is none; ":memory:" keeps it in memory. Several processes may
 * use the file at once.
 * @throws Error with SQLite's reason when the file can't be used.
 */
export async function openSqlite(file: string): Promise<Storage> {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    // Readers and a writer don't wait for each other, and what was acknowledged survives a loss of power.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect({ database: adapt(database) }) });
    await migrate(db, 'integer');
    // A transaction has the whole file to itself from its beginning.
    return createSqlStorage({ db, lockTable: async () => {}, createCounter: createMemoryCounter });
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Node's SQLite in the shape that kysely expects. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const prepared = new LRUCache<string, ReturnType<SqliteDatabase['prepare']>>({ max: mostPrepared });
  const prepare = (sql: string) => {
    const statement = database.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (parameters: readonly unknown[]) => statement.all(...parameters.map(toInput)),
      run: (parameters: readonly unknown[]) => statement.run(...parameters.map(toInput)),
      iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters.map(toInput)),
    };
  };
  return {
    close: () => database.close(),
    prepare: (sql) => {
      // Tables change while the program starts, and what was prepared before would not know.
      const isQuery = /^(select|insert|update|delete)\b/i.test(sql);
      const statement = (isQuery ? prepared.get(sql) : undefined) ?? prepare(sql);
      if (isQuery) prepared.set(sql, statement);
      return statement;
    },
  };
}

function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`SQLite has no column for a value of type ${typeof value}`);
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** SQLite changes tables within a transaction like anything else, so that two processes can't both create them. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Takes the write lock when a transaction begins: one that asks for it later may be refused instead of waiting. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
