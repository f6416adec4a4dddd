import type { KnownEventFromType } from '@slack/bolt';
import { readable } from './calls.ts';

/** What a person wrote to the bot directly, and in which thread; undefined for every other message. */
export function readDirectMessage(
  event: KnownEventFromType<'message'>,
): { readonly text: string; readonly user: string; readonly thread: string | undefined } | undefined {
  const isFromPerson =
    event.subtype === undefined && event.bot_id === undefined && event.channel_type === 'im';
  if (!isFromPerson || event.text === undefined || event.text.trim() === '') return undefined;
  return { text: readable(event.text), user: event.user, thread: event.thread_ts };
}
