import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { LRUCache } from 'lru-cache';

/** Slack sends an event again for up to an hour, and a signed request is good for five minutes. */
const rememberedMs = 60 * 60_000;
const mostRemembered = 50_000;

/**
 * Lets everything through once. What Slack sends again (a retried event) or somebody else does (a signed request,
 * recorded and sent once more) is acknowledged and not handled.
 */
export function handleOnce(): Middleware<AnyMiddlewareArgs> {
  const seen = new LRUCache<string, true>({ max: mostRemembered, ttl: rememberedMs });
  return async (args) => {
    const id = identify(args);
    if (id !== undefined && seen.has(id)) {
      if ('ack' in args && typeof args.ack === 'function') await (args.ack as () => Promise<void>)();
      return;
    }
    if (id !== undefined) seen.set(id, true);
    await args.next();
  };
}

function identify({ body }: AnyMiddlewareArgs & AllMiddlewareArgs): string | undefined {
  const fields = body as unknown as Readonly<Record<string, unknown>>;
  const id = fields.event_id ?? fields.trigger_id;
  return typeof id === 'string' ? id : undefined;
}
