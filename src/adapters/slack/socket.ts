import { setTimeout as delay } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import type { ConnectionStatus } from '../../bot/connection-status.ts';
import { type Log, messageOf } from '../../bot/log.ts';

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

export interface SocketLimits {
  /** How long a lost connection may take to come back. Default one minute. */
  readonly reconnectWithinMs?: number;
}

export interface SocketOptions extends SocketLimits {
  readonly client: SocketModeReceiver['client'];
  readonly log: Log;
}

/** A connection in Socket Mode that comes back by itself. */
export interface KeptSocket {
  status(): ConnectionStatus;
  /** To be called before the client disconnects: it is not to come back then. */
  leave(): void;
}

/**
 * Brings a client back when its connection ends, as Slack has it every few hours, however long that takes. The client's
 * own way of reconnecting, which is to be switched off, gives up when the network is away, and takes the program along.
 */
export function keepSocket({ client, log, reconnectWithinMs = 60_000 }: SocketOptions): KeptSocket {
  const leaving = new AbortController();
  let hasConnected = false;
  let lostAt: number | undefined;

  const reconnect = async () => {
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      try {
        await client.start();
        return log.info('Slack: connected again.');
      } catch (error) {
        const reason = messageOf(error ?? 'the connection was closed');
        log.warn(`Slack: can't connect again (${reason}); trying again in ${pauseMs / 1_000} s.`);
        await delay(pauseMs, undefined, { signal: leaving.signal });
      }
    }
  };
  client.on('connected', () => {
    hasConnected = true;
    lostAt = undefined;
  });
  client.on('disconnected', () => {
    if (!hasConnected || lostAt !== undefined || leaving.signal.aborted) return;
    lostAt = Date.now();
    log.info('Slack: the connection ended; connecting again.');
    // It ends early only when the bot leaves.
    reconnect().catch(() => {});
  });

  return {
    leave: () => leaving.abort(),
    status: () => {
      if (leaving.signal.aborted) return { isReady: false, detail: 'disconnected' };
      if (!hasConnected) return { isReady: false, detail: 'connecting' };
      const lostMs = lostAt === undefined ? 0 : Date.now() - lostAt;
      return lostMs > reconnectWithinMs
        ? { isReady: false, detail: `the connection is lost for ${Math.round(lostMs / 1_000)} s` }
        : { isReady: true, detail: 'connected' };
    },
  };
}
