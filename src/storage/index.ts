import { resolve } from 'node:path';
import { StartupError } from '../errors.ts';
import type { Storage } from './storage.ts';

const defaultFile = 'minerals-desk.db';

/** The file that DATABASE_FILE names, or the one in the current folder; ":memory:" keeps nothing. */
export function databaseFile({ DATABASE_FILE }: Readonly<Record<string, string | undefined>>): string {
  const file = DATABASE_FILE || defaultFile;
  return file === ':memory:' ? file : resolve(file);
}

/** A few words for the operator on where the environment has things stored; nothing secret. */
export function describeStorage(environment: Readonly<Record<string, string | undefined>>): string {
  return `SQLite in ${databaseFile(environment)}`;
}

/**
 * Opens the storage that the environment names, and brings it up to date.
 * @throws StartupError that says why it can't be used and what to do.
 */
export async function openStorage(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Storage> {
  const file = databaseFile(environment);
  try {
    const { openSqlite } = await import('./sqlite.ts');
    return await openSqlite(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(`The database ${file} can't be used:`, [
      `${reason}: set DATABASE_FILE to a file, in a folder that exists and can be written to`,
    ]);
  }
}
