import type { ServerResponse } from 'node:http';
import { ErrorCode, type HTTPReceiver } from '@slack/bolt';
import type { Endpoint } from '../adapter.ts';

/** Slack's own requests are far below this. */
export const longestBody = 1_024 * 1_024;

const eventsPath = '/slack/events';
const picturesPrefix = '/pictures';
const unknownRequest: string = ErrorCode.HTTPReceiverDeferredRequestError;

/**
 * What Slack, and whoever installs the bot, reaches over HTTP.
 * @param options.isReady Before that, Slack is told to come again.
 * @param options.servesPictures Whether the receiver does.
 */
export function createSlackEndpoint(
  receiver: HTTPReceiver,
  { isReady, servesPictures }: { readonly isReady: () => boolean; readonly servesPictures: boolean },
): Endpoint {
  return {
    prefixes: ['/slack', ...(servesPictures ? [picturesPrefix] : [])],
    listener: (request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (path === eventsPath && !isReady()) {
        response.setHeader('retry-after', '10');
        return refuse(response, 503, 'The bot is starting. Try again in a moment.');
      }
      try {
        receiver.requestListener(request, response);
      } catch (error) {
        const isUnknown = error instanceof Error && 'code' in error && error.code === unknownRequest;
        if (!isUnknown) throw error;
        if (path !== eventsPath && !path.startsWith(`${picturesPrefix}/`))
          return refuse(response, 404, 'There is nothing at this address.');
        response.setHeader('allow', path === eventsPath ? 'POST' : 'GET, HEAD');
        refuse(response, 405, 'This address takes no such request.');
      }
    },
  };
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}
