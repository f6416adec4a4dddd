import type { Place } from '../../bot/command.ts';

/** Where something happened in Slack. Who did it is not part of it. */
export interface Where {
  readonly team: string | undefined;
  readonly channel: string | undefined;
  /** The time stamp of the message that began the thread. */
  readonly thread?: string | undefined;
}

/** The same for the bot. Channels of direct messages have ids with a D. */
export function placeAt({ team, channel, thread }: Where): Place {
  return {
    platform: 'slack',
    ...(team === undefined ? {} : { tenant: team }),
    ...(channel === undefined ? {} : { channel, isDirect: channel.startsWith('D') }),
    ...(thread === undefined ? {} : { thread }),
  };
}

/**
 * The conversation there, if it is one: a thread, or direct messages, which are a conversation as a whole. A channel as
 * such is none, as many people write there.
 */
export function conversationAt({ team, channel, thread }: Where): string | undefined {
  const isConversation = channel !== undefined && (thread !== undefined || channel.startsWith('D'));
  return isConversation ? ['slack', team, channel, thread].filter(Boolean).join(':') : undefined;
}
