import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Tables } from './tables.ts';

/** The type of a column that numbers its rows by itself, which databases call differently. */
export type IdType = 'integer' | 'serial';

/**
 * Brings the tables up to date.
 * @throws Error with the reason when that fails, also when the database is of a later version than this program.
 */
export async function migrate(db: Kysely<Tables>, idType: IdType): Promise<void> {
  const provider = { getMigrations: async () => createMigrations(idType) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  throw error instanceof Error ? error : new Error(String(error));
}

/** In the order of their names. One that has been released is never changed. */
function createMigrations(idType: IdType): Record<string, Migration> {
  return {
    '2026-11-25-questions-uses-feedback': {
      up: async (db) => {
        await db.schema
          .createTable('setting')
          .addColumn('name', 'text', (column) => column.primaryKey())
          .addColumn('value', 'text', (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('question')
          .addColumn('id', idType, (column) => column.primaryKey())
          .addColumn('text', 'text', (column) => column.notNull().unique())
          .addColumn('outcome', 'text', (column) => column.notNull())
          .addColumn('handled_on', 'text')
          .execute();
        await db.schema
          .createTable('asking')
          .addColumn('question_id', 'integer', (column) =>
            column.notNull().references('question.id').onDelete('cascade'),
          )
          .addColumn('place', 'text', (column) => column.notNull())
          .addColumn('day', 'text', (column) => column.notNull())
          .addColumn('times', 'integer', (column) => column.notNull())
          .addPrimaryKeyConstraint('asking_key', ['question_id', 'place', 'day'])
          .execute();
        await db.schema
          .createTable('fact_use')
          .addColumn('fact_id', 'text', (column) => column.notNull())
          .addColumn('day', 'text', (column) => column.notNull())
          .addColumn('answers', 'integer', (column) => column.notNull())
          .addPrimaryKeyConstraint('fact_use_key', ['fact_id', 'day'])
          .execute();
        await db.schema
          .createTable('feedback')
          .addColumn('id', idType, (column) => column.primaryKey())
          .addColumn('verdict', 'text', (column) => column.notNull())
          .addColumn('note', 'text')
          .addColumn('fact_ids', 'text', (column) => column.notNull())
          .addColumn('question_hash', 'text')
          .addColumn('place', 'text', (column) => column.notNull())
          .addColumn('day', 'text', (column) => column.notNull())
          .execute();
      },
    },
    '2026-11-25-settings-installations-marks': {
      up: async (db) => {
        await createPairs(db, 'place_setting', ['place', 'json']);
        await createPairs(db, 'installation', ['key', 'sealed']);
        await db.schema
          .createTable('mark')
          .addColumn('key', 'text', (column) => column.primaryKey())
          .addColumn('note', 'text', (column) => column.notNull())
          .addColumn('expires_at', 'bigint', (column) => column.notNull())
          .execute();
        await db.schema.createIndex('mark_expires_at').on('mark').column('expires_at').execute();
        await db.schema.createIndex('asking_place').on('asking').column('place').execute();
      },
    },
    // As rate-limiter-flexible expects it, which creates its table by itself otherwise.
    '2026-11-25-rate-limits': {
      up: async (db) => {
        await db.schema
          .createTable('rate_limit')
          .addColumn('key', 'varchar(255)', (column) => column.primaryKey())
          .addColumn('points', 'integer', (column) => column.notNull().defaultTo(0))
          .addColumn('expire', 'bigint')
          .execute();
        await db.schema.createIndex('rate_limit_expire').on('rate_limit').column('expire').execute();
      },
    },
  };
}

async function createPairs<T>(db: Kysely<T>, table: string, [key, value]: readonly [string, string]) {
  await db.schema
    .createTable(table)
    .addColumn(key, 'text', (column) => column.primaryKey())
    .addColumn(value, 'text', (column) => column.notNull())
    .execute();
}
