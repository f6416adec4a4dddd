import { Client, DiscordAPIError, Events, type Interaction, RESTEvents } from 'discord.js';
import { messageOf, type Report } from '../../bot/log.ts';
import type { Telemetry } from '../../bot/monitor.ts';
import { StartupError } from '../../errors.ts';
import type { Adapter, Bot } from '../adapter.ts';
import { watchChannelTypes } from './channel-types.ts';
import { tokenHelp } from './config.ts';
import { createHandler } from './handler.ts';
import { type GatewayLimits, watchShards } from './shards.ts';

/** How long `stop` waits for what is in flight. */
const stopWithinMs = 8_000;

export interface DiscordOptions extends Telemetry, GatewayLimits {
  readonly token: string;
  readonly apiUrl: string | undefined;
}

/** The bot on Discord's gateway, with no intents: interactions come without any. */
export function createDiscordAdapter(
  bot: Bot,
  { token, apiUrl, log, monitor, ...limits }: DiscordOptions,
): Adapter {
  const client = new Client({ intents: [], ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }) });
  const report: Report = (error, fields) =>
    log.error(`Discord: ${describe(error)}`, { ...fields, ...(isFromDiscord(error) ? {} : { error }) });
  const handle = createHandler(bot, { channelTypeOf: watchChannelTypes(client), report });
  const status = watchShards(client, limits);
  const inFlight = new Set<Promise<void>>();
  const onInteraction = (interaction: Interaction) => {
    const work = handle(interaction).finally(() => inFlight.delete(work));
    inFlight.add(work);
  };

  client.on(Events.InteractionCreate, onInteraction);
  client.on(Events.Error, (error) => report(error));
  client.on(Events.ShardError, (error) => log.warn(`Discord: the connection failed: ${messageOf(error)}`));
  client.on(Events.ShardReconnecting, () => log.warn('Discord: the connection was lost; reconnecting.'));
  client.on(Events.ShardResume, (_id, replayed) =>
    log.info(`Discord: connected again, ${replayed} missed events received.`),
  );
  client.rest.on(RESTEvents.RateLimited, ({ timeToReset, route }) => {
    monitor.rateLimited('discord');
    log.warn(
      `Discord: rate limited on ${route.split('/').slice(0, 2).join('/')}; waiting ${Math.ceil(timeToReset / 1000)} s, nothing to do.`,
    );
  });

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

/** Refused by Discord, which is no bug whose place would matter. */
function isFromDiscord(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError;
}

/** One line for the log, with what to do where that is known; never a token or a text of a user. */
function describe(error: unknown): string {
  if (isFromDiscord(error)) {
    const advice: Readonly<Record<number, string>> = {
      10062:
        'the answer came after 3 seconds, or a second copy of the bot is running with the same token: stop the other one',
      40060: 'a second copy of the bot answered first: stop the other one',
      50013: 'the bot lacks a permission in that channel: check its role there',
      50001: 'the bot has no access to that channel: add it to the channel, or invite it again',
    };
    return `${error.message} (${error.code}): ${advice[Number(error.code)] ?? 'nothing was lost but this reply'}`;
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
}
