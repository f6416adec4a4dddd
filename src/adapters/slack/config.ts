import { z } from 'zod';
import { StartupError } from '../../errors.ts';
import { type Environment, onOrOff, optional, parseSettings, port, webAddress } from '../../settings.ts';
import { scopesOf } from './manifest.ts';

const whatFails = 'Slack is not set up right:';

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
  SLACK_CLIENT_ID: optional(z.string()),
  SLACK_CLIENT_SECRET: optional(z.string()),
  SLACK_STATE_SECRET: optional(z.string().min(16, 'must have at least 16 characters')),
  PORT: optional(port),
  SLACK_API_URL: optional(webAddress),
  SLACK_DIRECT_MESSAGES: optional(onOrOff),
  SLACK_USER_LOCALE: optional(onOrOff),
  SLACK_PUBLIC_URL: optional(z.url({ protocol: /^https$/, error: 'must be an https address' })),
});

export interface SlackConfig {
  /** Of the one workspace; undefined when many can install the bot. */
  readonly botToken: string | undefined;
  readonly mode:
    | { readonly type: 'socket'; readonly appToken: string }
    | { readonly type: 'http'; readonly signingSecret: string; readonly installing?: InstallingConfig };
  /** Base of the Web API; undefined for Slack's own. */
  readonly apiUrl: string | undefined;
  /** Where Slack reaches the bot over HTTP, to fetch pictures; without it, and in Socket Mode, none are shown. */
  readonly publicUrl?: string | undefined;
  /** Whether the bot looks up a person's locale where no text says the language; default false. */
  readonly asksLocale?: boolean;
}

/** What it takes to let many workspaces install the bot. */
export interface InstallingConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what comes back from Slack with whoever installs. */
  readonly stateSecret: string;
  /** Where whoever installs comes back to; without a slash at the end. Undefined leaves it to what the app has set on Slack. */
  readonly publicUrl: string | undefined;
  /** What is asked for. */
  readonly scopes: readonly string[];
}

export interface ManifestConfig {
  /** Where Slack reaches the bot over HTTP; undefined for Socket Mode. */
  readonly publicUrl: string | undefined;
  readonly hasDirectMessages: boolean;
  /** Whether the bot looks up people's locales. */
  readonly asksLocale: boolean;
  /** Whether many workspaces can install the bot. */
  readonly isForMany: boolean;
}

/**
 * The settings, or undefined when nothing of Slack is set.
 * @throws StartupError that lists every setting that is wrong or missing. Values of secrets are not shown.
 */
export function parseSlackConfig(environment: Environment): SlackConfig | undefined {
  const data = parse(environment);
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = data;
  const { SLACK_API_URL, SLACK_PUBLIC_URL, SLACK_USER_LOCALE } = data;
  const isForMany = asksForMany(environment);
  if ([botToken, appToken, signingSecret].every((one) => one === undefined) && !isForMany) return undefined;
  const problems = isForMany ? missingForMany(data, environment) : missingForOne(data);
  if (problems.length > 0) throw new StartupError(whatFails, problems);
  const shared = {
    botToken: isForMany ? undefined : botToken,
    apiUrl: SLACK_API_URL?.replace(/\/*$/, '/'),
    publicUrl: withoutSlash(SLACK_PUBLIC_URL),
    asksLocale: SLACK_USER_LOCALE === 'on',
  };
  if (appToken !== undefined && !isForMany) return { ...shared, mode: { type: 'socket', appToken } };
  const http = { type: 'http' as const, signingSecret: signingSecret ?? '' };
  return { ...shared, mode: isForMany ? { ...http, installing: toInstalling(data, environment) } : http };
}

/** Whether any setting is there that serves only to let many workspaces install the bot. */
export function asksForMany(environment: Environment): boolean {
  const { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET } = environment;
  return [SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET].some(Boolean);
}

function missingForOne(data: Settings): string[] {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, PORT } = data;
  return [
    ...(SLACK_BOT_TOKEN === undefined
      ? ['SLACK_BOT_TOKEN is missing: page OAuth & Permissions of your app, after installing it']
      : []),
    ...(SLACK_APP_TOKEN === undefined && SLACK_SIGNING_SECRET === undefined
      ? [
          'SLACK_APP_TOKEN (Socket Mode: page Basic Information, App-Level Tokens) or SLACK_SIGNING_SECRET with PORT (HTTP) is missing',
        ]
      : []),
    ...(SLACK_APP_TOKEN === undefined && SLACK_SIGNING_SECRET !== undefined && PORT === undefined
      ? ['PORT is missing: the port on which Slack reaches the bot over HTTP']
      : []),
  ];
}

function missingForMany(data: Settings, { ENCRYPTION_KEY }: Environment): string[] {
  const wanted: readonly [name: string, value: unknown, whereFrom: string][] = [
    ['SLACK_CLIENT_ID', data.SLACK_CLIENT_ID, 'page Basic Information of your app'],
    ['SLACK_CLIENT_SECRET', data.SLACK_CLIENT_SECRET, 'page Basic Information of your app'],
    ['SLACK_SIGNING_SECRET', data.SLACK_SIGNING_SECRET, 'page Basic Information of your app'],
    ['SLACK_STATE_SECRET', data.SLACK_STATE_SECRET, 'any long random text, the same for all replicas'],
    ['PORT', data.PORT, 'the port on which Slack reaches the bot over HTTP'],
    [
      'ENCRYPTION_KEY',
      ENCRYPTION_KEY || undefined,
      'the key for stored tokens; this makes one: openssl rand -base64 32',
    ],
  ];
  return wanted.flatMap(([name, value, whereFrom]) =>
    value === undefined ? [missingToInstall(name, whereFrom)] : [],
  );
}

function missingToInstall(name: string, whereFrom: string): string {
  return `${name} is missing, to let workspaces install the bot: ${whereFrom}`;
}

const publicUrlHelp =
  'the https address under which Slack, and whoever installs the bot, reach it, such as https://desk.example.org';

function toInstalling(data: Settings, environment: Environment): InstallingConfig {
  const { SLACK_CLIENT_ID = '', SLACK_CLIENT_SECRET = '', SLACK_STATE_SECRET = '' } = data;
  const manifest = parseManifestConfig(environment);
  return {
    clientId: SLACK_CLIENT_ID,
    clientSecret: SLACK_CLIENT_SECRET,
    stateSecret: SLACK_STATE_SECRET,
    publicUrl: manifest.publicUrl,
    scopes: scopesOf(manifest),
  };
}

/**
 * What the manifest of a new app is made of.
 * @throws StartupError when a setting is wrong, or when other workspaces are to install it and could not come back.
 */
export function parseNewApp(environment: Environment): ManifestConfig {
  const config = parseManifestConfig(environment);
  if (config.isForMany && config.publicUrl === undefined)
    throw new StartupError(whatFails, [missingToInstall('SLACK_PUBLIC_URL', publicUrlHelp)]);
  return config;
}

/** @throws StartupError when a setting is wrong. */
export function parseManifestConfig(environment: Environment): ManifestConfig {
  const { SLACK_PUBLIC_URL, SLACK_DIRECT_MESSAGES, SLACK_USER_LOCALE } = parse(environment);
  return {
    publicUrl: withoutSlash(SLACK_PUBLIC_URL),
    hasDirectMessages: SLACK_DIRECT_MESSAGES !== 'off',
    asksLocale: SLACK_USER_LOCALE === 'on',
    isForMany: asksForMany(environment),
  };
}

function withoutSlash(url: string | undefined): string | undefined {
  return url?.replace(/\/+$/, '');
}

type Settings = z.infer<typeof schema>;

function parse(environment: Environment): Settings {
  return parseSettings(schema, environment, whatFails);
}
