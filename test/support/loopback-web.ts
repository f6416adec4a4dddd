import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { Agent, fetch } from 'undici';
import type { FetchPage } from '../../src/maintenance/links/check-page.ts';

export interface LoopbackWeb {
  /** Fetches as from the web, but each host, whatever its name, is this server. */
  readonly fetch: FetchPage;
  /** "HEAD a.example/page", in the order in which they came. */
  readonly requests: readonly string[];
  /** When each came, in milliseconds. */
  readonly times: readonly number[];
  close(): Promise<void>;
}

/**
 * A web of one server on the loopback interface: names are not looked up, and addresses may say https.
 * @param options.unknownHosts Hosts that have no address; all others lead here.
 */
export async function startLoopbackWeb(
  pages: Readonly<Record<string, RequestListener>>,
  { unknownHosts = [] }: { readonly unknownHosts?: readonly string[] | 'all' } = {},
): Promise<LoopbackWeb> {
  const requests: string[] = [];
  const times: number[] = [];
  const server = createServer((request, response) => {
    const page = `${request.headers.host}${request.url}`;
    requests.push(`${request.method} ${page}`);
    times.push(performance.now());
    const answer = pages[page];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const agent = new Agent({
    connect: ({ hostname }, callback) => {
      if (unknownHosts === 'all' || unknownHosts.includes(hostname)) {
        const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' });
        return callback(error, null);
      }
      const socket = connect(address.port, '127.0.0.1');
      socket.once('connect', () => callback(null, socket)).once('error', (error) => callback(error, null));
    },
  });
  return {
    requests,
    times,
    fetch: (url, request) => fetch(url, { ...request, dispatcher: agent }),
    close: async () => {
      await agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page that answers with a status and, if need be, leads elsewhere. */
export function answering(status: number, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) => response.writeHead(status, headers).end(status < 300 ? 'a page' : '');
}
