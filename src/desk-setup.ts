import { type Log, messageOf } from './bot/log.ts';
import { parseDeskConfig } from './desk/config.ts';
import { type Desk, openDesk } from './desk/desk.ts';
import { StartupError } from './errors.ts';
import { openPlainLog } from './logging/index.ts';
import type { Environment } from './settings.ts';
import { namesDatabase, openStorage } from './storage/index.ts';

/**
 * The desk in the database that the environment names. When none is named and the usual file can't be used, as in a
 * folder that is read only, there is no desk, and the bot answers without: that is said to `log`.
 * @throws StartupError when a setting is wrong, or a database is named that can't be used.
 */
export async function openDeskFor(
  environment: Environment,
  log: Log = openPlainLog(environment, { isTyping: false }),
): Promise<Desk | undefined> {
  const config = parseDeskConfig(environment);
  const report = (error: unknown) => log.error(`The database: ${messageOf(error)}`);
  try {
    return await openDesk(await openStorage(environment, { report }), { ...config, report });
  } catch (error) {
    if (!(error instanceof StartupError) || namesDatabase(environment)) throw error;
    log.warn([error.message, ...error.problems, 'Until then no question is noted.'].join('\n'));
    return undefined;
  }
}
