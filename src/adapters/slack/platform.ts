import type { Platform } from '../adapter.ts';
import { parseManifestConfig, parseSlackConfig } from './config.ts';
import { createManifest } from './manifest.ts';

const log = (line: string) => console.error(line);

/** Slack, switched on by SLACK_BOT_TOKEN. Bolt is imported only then. */
export const slack: Platform = {
  name: 'Slack',
  howToConfigure:
    'SLACK_BOT_TOKEN with SLACK_APP_TOKEN (Socket Mode), or with SLACK_SIGNING_SECRET and PORT (HTTP)',
  configure: async (environment, bot) => {
    const config = parseSlackConfig(environment);
    if (config === undefined) return undefined;
    const { createSlackAdapter } = await import('./adapter.ts');
    return createSlackAdapter(bot, { ...config, log });
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
