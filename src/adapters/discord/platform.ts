import type { Platform } from '../adapter.ts';
import { applicationIdHelp, parseDiscordConfig, requireSetting, tokenHelp } from './config.ts';

/** Discord, switched on by DISCORD_TOKEN. discord.js is imported only then. */
export const discord: Platform = {
  name: 'Discord',
  howToConfigure: `DISCORD_TOKEN, ${tokenHelp}`,
  plan: ({ DISCORD_TOKEN }) =>
    DISCORD_TOKEN ? { isOn: true, detail: 'gateway' } : { isOn: false, detail: 'DISCORD_TOKEN is not set' },
  configure: async (environment, bot, telemetry) => {
    const { token, apiUrl } = parseDiscordConfig(environment);
    if (token === undefined) return undefined;
    const { createDiscordAdapter } = await import('./adapter.ts');
    return createDiscordAdapter(bot, { token, apiUrl, ...telemetry });
  },
  tasks: {
    'discord:register': async (environment, bot) => {
      const config = parseDiscordConfig(environment);
      const token = requireSetting(config.token, 'DISCORD_TOKEN', tokenHelp);
      const applicationId = requireSetting(config.applicationId, 'DISCORD_APPLICATION_ID', applicationIdHelp);
      const { register } = await import('./tasks.ts');
      return register(bot.commands, { ...config, token, applicationId });
    },
    'discord:invite': async (environment) => {
      const { applicationId } = parseDiscordConfig(environment);
      const { describeInvitation } = await import('./tasks.ts');
      return describeInvitation(requireSetting(applicationId, 'DISCORD_APPLICATION_ID', applicationIdHelp));
    },
  },
};
