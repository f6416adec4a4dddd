import type { Platform } from '../adapter.ts';
import { asksForMany, parseManifestConfig, parseNewApp, parseSlackConfig } from './config.ts';
import { createManifest, installPath, scopeReasons, scopesOf } from './manifest.ts';

/** Slack, switched on by any of its tokens and secrets, or by SLACK_CLIENT_ID. Bolt is imported only then. */
export const slack: Platform = {
  name: 'Slack',
  howToConfigure:
    'SLACK_BOT_TOKEN with SLACK_APP_TOKEN (Socket Mode), or with SLACK_SIGNING_SECRET and PORT (HTTP); for many workspaces see the README',
  offer: (environment) => {
    const config = parseManifestConfig(environment);
    const permissions = scopesOf(config).flatMap((name) => {
      const reason = scopeReasons[name];
      return reason === undefined ? [] : [{ name, reason }];
    });
    return { name: 'Slack', installUrl: config.isForMany ? installPath : undefined, permissions };
  },
  plan: (environment) => {
    const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = environment;
    if (asksForMany(environment))
      return { isOn: true, detail: 'HTTP, workspaces install it at /slack/install' };
    if (SLACK_APP_TOKEN) return { isOn: true, detail: 'Socket Mode' };
    if (SLACK_SIGNING_SECRET) return { isOn: true, detail: 'HTTP' };
    return { isOn: Boolean(SLACK_BOT_TOKEN), detail: 'SLACK_BOT_TOKEN is not set' };
  },
  configure: async (environment, bot, telemetry) => {
    const config = parseSlackConfig(environment);
    if (config === undefined) return undefined;
    const { createSlackAdapter } = await import('./adapter.ts');
    return createSlackAdapter(bot, { ...config, ...telemetry });
  },
  tasks: {
    'slack:manifest': async (environment, bot) => {
      const examples = bot
        .suggest('ask', 'question', '', { most: 4, language: 'en' })
        .map(({ value }) => value);
      return JSON.stringify(createManifest(parseNewApp(environment), bot.subject, examples), null, 2);
    },
  },
};
