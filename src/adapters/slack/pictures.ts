import { createHash } from 'node:crypto';
import type { HTTPReceiverOptions } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { drawPictures } from '../../bot/drawn-pictures.ts';
import type { Marks } from '../../bot/marks.ts';
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
/** Slack fetches a picture when the message comes, and keeps a copy. It is there for at least this long. */
const fetchedWithinMs = 5 * 60_000;
const mostShared = 10_000;

/**
 * Keeps pictures where every process finds them: Slack may reach another than the one that drew.
 * @param options.publicUrl Where Slack reaches the bot, without a slash at its end.
 * @param options.report Is told of pictures that can't be drawn.
 */
export function createPictureHost({
  publicUrl,
  marks,
  report,
}: {
  readonly publicUrl: string;
  readonly marks: Marks;
  readonly report: (error: unknown) => void;
}): PictureHost {
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: mostBytes,
    sizeCalculation: ({ length }) => length,
  });
  const shared = new LRUCache<string, true>({ max: mostShared });
  // A mark can't be made to last longer, so what is drawn again in a later period is shared again.
  const share = async (name: string, png: Uint8Array) => {
    const key = keyOf(name, periodNow());
    if (shared.has(key)) return;
    try {
      await marks.claim(key, { ttlMs: 2 * fetchedWithinMs, note: Buffer.from(png).toString('base64') });
      shared.set(key, true);
    } catch (error) {
      report(error);
    }
  };
  const findShared = async (name: string) => {
    const period = periodNow();
    for (const one of [period, period - 1]) {
      const note = await marks.find(keyOf(name, one)).catch(report);
      if (note) return Buffer.from(note, 'base64');
    }
    return undefined;
  };
  return {
    place: async (reply) => {
      const drawn = await drawPictures(reply, report);
      const placed = [...drawn].map(async ([picture, { png }]): Promise<[PictureBlock, string]> => {
        // The address follows from the content: it can't be guessed, and what it shows never changes.
        const name = `${createHash('sha256').update(png).digest('hex').slice(0, 40)}.png`;
        await share(name, png);
        kept.set(name, png);
        return [picture, `${publicUrl}/pictures/${name}`];
      });
      return new Map(await Promise.all(placed));
    },
    route: {
      path: '/pictures/:name',
      method: ['GET', 'HEAD'],
      handler: async ({ params, method }, response) => {
        const name = params?.name;
        const png = typeof name === 'string' ? (kept.get(name) ?? (await findShared(name))) : undefined;
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

function keyOf(name: string, period: number): string {
  return `slack:picture:${period}:${name}`;
}

function periodNow(): number {
  return Math.floor(Date.now() / fetchedWithinMs);
}
