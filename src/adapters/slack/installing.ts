import type { HTTPReceiverOptions, Logger } from '@slack/bolt';
import type { Log, Report } from '../../bot/log.ts';
import { StartupError } from '../../errors.ts';
import type { Bot } from '../adapter.ts';
import type { InstallingConfig } from './config.ts';
import { createInstallPages } from './install-pages.ts';
import { createInstallationStore } from './installation-store.ts';
import { installPath, redirectPath } from './manifest.ts';

export interface InstallerContext {
  readonly bot: Pick<Bot, 'installations' | 'marks'>;
  readonly clientOptions: NonNullable<NonNullable<HTTPReceiverOptions['installerOptions']>['clientOptions']>;
  readonly log: Log;
  /** For Bolt. */
  readonly logger: Logger;
  readonly report: Report;
}

/**
 * What Bolt's own installer needs: it sends whoever installs to Slack, checks by a signed state and a cookie that they are
 * the ones who come back, and gets the tokens.
 * @throws StartupError when there is nowhere to keep them.
 */
export function installerOptions(
  { clientId, clientSecret, stateSecret, publicUrl, scopes }: InstallingConfig,
  { bot, clientOptions, log, logger, report }: InstallerContext,
): Partial<HTTPReceiverOptions> {
  const { installations, marks } = bot;
  if (installations === undefined) {
    throw new StartupError('Slack is not set up right:', [
      'there is no database to keep the tokens of workspaces in: set DATABASE_URL, or DATABASE_FILE to a file that can be written',
    ]);
  }
  return {
    clientId,
    clientSecret,
    stateSecret,
    logger: withoutFailures(logger),
    scopes: [...scopes],
    installationStore: createInstallationStore(installations, marks),
    ...(publicUrl === undefined ? {} : { redirectUri: `${publicUrl}${redirectPath}` }),
    installerOptions: {
      directInstall: true,
      installPath,
      redirectUriPath: redirectPath,
      callbackOptions: createInstallPages({ log, report }),
      clientOptions,
    },
  };
}

/** The installer gives its log each error that it also hands to the pages, which tell it once and as what it is. */
function withoutFailures(logger: Logger): Logger {
  return {
    ...logger,
    error: (...parts) => {
      if (!(parts[0] instanceof Error)) logger.error(...parts);
    },
  };
}
