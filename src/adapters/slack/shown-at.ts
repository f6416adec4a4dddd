import type { WebClient } from '@slack/web-api';
import type { Reply } from '../../bot/reply.ts';

/**
 * Takes down where an answer stands that was just posted for everyone. Rejects when Slack does not say it.
 * @param posted What Slack answered when it was posted.
 */
export async function noteAddress(
  client: WebClient,
  { shown }: Pick<Reply, 'shown'>,
  posted: { readonly channel?: string; readonly ts?: string },
): Promise<void> {
  const { channel, ts } = posted;
  if (shown === undefined || channel === undefined || ts === undefined) return;
  const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
  if (permalink !== undefined) await shown.annotate(permalink);
}
