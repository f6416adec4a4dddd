import { Client, DiscordAPIError, Events, type Interaction, RESTEvents } from 'discord.js';
import { StartupError } from '../../errors.ts';
import type { Adapter, Bot } from '../adapter.ts';
import { watchChannelTypes } from './channel-types.ts';
import { tokenHelp } from './config.ts';
import { createHandler } from './handler.ts';

/** How long `stop` waits for what is in flight. */
const stopWithinMs = 8_000;

export interface DiscordOptions {
  readonly token: string;
  readonly apiUrl: string | undefined;
  /** Takes one line at a time. */
  readonly log: (line: string) => void;
}

/** The bot on Discord's gateway, with no intents: interactions come without any. */
export function createDiscordAdapter(bot: Bot, { token, apiUrl, log }: DiscordOptions): Adapter {
  const client = new Client({ intents: [], ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }) });
  const handle = createHandler(bot, {
    channelTypeOf: watchChannelTypes(client),
    report: (error) => log(`Discord: ${describe(error)}`),
  });
  const inFlight = new Set<Promise<void>>();
  const onInteraction = (interaction: Interaction) => {
    const work = handle(interaction).finally(() => inFlight.delete(work));
    inFlight.add(work);
  };

  client.on(Events.InteractionCreate, onInteraction);
  client.on(Events.Error, (error) => log(`Discord: ${describe(error)}`));
  client.on(Events.ShardReconnecting, () => log('Discord: the connection was lost; reconnecting.'));
  client.on(Events.ShardResume, (_id, replayed) =>
    log(`Discord: connected again, ${replayed} missed events received.`),
  );
  client.rest.on(RESTEvents.RateLimited, ({ timeToReset, route }) =>
    log(
      `Discord: rate limited on ${route.split('/').slice(0, 2).join('/')}; waiting ${Math.ceil(timeToReset / 1000)} s, nothing to do.`,
    ),
  );

  return {
    name: 'Discord',
    start: async () => {
      const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
      try {
        await client.login(token);
      } catch (error) {
        throw explainLogin(error);
      }
      await ready;
      log('Discord: connected.');
    },
    stop: async () => {
      client.off(Events.InteractionCreate, onInteraction);
      const timeout = new Promise((resolve) => setTimeout(resolve, stopWithinMs).unref());
      await Promise.race([Promise.allSettled(inFlight), timeout]);
      await client.destroy();
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

/** One line for the log, with what to do where that is known; never a token or a text of a user. */
function describe(error: unknown): string {
  if (error instanceof DiscordAPIError) {
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
