import { z } from 'zod';
import { StartupError } from '../../errors.ts';
import { type Environment, onOrOff, optional, parseSettings, port, webAddress } from '../../settings.ts';

const token = (prefix: string) =>
  optional(
    z
      .string()
      .startsWith(
        prefix,
        `must begin with ${prefix}; it is on the pages of your app on https://api.slack.com/apps`,
      ),
  );

const schema = z.object({
  SLACK_BOT_TOKEN: token('xoxb-'),
  SLACK_APP_TOKEN: token('xapp-'),
  SLACK_SIGNING_SECRET: optional(z.string()),
  PORT: optional(port),
  SLACK_API_URL: optional(webAddress),
  SLACK_DIRECT_MESSAGES: optional(onOrOff),
  SLACK_USER_LOCALE: optional(onOrOff),
  SLACK_PUBLIC_URL: optional(z.url({ protocol: /^https$/, error: 'must be an https address' })),
});

export interface SlackConfig {
  readonly botToken: string;
  readonly mode:
    | { readonly type: 'socket'; readonly appToken: string }
    | { readonly type: 'http'; readonly signingSecret: string };
  /** Base of the Web API; undefined for Slack's own. */
  readonly apiUrl: string | undefined;
  /** Where Slack reaches the bot over HTTP, to fetch pictures; without it, and in Socket Mode, none are shown. */
  readonly publicUrl?: string | undefined;
  /** Whether the bot looks up a person's locale where no text says the language; default false. */
  readonly asksLocale?: boolean;
}

export interface ManifestConfig {
  /** Where Slack reaches the bot over HTTP; undefined for Socket Mode. */
  readonly publicUrl: string | undefined;
  readonly hasDirectMessages: boolean;
  /** Whether the bot looks up people's locales. */
  readonly asksLocale: boolean;
}

/**
 * The settings, or undefined when nothing of Slack is set.
 * @throws StartupError that lists every setting that is wrong or missing. Values of secrets are not shown.
 */
export function parseSlackConfig(environment: Environment): SlackConfig | undefined {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    PORT,
    SLACK_API_URL,
    SLACK_PUBLIC_URL,
    SLACK_USER_LOCALE,
  } = parse(environment);
  if (botToken === undefined && appToken === undefined && signingSecret === undefined) return undefined;
  const missing = [
    ...(botToken === undefined
      ? ['SLACK_BOT_TOKEN is missing: page OAuth & Permissions of your app, after installing it']
      : []),
    ...(appToken === undefined && signingSecret === undefined
      ? [
          'SLACK_APP_TOKEN (Socket Mode: page Basic Information, App-Level Tokens) or SLACK_SIGNING_SECRET with PORT (HTTP) is missing',
        ]
      : []),
    ...(appToken === undefined && signingSecret !== undefined && PORT === undefined
      ? ['PORT is missing: the port on which Slack reaches the bot over HTTP']
      : []),
  ];
  if (missing.length > 0 || botToken === undefined)
    throw new StartupError('Slack is not set up right:', missing);
  const apiUrl = SLACK_API_URL?.replace(/\/*$/, '/');
  const asksLocale = SLACK_USER_LOCALE === 'on';
  const shared = { botToken, apiUrl, publicUrl: withoutSlash(SLACK_PUBLIC_URL), asksLocale };
  if (appToken !== undefined) return { ...shared, mode: { type: 'socket', appToken } };
  return { ...shared, mode: { type: 'http', signingSecret: signingSecret ?? '' } };
}

/** @throws StartupError when a setting is wrong. */
export function parseManifestConfig(environment: Environment): ManifestConfig {
  const { SLACK_PUBLIC_URL, SLACK_DIRECT_MESSAGES, SLACK_USER_LOCALE } = parse(environment);
  return {
    publicUrl: withoutSlash(SLACK_PUBLIC_URL),
    hasDirectMessages: SLACK_DIRECT_MESSAGES !== 'off',
    asksLocale: SLACK_USER_LOCALE === 'on',
  };
}

function withoutSlash(url: string | undefined): string | undefined {
  return url?.replace(/\/+$/, '');
}

function parse(environment: Environment): z.infer<typeof schema> {
  return parseSettings(schema, environment, 'Slack is not set up right:');
}
