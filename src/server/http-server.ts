import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { StartupError } from '../errors.ts';

/** Time for a request's head, and for all of it. Slack and Discord send theirs at once. */
const headersTimeout = 10_000;
const requestTimeout = 20_000;
/** Longer than the minute after which load balancers drop an idle connection, so that none is dropped under them. */
const keepAliveTimeout = 65_000;
/** How often connections are looked at for these. */
const connectionsCheckingInterval = 5_000;
/** How long `stop` waits for what is in flight. */
const stopWithinMs = 8_000;

/** The server for everything that comes from outside. */
export interface HttpServer {
  /** Gives back the port it listens on. @throws StartupError when it can't. */
  start(port: number): Promise<number>;
  /** Takes no more connections, ends the idle ones, and waits up to eight seconds for responses under way. */
  stop(): Promise<void>;
}

export function createHttpServer(listener: RequestListener): HttpServer {
  const idle = new Set<Socket>();
  const server = createServer(
    { headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval },
    (request, response) => {
      const { socket } = request;
      idle.delete(socket);
      response.once('close', () => {
        if (server.listening) idle.add(socket);
        else socket.end();
      });
      listener(request, response);
    },
  );
  server.on('connection', (socket) => {
    idle.add(socket);
    socket.once('close', () => idle.delete(socket));
  });

  return {
    start: async (port) => {
      server.listen(port);
      try {
        await once(server, 'listening');
      } catch (error) {
        throw explainListen(error, port);
      }
      return portOf(server);
    },
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of idle) socket.destroy();
      const timeout = setTimeout(() => server.closeAllConnections(), stopWithinMs);
      await closed;
      clearTimeout(timeout);
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function explainListen(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const advice: Readonly<Record<string, string>> = {
    EADDRINUSE: 'something else listens there: stop it, or set PORT to a free port (0 takes any)',
    EACCES: 'this port is not open to you: set PORT to one above 1023',
  };
  const next = advice[code];
  return next === undefined ? error : new StartupError(`The server can't listen on port ${port}:`, [next]);
}
