import type { Platform } from '../adapter.ts';
import { parseManifestConfig, parseSlackConfig } from './config.ts';
import { createManifest } from './manifest.ts';

/** Slack, switched on by SLACK_BOT_TOKEN or SLACK_CLIENT_ID. Bolt is imported only then. */
export const slack: Platform = {
  name: 'Slack',
  howToConfigure:
    'SLACK_BOT_TOKEN with SLACK_APP_TOKEN (Socket Mode), or with SLACK_SIGNING_SECRET and PORT (HTTP); for many workspaces see the README',
  plan: ({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_CLIENT_ID }) => {
    if (SLACK_CLIENT_ID) return { isOn: true, detail: 'HTTP, workspaces install it at /slack/install' };
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
      return JSON.stringify(createManifest(parseManifestConfig(environment), bot.subject, examples), null, 2);
    },
  },
};
