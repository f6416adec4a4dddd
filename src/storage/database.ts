import type { Kysely, Transaction } from 'kysely';
import type { Storage } from './storage.ts';
import type { Tables } from './tables.ts';

/** An open database whose tables are up to date. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly createCounter: Storage['createCounter'];
  /**
   * Keeps other writers out of a table until the transaction ends. For work that deletes many rows: those who write rows
   * one by one at the same time could wait for it while it waits for them.
   */
  lockTable(transaction: Transaction<Tables>, table: 'question' | 'mark'): Promise<void>;
}

/** Rows that are written with one statement. Databases limit the number of values, SQLite to 32,766. */
const mostRows = 1_000;

/** The rows in the portions in which they are written. */
export function inPortions<T>(rows: readonly T[]): readonly T[][] {
  return Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, index) =>
    rows.slice(index * mostRows, (index + 1) * mostRows),
  );
}
