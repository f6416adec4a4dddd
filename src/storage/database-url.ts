import { z } from 'zod';
import { type Environment, optional, parseSettings } from '../settings.ts';

const form = 'postgres://user:password@host:5432/database';

const schema = z.object({
  DATABASE_URL: optional(
    z
      .string()
      .refine(
        isReadable,
        `must be as ${form}, with what is not a letter or digit in the password as % codes`,
      ),
  ),
});

export interface DatabaseAddress {
  /** With the password. */
  readonly url: string;
  /** Without user and password, for people to read. */
  readonly shownAs: string;
}

/**
 * The address that DATABASE_URL holds; undefined when it is not set.
 * @throws StartupError when it can't be read. It is not shown.
 */
export function parseDatabaseUrl(environment: Environment): DatabaseAddress | undefined {
  const { DATABASE_URL: url } = parseSettings(schema, environment, 'The database is not set up right:');
  if (url === undefined) return undefined;
  const { host, pathname, searchParams } = new URL(url);
  return { url, shownAs: `${host || (searchParams.get('host') ?? 'localhost')}${pathname}` };
}

function isReadable(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) return false;
  // A "#" or "/" of a password that is not coded ends up here.
  if (url.hash !== '' || url.pathname.includes('/', 1) || url.pathname.includes('@')) return false;
  try {
    for (const part of [url.username, url.password, url.hostname, url.pathname]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** What to do, by the codes of Node, and of PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const nextSteps: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'start it, or set host and port in DATABASE_URL right',
  ENOTFOUND: 'set the host in DATABASE_URL right',
  EAI_AGAIN: 'set the host in DATABASE_URL right, or look at the network',
  '28P01': 'set user and password in DATABASE_URL right',
  '28000': 'set user and password in DATABASE_URL right, or let that user in',
  '3D000': 'create that database, or set its name in DATABASE_URL right',
  '42501': 'let its user create tables: grant all on schema public',
  '53300': 'wait for connections to become free, or raise max_connections',
};

/** Why a PostgreSQL database could not be opened, and what to do, as one line. */
export function whyPostgresFails(error: unknown): string {
  // Node tries every address of a host, and tells what came of each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const reason = first instanceof Error ? first.message : String(first);
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  return `${reason}: ${nextSteps[code] ?? 'look whether it runs and takes connections, and at DATABASE_URL'}`;
}
