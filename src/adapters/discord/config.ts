import { z } from 'zod';
import { StartupError } from '../../errors.ts';
import { type Environment, optional, parseSettings, webAddress } from '../../settings.ts';

const snowflake = z
  .string()
  .regex(/^\d{15,22}$/, 'must be an id of 17 to 20 digits, as "Copy ID" gives it in Discord');

const schema = z.object({
  DISCORD_TOKEN: optional(z.string()),
  DISCORD_APPLICATION_ID: optional(snowflake),
  DISCORD_GUILD_ID: optional(snowflake),
  DISCORD_API_URL: optional(webAddress),
});

export interface DiscordConfig {
  readonly token: string | undefined;
  readonly applicationId: string | undefined;
  /** Commands are registered in this guild only, for trying out. */
  readonly guildId: string | undefined;
  /** Base of Discord's API, without version; undefined for Discord's own. */
  readonly apiUrl: string | undefined;
}

/** @throws StartupError that lists every setting that is wrong. Values of secrets are not shown. */
export function parseDiscordConfig(environment: Environment): DiscordConfig {
  const data = parseSettings(schema, environment, 'Discord is not set up right:');
  return {
    token: data.DISCORD_TOKEN,
    applicationId: data.DISCORD_APPLICATION_ID,
    guildId: data.DISCORD_GUILD_ID,
    apiUrl: data.DISCORD_API_URL?.replace(/\/+$/, '').replace(/\/v\d+$/, ''),
  };
}

/** @throws StartupError that names the setting and where to get it. */
export function requireSetting(value: string | undefined, name: string, whereFrom: string): string {
  if (value !== undefined) return value;
  throw new StartupError(`${name} is not set:`, [`${name}: ${whereFrom}`]);
}

export const tokenHelp =
  'the bot token, from your application in https://discord.com/developers/applications, page Bot';
export const applicationIdHelp =
  'the application id, from your application in https://discord.com/developers/applications, page General Information';
