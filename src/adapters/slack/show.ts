import type { Log } from '../../bot/log.ts';
import type { Reply } from '../../bot/reply.ts';
import type { PictureHost } from './pictures.ts';
import { type RenderOptions, renderReply, type SlackMessage } from './render.ts';

/** Sends a reply with its pictures, or without them rather than not at all. Gives back what the sending does. */
export type Show = <T>(
  reply: Reply,
  options: Omit<RenderOptions, 'pictures'>,
  send: (message: SlackMessage) => Promise<T>,
) => Promise<T>;

/** What Slack answers when it does not take a message; it was not posted then. */
const refusals: ReadonlySet<unknown> = new Set(['slack_bolt_respond_error', 'slack_webapi_platform_error']);

/** @param host Undefined when Slack can't fetch pictures from here. */
export function createShow(host: PictureHost | undefined, log: Log): Show {
  return async (reply, options, send) => {
    const pictures = await host?.place(reply);
    try {
      return await send(renderReply(reply, { ...options, pictures }));
    } catch (error) {
      const isRefusal = error instanceof Error && 'code' in error && refusals.has(error.code);
      if (!isRefusal || pictures === undefined || pictures.size === 0) throw error;
      // Slack takes no message with a picture that it can't fetch.
      log.warn(
        `Slack: refused a message with a picture (${error.message}), which is sent without it. Check that SLACK_PUBLIC_URL leads here: ${[...pictures.values()].join(' ')}`,
      );
      return send(renderReply(reply, { ...options, pictures: new Map() }));
    }
  };
}
