import type { Platform } from '../adapter.ts';
import { applicationIdHelp, parseDiscordConfig, requireSetting, tokenHelp } from './config.ts';

/** Discord, switched on by DISCORD_TOKEN or DISCORD_PUBLIC_KEY. discord.js is imported only then. */
export const discord: Platform = {
  name: 'Discord',
  howToConfigure: `DISCORD_TOKEN, ${tokenHelp}; or DISCORD_PUBLIC_KEY for interactions over HTTP`,
  plan: ({ DISCORD_TOKEN, DISCORD_PUBLIC_KEY }) => {
    if (DISCORD_PUBLIC_KEY)
      return { isOn: true, detail: 'HTTP, /discord/interactions, as DISCORD_PUBLIC_KEY is set' };
    return DISCORD_TOKEN
      ? { isOn: true, detail: 'gateway' }
      : { isOn: false, detail: 'neither DISCORD_TOKEN nor DISCORD_PUBLIC_KEY is set' };
  },
  configure: async (environment, bot, telemetry) => {
    const { token, apiUrl, publicKey, sharding } = parseDiscordConfig(environment);
    // Discord sends interactions to one of both: once there is an endpoint, the gateway gets none.
    if (publicKey !== undefined) {
      const { createDiscordHttpAdapter } = await import('./http-adapter.ts');
      return createDiscordHttpAdapter(bot, { publicKey, apiUrl, ...telemetry });
    }
    if (token === undefined) return undefined;
    const { createDiscordAdapter } = await import('./adapter.ts');
    return createDiscordAdapter(bot, { token, apiUrl, sharding, ...telemetry });
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
