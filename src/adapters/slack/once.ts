import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import type { Report } from '../../bot/log.ts';
import type { Marks } from '../../bot/marks.ts';
import { databasePatienceMs, within } from '../../bot/within.ts';

/** Slack sends an event again for up to an hour, and a signed request is good for five minutes. */
const rememberedMs = 60 * 60_000;

/** Sees to it that nothing is done twice, by however many processes on one database. */
export interface Once {
  /**
   * Whether this process is to answer the event: asked right before the answer is posted. So at most one does, and an
   * event whose process died before is answered when Slack sends it again.
   */
  mayAnswer(eventId: string): Promise<boolean>;
  /**
   * Lets commands, buttons and shortcuts through unless they have been dealt with: what somebody recorded and sends again
   * is acknowledged and not handled. One whose process died in the middle is dealt with when it comes again.
   */
  readonly middleware: Middleware<AnyMiddlewareArgs>;
}

/** @param report Takes errors of the database: rather than nobody, everybody is answered then. */
export function createOnce(marks: Marks, report: Report): Once {
  const inHand = new Set<string>();
  const claim = (key: string) =>
    within(marks.claim(key, { ttlMs: rememberedMs }), databasePatienceMs).catch((error: unknown) => {
      report(error);
      return true;
    });
  const isDone = async (key: string) => {
    const mark = await within(marks.find(key), databasePatienceMs).catch(report);
    return mark !== undefined;
  };
  return {
    mayAnswer: (eventId) => claim(`slack:event:${eventId}`),
    middleware: async (args) => {
      const trigger = triggerOf(args);
      if (trigger === undefined) return args.next();
      const key = `slack:trigger:${trigger}`;
      if (inHand.has(key) || (await isDone(key))) {
        if ('ack' in args && typeof args.ack === 'function') await (args.ack as () => Promise<void>)();
        return;
      }
      inHand.add(key);
      try {
        await args.next();
        await claim(key);
      } finally {
        inHand.delete(key);
      }
    },
  };
}

/** What a person did, each with an id of its own. */
function triggerOf({ body }: AnyMiddlewareArgs & AllMiddlewareArgs): string | undefined {
  const { trigger_id } = body as unknown as Readonly<Record<string, unknown>>;
  return typeof trigger_id === 'string' ? trigger_id : undefined;
}
