import { createHash } from 'node:crypto';
import type { HTTPReceiverOptions } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { drawPictures } from '../../bot/drawn-pictures.ts';
import type { PictureBlock, Reply } from '../../bot/reply.ts';

/** Where the pictures of a reply can be fetched; one that could not be drawn is not among them. */
export type PlacedPictures = ReadonlyMap<PictureBlock, string>;

/** Serves pictures to Slack, which fetches them when a message comes and keeps copies of its own. */
export interface PictureHost {
  /** Draws the pictures of a reply, and keeps them for Slack to fetch. */
  place(reply: Reply): Promise<PlacedPictures>;
  /** For the server that Slack reaches. */
  readonly route: NonNullable<HTTPReceiverOptions['customRoutes']>[number];
}

const mostBytes = 32 * 1_024 * 1_024;

/**
 * @param options.publicUrl Where Slack reaches the bot, without a slash at its end.
 * @param options.report Is told of pictures that can't be drawn.
 */
export function createPictureHost({
  publicUrl,
  report,
}: {
  readonly publicUrl: string;
  readonly report: (error: unknown) => void;
}): PictureHost {
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: mostBytes,
    sizeCalculation: ({ length }) => length,
  });
  return {
    place: async (reply) => {
      const drawn = await drawPictures(reply, report);
      return new Map(
        [...drawn].map(([picture, { png }]) => {
          // The address follows from the content: it can't be guessed, and what it shows never changes.
          const name = `${createHash('sha256').update(png).digest('hex').slice(0, 40)}.png`;
          kept.set(name, png);
          return [picture, `${publicUrl}/pictures/${name}`];
        }),
      );
    },
    route: {
      path: '/pictures/:name',
      method: ['GET', 'HEAD'],
      handler: ({ params, method }, response) => {
        const name = params?.name;
        const png = typeof name === 'string' ? kept.get(name) : undefined;
        if (png === undefined) {
          response.writeHead(404, { 'content-type': 'text/plain' });
          response.end('There is no such picture, or it is no longer kept.\n');
          return;
        }
        response.writeHead(200, {
          'content-type': 'image/png',
          'content-length': png.length,
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
        });
        response.end(method === 'HEAD' ? undefined : png);
      },
    },
  };
}
