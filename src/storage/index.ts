import { resolve } from 'node:path';
import { StartupError } from '../errors.ts';
import type { Environment } from '../settings.ts';
import { parseDatabaseUrl, whyPostgresFails } from './database-url.ts';
import type { ReportLoss } from './postgres.ts';
import type { Storage } from './storage.ts';

const defaultFile = 'minerals-desk.db';

/** The file that DATABASE_FILE names, or the one in the current folder; ":memory:" keeps nothing. */
export function databaseFile({ DATABASE_FILE }: Environment): string {
  const file = DATABASE_FILE || defaultFile;
  return file === ':memory:' ? file : resolve(file);
}

/** Whether the environment names a database, rather than leaving it to the usual file. */
export function namesDatabase({ DATABASE_URL, DATABASE_FILE }: Environment): boolean {
  return Boolean(DATABASE_URL || DATABASE_FILE);
}

/**
 * A few words for the operator on where the environment has things stored; nothing secret.
 * @throws StartupError when DATABASE_URL can't be read.
 */
export function describeStorage(environment: Environment): string {
  const address = parseDatabaseUrl(environment);
  return address === undefined
    ? `SQLite in ${databaseFile(environment)}`
    : `PostgreSQL at ${address.shownAs}`;
}

/**
 * Opens the storage that the environment names, PostgreSQL with DATABASE_URL and otherwise a file of SQLite, and brings
 * it up to date.
 * @param options.report Takes losses of connections that nobody was waiting for.
 * @throws StartupError that says why it can't be used and what to do. The password is not shown.
 */
export async function openStorage(
  environment: Environment,
  { report = () => {} }: { readonly report?: ReportLoss } = {},
): Promise<Storage> {
  const address = parseDatabaseUrl(environment);
  if (address === undefined) return openFile(databaseFile(environment));
  try {
    const { openPostgres } = await import('./postgres.ts');
    return await openPostgres(address.url, report);
  } catch (error) {
    throw new StartupError(`The database ${address.shownAs} can't be used:`, [whyPostgresFails(error)]);
  }
}

async function openFile(file: string): Promise<Storage> {
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
