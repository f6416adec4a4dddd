import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Telemetry } from '../../bot/monitor.ts';
import { StartupError } from '../../errors.ts';
import type { Adapter, Bot } from '../adapter.ts';
import { createApp } from './app.ts';
import { loadAssets } from './assets.ts';
import type { WebConfig } from './config.ts';
import type { Previews } from './previews.ts';

/** How long `stop` waits for what is in flight. */
const stopWithinMs = 3_000;

export interface WebOptions extends Pick<WebConfig, 'host' | 'port' | 'publicUrl'>, Pick<Telemetry, 'log'> {
  readonly previews: Previews;
}

/** The desk as a web server. */
export function createWebAdapter(bot: Bot, { host, port, publicUrl, previews, log }: WebOptions): Adapter {
  let server: Server | undefined;
  return {
    name: 'Desk',
    platform: 'web',
    status: () =>
      server?.listening === true
        ? { isReady: true, detail: 'listening' }
        : { isReady: false, detail: 'not listening' },
    start: async () => {
      const names = [host, ...(publicUrl === undefined ? [] : [publicUrl.hostname])];
      const app = createApp(bot, {
        names,
        publicOrigin: publicUrl?.origin,
        previews,
        assets: await loadAssets(),
        log,
      });
      server = createServer(getRequestListener(app.fetch));
      server.listen({ host, port });
      try {
        await once(server, 'listening');
      } catch (error) {
        throw explainListen(error, `${host}:${port}`);
      }
      log.info(`Desk: ${addressOf(server, publicUrl)}`);
    },
    stop: async () => {
      if (server?.listening !== true) return;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const timeout = setTimeout(() => server?.closeAllConnections(), stopWithinMs);
      await closed;
      clearTimeout(timeout);
    },
  };
}

function addressOf(server: Server, publicUrl: URL | undefined): string {
  if (publicUrl !== undefined) return publicUrl.href;
  const { address, port, family } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${['0.0.0.0', '[::]'].includes(host) ? 'localhost' : host}:${port}/`;
}

function explainListen(error: unknown, where: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const advice: Readonly<Record<string, string>> = {
    EADDRINUSE: 'something else listens there: stop it, or set WEB_PORT to a free port (0 takes any)',
    EACCES: 'this port is not open to you: set WEB_PORT to one above 1023',
    EADDRNOTAVAIL: 'this machine has no such address: set WEB_HOST to one that it has',
    ENOTFOUND: 'this name is not known: set WEB_HOST to an address of this machine',
  };
  const next = advice[code];
  return next === undefined ? error : new StartupError(`The desk can't listen on ${where}:`, [next]);
}
