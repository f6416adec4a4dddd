/** Where something happened in Slack. Who did it is not part of it. */
export interface Where {
  readonly team: string | undefined;
  readonly channel: string | undefined;
  /** The time stamp of the message that began the thread. */
  readonly thread?: string | undefined;
}

/**
 * The conversation there, if it is one: a thread, or direct messages, whose channels have ids with a D. A channel as
 * such is none, as many people write there.
 */
export function conversationAt({ team, channel, thread }: Where): string | undefined {
  const isConversation = channel !== undefined && (thread !== undefined || channel.startsWith('D'));
  return isConversation ? ['slack', team, channel, thread].filter(Boolean).join(':') : undefined;
}
