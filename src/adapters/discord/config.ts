import { z } from 'zod';
import { StartupError } from '../../errors.ts';
import { type Environment, optional, parseSettings, webAddress } from '../../settings.ts';

const snowflake = z
  .string()
  .regex(/^\d{15,22}$/, 'must be an id of 17 to 20 digits, as "Copy ID" gives it in Discord');

/** "0-3" or "0,2,5". */
const shardIds = z
  .string()
  .regex(/^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$/, {
    error: 'must be shards such as 0-3 or 0,2,5',
    abort: true,
  })
  .refine(
    (text) => rangesIn(text).every(({ first, last }) => first <= last),
    'has a range that runs backwards: put its lower shard first, such as 1-3',
  )
  .transform((text) =>
    rangesIn(text).flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    ),
  );

function rangesIn(text: string): { readonly first: number; readonly last: number }[] {
  return text.split(',').map((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return { first, last };
  });
}

const schema = z.object({
  DISCORD_TOKEN: optional(z.string()),
  DISCORD_APPLICATION_ID: optional(snowflake),
  DISCORD_GUILD_ID: optional(snowflake),
  DISCORD_API_URL: optional(webAddress),
  DISCORD_PUBLIC_KEY: optional(
    z.string().regex(/^[\da-fA-F]{64}$/, 'must be the 64 hexadecimal digits of page General Information'),
  ),
  DISCORD_SHARDS: optional(
    z.union([z.literal('auto'), z.coerce.number().int().min(1)], 'must be auto or a number from 1'),
  ),
  DISCORD_SHARD_IDS: optional(shardIds),
});

export interface DiscordConfig {
  readonly token: string | undefined;
  readonly applicationId: string | undefined;
  /** Commands are registered in this guild only, for trying out. */
  readonly guildId: string | undefined;
  /** Base of Discord's API, without version; undefined for Discord's own. */
  readonly apiUrl: string | undefined;
  /** With it, interactions come over HTTP, in hexadecimal digits. */
  readonly publicKey: string | undefined;
  readonly sharding: Sharding;
}

/** How many connections to the gateway there are, and which of them this process keeps. */
export interface Sharding {
  /** auto: as many as Discord recommends. */
  readonly count: number | 'auto';
  /** Undefined for all. */
  readonly ids: readonly number[] | undefined;
}

/** @throws StartupError that lists every setting that is wrong. Values of secrets are not shown. */
export function parseDiscordConfig(environment: Environment): DiscordConfig {
  const data = parseSettings(schema, environment, 'Discord is not set up right:');
  return {
    token: data.DISCORD_TOKEN,
    applicationId: data.DISCORD_APPLICATION_ID,
    guildId: data.DISCORD_GUILD_ID,
    apiUrl: data.DISCORD_API_URL?.replace(/\/+$/, '').replace(/\/v\d+$/, ''),
    publicKey: data.DISCORD_PUBLIC_KEY,
    sharding: checkSharding({ count: data.DISCORD_SHARDS ?? 'auto', ids: data.DISCORD_SHARD_IDS }),
  };
}

function checkSharding(sharding: Sharding): Sharding {
  const { count, ids = [] } = sharding;
  const problems = [
    ...(ids.length > 0 && count === 'auto'
      ? [
          'DISCORD_SHARDS must be the number of all shards, when DISCORD_SHARD_IDS says which of them are here',
        ]
      : []),
    ...(count !== 'auto' && ids.some((id) => id >= count)
      ? [`DISCORD_SHARD_IDS must be below DISCORD_SHARDS, from 0 to ${count - 1}`]
      : []),
  ];
  if (problems.length > 0) throw new StartupError('Discord is not set up right:', problems);
  return sharding;
}

/** @throws StartupError that names the setting and where to get it. */
export function requireSetting(value: string | undefined, name: string, whereFrom: string): string {
  if (value !== undefined) return value;
  throw new StartupError(`${name} is not set:`, [`${name}: ${whereFrom}`]);
}

export const tokenHelp =
  'the bot token, from your application in https://discord.com/developers/applications, page Bot';
export const publicKeyHelp =
  'the public key, from your application in https://discord.com/developers/applications, page General Information';
export const applicationIdHelp =
  'the application id, from your application in https://discord.com/developers/applications, page General Information';
