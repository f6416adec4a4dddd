import {
  Client,
  type ClientOptions,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
} from 'discord.js';
import { messageOf } from '../../bot/log.ts';
import type { Telemetry } from '../../bot/monitor.ts';
import { StartupError } from '../../errors.ts';
import type { Adapter, Bot } from '../adapter.ts';
import { type Sharding, tokenHelp } from './config.ts';
import { createForgetting, type ForgettingLimits } from './forgetting.ts';
import { createHandler } from './handler.ts';
import { watchChannels } from './known-channels.ts';
import { createReport, watchRateLimits } from './report.ts';
import { type GatewayLimits, watchShards } from './shards.ts';

/** How long `stop` waits for what is in flight. */
const stopWithinMs = 8_000;

export interface DiscordOptions extends Telemetry, GatewayLimits, ForgettingLimits {
  readonly token: string;
  readonly apiUrl: string | undefined;
  /** Default as many shards as Discord recommends, all of them here. */
  readonly sharding?: Sharding;
}

/**
 * The bot on Discord's gateway. Interactions come without any intent; the one for guilds, which is not privileged, tells
 * when the bot was removed from a server.
 */
export function createDiscordAdapter(
  bot: Bot,
  { token, apiUrl, sharding = allShards, log, monitor, ...limits }: DiscordOptions,
): Adapter {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    // Nothing that is asked of the bot waits until all guilds are known.
    waitGuildTimeout: 0,
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
    ...shardOptions(sharding),
  });
  const report = createReport({ log });
  const handle = createHandler(bot, { channelOf: watchChannels(client), report });
  const status = watchShards(client, limits);
  const inFlight = new Set<Promise<void>>();
  const follow = (begun: Promise<void>) => {
    const work = begun.finally(() => inFlight.delete(work));
    inFlight.add(work);
  };
  const onInteraction = (interaction: Interaction) => follow(handle(interaction));
  const forgetting = createForgetting({
    ...limits,
    forgetPlace: bot.forgetPlace,
    isBack: (guildId) => client.guilds.cache.has(guildId),
    log,
  });

  client.on(Events.InteractionCreate, onInteraction);
  // Not for one that is merely unavailable for a while.
  client.on(Events.GuildDelete, ({ id }) => follow(forgetting.forget(id)));
  client.on(Events.Error, (error) => report(error));
  client.on(Events.ShardError, (error) => log.warn(`Discord: the connection failed: ${messageOf(error)}`));
  client.on(Events.ShardReconnecting, () => log.warn('Discord: the connection was lost; reconnecting.'));
  client.on(Events.ShardResume, (_id, replayed) =>
    log.info(`Discord: connected again, ${replayed} missed events received.`),
  );
  watchRateLimits(client.rest, { log, monitor });

  return {
    name: 'Discord',
    platform: 'discord',
    status,
    start: async () => {
      const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
      try {
        await client.login(token);
      } catch (error) {
        throw explainLogin(error);
      }
      await ready;
      log.info('Discord: connected.');
    },
    stop: async () => {
      client.off(Events.InteractionCreate, onInteraction);
      forgetting.stop();
      const timeout = new Promise((resolve) => setTimeout(resolve, stopWithinMs).unref());
      await Promise.race([Promise.allSettled(inFlight), timeout]);
      // discord.js leaves this pending for ever when it is called while a shard is still connecting.
      const isConnected = client.isReady();
      const destroyed = client.destroy().catch((error: unknown) => report(error));
      if (isConnected) await Promise.race([destroyed, timeout]);
    },
  };
}

function explainLogin(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const isRefused =
    code === 'TokenInvalid' || (error instanceof DiscordAPIError && error.status === 401) || code === 4004;
  if (!isRefused) return error;
  return new StartupError('Discord refuses the token:', [
    `DISCORD_TOKEN: set it to ${tokenHelp}; if it was lost, reset it there`,
  ]);
}

const allShards: Sharding = { count: 'auto', ids: undefined };

function shardOptions({ count, ids }: Sharding): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (count === 'auto') return { shards: 'auto' };
  return { shardCount: count, shards: ids ?? Array.from({ length: count }, (_, id) => id) };
}
