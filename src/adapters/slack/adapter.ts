import { App, HTTPReceiver, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { StartupError } from '../../errors.ts';
import type { Adapter, Bot } from '../adapter.ts';
import type { SlackConfig } from './config.ts';
import { addHandlers } from './handlers.ts';
import { createPictureHost } from './pictures.ts';
import { handleOnce } from './seen.ts';
import { createShow } from './show.ts';
import { createLanguageLookUp } from './user-language.ts';

/** How long `stop` waits for what is in flight. */
const stopWithinMs = 8_000;

/** A call is tried for a few seconds, rate limits waited out; after that whoever called knows, and says so. */
const retryConfig = { retries: 4, minTimeout: 250, factor: 2 };

export interface SlackOptions extends SlackConfig {
  /** Takes one line at a time. */
  readonly log: (line: string) => void;
}

/** The bot on Slack, over Socket Mode or signed HTTP. */
export function createSlackAdapter(
  bot: Bot,
  { botToken, apiUrl, publicUrl, asksLocale = false, mode, log }: SlackOptions,
): Adapter {
  const clientOptions = { retryConfig, ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }) };
  const logger = createLogger(log);
  const report = (error: unknown) => log(`Slack: ${error instanceof Error ? error.message : String(error)}`);
  const host =
    mode.type === 'http' && publicUrl !== undefined ? createPictureHost({ publicUrl, report }) : undefined;
  const customRoutes = host === undefined ? [health] : [health, host.route];
  const receiver: Receiver =
    mode.type === 'socket'
      ? new SocketModeReceiver({ appToken: mode.appToken, logger, installerOptions: { clientOptions } })
      : new HTTPReceiver({ signingSecret: mode.signingSecret, logger, customRoutes });
  const app = new App({ token: botToken, receiver, clientOptions, logger, deferInitialization: true });
  const inFlight = new Set<Promise<unknown>>();

  app.use(async ({ next }) => {
    const work = next();
    inFlight.add(work);
    await work.finally(() => inFlight.delete(work));
  });
  app.use(handleOnce());
  app.error(async (error) => log(`Slack: ${error.message}`));
  // Its failures are told by the look-up itself, once.
  const quiet = createLogger(() => {});
  const lookUpLanguage = asksLocale
    ? createLanguageLookUp({ botToken, apiUrl, log, logger: quiet })
    : undefined;
  addHandlers(app, bot, { show: createShow(host, log), lookUpLanguage });

  return {
    name: 'Slack',
    start: async () => {
      try {
        await app.init();
        await app.start(mode.type === 'http' ? mode.port : 0);
      } catch (error) {
        throw explainStart(error);
      }
      log(mode.type === 'http' ? `Slack: listening on port ${mode.port}.` : 'Slack: connected.');
    },
    stop: async () => {
      const timeout = new Promise((resolve) => setTimeout(resolve, stopWithinMs).unref());
      await Promise.race([Promise.allSettled(inFlight), timeout]);
      await app.stop();
    },
  };
}

const health = {
  path: '/healthz',
  method: 'GET',
  handler: (
    _request: unknown,
    response: { writeHead(status: number): unknown; end(text: string): unknown },
  ) => {
    response.writeHead(200);
    response.end('ok\n');
  },
};

/** Only what an operator can act on; Bolt's other lines may hold what people wrote. */
function createLogger(log: (line: string) => void) {
  const silent = () => {};
  return {
    debug: silent,
    info: silent,
    warn: silent,
    error: (...parts: unknown[]) =>
      log(`Slack: ${parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')}`),
    setLevel: silent,
    getLevel: () => LogLevel.ERROR,
    setName: silent,
  };
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
