import { App } from '@slack/bolt';
import { messageOf, type Report } from '../../bot/log.ts';
import type { Telemetry } from '../../bot/monitor.ts';
import { createReference } from '../../bot/reference.ts';
import { StartupError } from '../../errors.ts';
import type { Adapter, Bot } from '../adapter.ts';
import { apologise } from './apologise.ts';
import type { SlackConfig } from './config.ts';
import { openHttp, openSocket } from './connection.ts';
import { addHandlers } from './handlers.ts';
import { installerOptions } from './installing.ts';
import { addLeavingHandlers, NotDone } from './leaving.ts';
import { createLogger } from './logger.ts';
import { createOnce } from './once.ts';
import { createPermissionLookUp } from './permissions.ts';
import { createPictureHost } from './pictures.ts';
import { createShow } from './show.ts';
import type { SocketLimits } from './socket.ts';
import { createLanguageLookUp } from './user-language.ts';

/** How long `stop` waits for what is in flight. */
const stopWithinMs = 8_000;

/** A call is tried for a few seconds, rate limits waited out; after that whoever called knows, and says so. */
const retryConfig = { retries: 4, minTimeout: 250, factor: 2 };

export interface SlackOptions extends SlackConfig, Telemetry, SocketLimits {}

/** The bot on Slack, over Socket Mode or signed HTTP. */
export function createSlackAdapter(
  bot: Bot,
  {
    botToken,
    apiUrl,
    publicUrl,
    asksLocale = false,
    mode,
    log,
    monitor,
    reconnectWithinMs = 60_000,
  }: SlackOptions,
): Adapter {
  const countingFetch: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    if (response.status === 429) monitor.rateLimited('slack');
    return response;
  };
  const site = { fetch: countingFetch, ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }) };
  const clientOptions = { retryConfig, ...site };
  const logger = createLogger((line) => log.error(line));
  const report: Report = (error, fields) =>
    log.error(`Slack: ${messageOf(error)}`, { ...fields, error: originOf(error) });
  const host =
    mode.type === 'http' && publicUrl !== undefined
      ? createPictureHost({ publicUrl, marks: bot.marks, report })
      : undefined;
  const connection =
    mode.type === 'socket'
      ? openSocket(mode.appToken, { clientOptions, logger, log, reconnectWithinMs })
      : openHttp(mode.signingSecret, {
          logger,
          pictures: host?.route,
          ...(mode.installing === undefined
            ? {}
            : { installing: installerOptions(mode.installing, { bot, clientOptions, log, logger, report }) }),
        });
  const app = new App({
    // Without one, Bolt asks the installer for the token of each workspace.
    ...(botToken === undefined ? {} : { token: botToken }),
    receiver: connection.receiver,
    clientOptions,
    logger,
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  const inFlight = new Set<Promise<unknown>>();
  const track = async (work: Promise<unknown>) => {
    inFlight.add(work);
    await work.finally(() => inFlight.delete(work));
  };

  app.use(({ next }) => track(next()));
  const once = createOnce(bot.marks, report);
  app.use(once.middleware);
  const onError: Parameters<App['error']>[0] = async ({ error, body, context }) => {
    const reference = createReference();
    report(error, { reference });
    const token = context.botToken ?? botToken;
    const said = apologise(app, { body, reference, botToken: token, fetch: countingFetch });
    await track(said.catch((failure) => log.warn(`Slack: nobody could be told: ${messageOf(failure)}`)));
    // A request over HTTP is then answered with 500, and Slack sends it again.
    if (originOf(error) instanceof NotDone) throw error;
  };
  app.error(onError);
  // Its failures are told by the look-up itself, once.
  const quiet = createLogger(() => {});
  const lookUpLanguage = asksLocale
    ? createLanguageLookUp({ clientOptions: site, log, logger: quiet })
    : undefined;
  const lookUpPermission = createPermissionLookUp({ clientOptions: site, log, logger: quiet });
  const { mayAnswer } = once;
  addHandlers(app, bot, { show: createShow(host, log), lookUpLanguage, lookUpPermission, mayAnswer, report });
  addLeavingHandlers(app, bot, report);

  return {
    name: 'Slack',
    platform: 'slack',
    endpoints: connection.endpoints,
    status: connection.status,
    start: async () => {
      try {
        await app.init();
        await connection.start(app);
      } catch (error) {
        throw explainStart(error);
      }
      log.info(mode.type === 'http' ? 'Slack: ready, listening at /slack/events.' : 'Slack: connected.');
    },
    stop: async () => {
      const timeout = new Promise((resolve) => setTimeout(resolve, stopWithinMs).unref());
      await Promise.race([Promise.allSettled(inFlight), timeout]);
      await connection.stop(app);
    },
  };
}

/** Bolt wraps what has no code. */
function originOf(error: unknown): unknown {
  return error instanceof Error && 'original' in error ? error.original : error;
}

const refusals: Readonly<Record<string, string>> = {
  invalid_auth:
    'SLACK_BOT_TOKEN or SLACK_APP_TOKEN is not good: copy them again from https://api.slack.com/apps',
  not_authed: 'SLACK_BOT_TOKEN is empty: copy it from page OAuth & Permissions',
  account_inactive: 'the app was removed from the workspace: install it again',
  token_revoked: 'the token was revoked: install the app again and copy the new one',
  missing_scope:
    'a scope is missing: create the app from the manifest of npm run slack:manifest, and install it again',
};

function explainStart(error: unknown): unknown {
  const text = error instanceof Error ? error.message : String(error);
  const code = Object.keys(refusals).find((one) => text.includes(one));
  return code === undefined
    ? error
    : new StartupError(`Slack refuses to connect (${code}):`, [refusals[code] ?? '']);
}
