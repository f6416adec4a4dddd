import type { SayFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Reply } from '../../bot/reply.ts';
import type { Call } from './calls.ts';
import { toShare } from './calls.ts';
import type { Show } from './show.ts';

export interface Mention {
  /** Who mentioned the bot; undefined when Slack does not say it. */
  readonly user: string | undefined;
  readonly channel: string;
  /** The time stamp of the message, and of the one that began its thread. */
  readonly ts: string;
  readonly thread_ts?: string | undefined;
}

export interface MentionTools {
  readonly client: WebClient;
  readonly say: SayFn;
  readonly show: Show;
  /** Is told when Slack does not say where an answer stands. */
  readonly report: (error: unknown) => void;
}

/** Answers a mention in its thread or, where not everyone is to read it, to the asker alone. */
export async function answerMention(
  { call, reply }: { readonly call: Call; readonly reply: Reply },
  { user, channel, ts, thread_ts }: Mention,
  { client, say, show, report }: MentionTools,
): Promise<void> {
  if (reply.audience === 'everyone' || user === undefined) {
    const posted = await show(reply, {}, (message) => say({ ...message, thread_ts: thread_ts ?? ts }));
    await noteAddress(client, reply, posted).catch(report);
    return;
  }
  // What only one person sees does not begin a thread.
  const inThread = thread_ts === undefined ? {} : { thread_ts };
  await show(reply, { share: toShare(call, reply) }, (message) =>
    client.chat.postEphemeral({ ...message, ...inThread, channel, user }),
  );
}

/** Takes down where an answer stands that was just posted for everyone. */
async function noteAddress(
  client: WebClient,
  { shown }: Pick<Reply, 'shown'>,
  { channel, ts }: { readonly channel?: string; readonly ts?: string },
): Promise<void> {
  if (shown === undefined || channel === undefined || ts === undefined) return;
  const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
  if (permalink !== undefined) await shown.annotate(permalink);
}
