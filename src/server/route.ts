import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Log, messageOf } from '../bot/log.ts';
import { createReference } from '../bot/reference.ts';

/** All paths at or below one of the prefixes, and what answers there. */
export interface MountedListener {
  readonly prefixes: readonly string[];
  readonly listener: RequestListener;
}

/** No request that is meant for this program is larger. Listeners limit what comes without a length. */
const longestBody = 1_024 * 1_024;

export interface RouterOptions {
  readonly mounts: readonly MountedListener[];
  /** Answers everywhere else. */
  readonly fallback: RequestListener;
  readonly log: Log;
}

/** Passes each request to whoever looks after its path. Always answers, and never throws. */
export function createRouter({ mounts, fallback, log }: RouterOptions): RequestListener {
  return (request, response) => {
    try {
      const path = pathOf(request);
      if (path === undefined) return refuse(response, 400, 'This address is broken.');
      if (Number(request.headers['content-length'] ?? 0) > longestBody)
        return refuse(response, 413, 'This request is too large.');
      const mount = mounts.find(({ prefixes }) => prefixes.some((prefix) => isAtOrBelow(path, prefix)));
      (mount?.listener ?? fallback)(request, response);
    } catch (error) {
      const reference = createReference();
      log.error(`Server: ${messageOf(error)}`, { reference, error });
      if (response.headersSent) response.destroy();
      else refuse(response, 500, `Something went wrong here. Its reference is ${reference}.`);
    }
  };
}

/** Undefined when the address makes no sense. */
function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  try {
    const { pathname } = new URL(url, 'http://localhost');
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    return undefined;
  }
}

function isAtOrBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(`${sentence}\n`);
}
