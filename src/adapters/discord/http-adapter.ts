import { Client } from 'discord.js';
import type { Telemetry } from '../../bot/monitor.ts';
import type { Adapter, Bot } from '../adapter.ts';
import { createCapturedRest } from './captured-rest.ts';
import { createInteractionReader } from './emit-interaction.ts';
import { createHandler } from './handler.ts';
import { createInteractionsEndpoint } from './interactions-endpoint.ts';
import { rememberChannels } from './known-channels.ts';
import { createReport, watchRateLimits } from './report.ts';
import { createSignatureCheck } from './signature.ts';

/** How long `stop` waits for what is in flight. */
const stopWithinMs = 8_000;

export interface DiscordHttpOptions extends Telemetry {
  /** Of the application, in hexadecimal digits. */
  readonly publicKey: string;
  readonly apiUrl: string | undefined;
}

/** The bot on Discord's Interactions Endpoint URL: no connection and no token, so that any number of them can run. */
export function createDiscordHttpAdapter(
  bot: Bot,
  { publicKey, apiUrl, ...telemetry }: DiscordHttpOptions,
): Adapter {
  const captured = createCapturedRest();
  const client = new Client({
    intents: [],
    rest: { makeRequest: captured.makeRequest, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
  });
  const report = createReport(telemetry);
  watchRateLimits(client.rest, telemetry);
  const channels = rememberChannels();
  const read = createInteractionReader(client);
  const endpoint = createInteractionsEndpoint({
    isSigned: createSignatureCheck(publicKey),
    captured,
    read: (payload) => {
      channels.learn(payload);
      return read(payload);
    },
    handle: createHandler(bot, { channelOf: channels.of, report }),
    report,
  });
  let isListening = false;

  return {
    name: 'Discord',
    platform: 'discord',
    endpoints: [{ prefixes: ['/discord/interactions'], listener: endpoint.listener }],
    status: () => ({ isReady: isListening, detail: isListening ? 'answers over HTTP' : 'not started' }),
    start: async () => {
      isListening = true;
      telemetry.log.info('Discord: answering interactions over HTTP.');
    },
    stop: async () => {
      isListening = false;
      const timeout = new Promise((resolve) => setTimeout(resolve, stopWithinMs).unref());
      await Promise.race([endpoint.settle(), timeout]);
      await client.destroy();
    },
  };
}
