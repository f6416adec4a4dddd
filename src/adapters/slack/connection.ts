import {
  type App,
  type HTTPReceiverOptions,
  type Logger,
  type Receiver,
  SocketModeReceiver,
} from '@slack/bolt';
import type { ConnectionStatus } from '../../bot/connection-status.ts';
import type { Endpoint } from '../adapter.ts';
import { createSlackEndpoint, longestBody } from './endpoint.ts';
import { HoldingReceiver } from './holding-receiver.ts';
import { keepSocket, type SocketOptions } from './socket.ts';

/** How requests come from Slack. */
export interface Connection {
  readonly receiver: Receiver;
  /** What it serves on the server; nothing in Socket Mode. */
  readonly endpoints: readonly Endpoint[];
  status(): ConnectionStatus;
  /** Connects an app that is initialised. */
  start(app: App): Promise<unknown>;
  stop(app: App): Promise<unknown>;
}

type InstallerOptions = NonNullable<ConstructorParameters<typeof SocketModeReceiver>[0]['installerOptions']>;

export interface OpenSocketOptions extends Omit<SocketOptions, 'client'> {
  readonly clientOptions: NonNullable<InstallerOptions['clientOptions']>;
  readonly logger: Logger;
}

/** Socket Mode: a connection that the bot opens. */
export function openSocket(
  appToken: string,
  { clientOptions, logger, ...socketOptions }: OpenSocketOptions,
): Connection {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions },
    autoReconnectEnabled: false,
  });
  const socket = keepSocket({ client: receiver.client, ...socketOptions });
  return {
    receiver,
    endpoints: [],
    status: socket.status,
    start: (app) => app.start(),
    stop: async (app) => {
      socket.leave();
      await app.stop();
    },
  };
}

export interface OpenHttpOptions {
  readonly logger: Logger;
  /** Serves pictures, if there are any. */
  readonly pictures: NonNullable<HTTPReceiverOptions['customRoutes']>[number] | undefined;
  /** Of Bolt's installer, when workspaces can install the bot. */
  readonly installing?: Partial<HTTPReceiverOptions>;
}

/** Signed requests to the server. */
export function openHttp(
  signingSecret: string,
  { logger, pictures, installing = {} }: OpenHttpOptions,
): Connection {
  const customRoutes = pictures === undefined ? [] : [pictures];
  const receiver = new HoldingReceiver({
    signingSecret,
    logger,
    customRoutes,
    bodyLimit: longestBody,
    ...installing,
  });
  let isReady = false;
  return {
    receiver,
    endpoints: [
      createSlackEndpoint(receiver, { isReady: () => isReady, servesPictures: pictures !== undefined }),
    ],
    status: () => ({ isReady, detail: isReady ? 'listening' : 'not confirmed by Slack yet' }),
    start: async () => {
      isReady = true;
    },
    // Requests are the server's to end.
    stop: async () => {
      isReady = false;
    },
  };
}
