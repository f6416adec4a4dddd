import { webApi } from '@slack/bolt';
import type { Permission } from '../../bot/command.ts';
import { type Log, messageOf } from '../../bot/log.ts';

/**
 * Asks Slack whether a person may configure the workspace: its admins and owners may. Never throws.
 * @param token Of the bot in that workspace.
 */
export type LookUpPermission = (user: string, token: string | undefined) => Promise<Permission>;

/** People wait for it, and learn what to do when it does not come. */
const timeoutMs = 2_000;

export interface PermissionOptions {
  /** Where the Web API is, and how it is fetched. */
  readonly clientOptions: Pick<webApi.WebClientOptions, 'slackApiUrl' | 'fetch'>;
  readonly log: Log;
  /** For the client; it should say nothing, as what goes wrong is told to `log`. */
  readonly logger: NonNullable<webApi.WebClientOptions['logger']>;
}

/**
 * A look-up by users.info, which needs the scope users:read. Nothing is kept: an admin who is none any more is refused at
 * once.
 */
export function createPermissionLookUp({ clientOptions, log, logger }: PermissionOptions): LookUpPermission {
  return async (user, token) => {
    try {
      const client = new webApi.WebClient(token, {
        ...clientOptions,
        logger,
        timeout: timeoutMs,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      });
      const { user: found } = await client.users.info({ user });
      if (found === undefined) return 'unknown';
      return found.is_admin === true || found.is_owner === true ? 'granted' : 'denied';
    } catch (error) {
      log.warn(`Slack: can't look up whether a person may change settings: ${messageOf(error)}`);
      return 'unknown';
    }
  };
}
