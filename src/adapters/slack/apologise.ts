import type { App } from '@slack/bolt';
import { z } from 'zod';
import { detectLanguage, type Localized } from '../../bot/language.ts';
import { tellReference } from '../../bot/reference.ts';
import { wording } from '../../bot/wording.ts';
import { renderReply } from './render.ts';

/** Where whoever asked looks for the answer. */
const schema = z.object({
  text: z.string().optional(),
  response_url: z.url().optional(),
  event: z
    .object({
      type: z.enum(['app_mention', 'message']),
      text: z.string().optional(),
      channel: z.string(),
      ts: z.string(),
      thread_ts: z.string().optional(),
    })
    .optional(),
});

export interface ApologyOptions {
  /** Of the request that went wrong, as Slack sent it. */
  readonly body: unknown;
  /** What the log calls the error. */
  readonly reference: string;
  readonly botToken: string | undefined;
  readonly fetch: typeof fetch;
}

/**
 * Says that something went wrong where the answer would have come: to whoever gave a command or pressed a button alone,
 * to a mention in its thread. Rejects when that can't be sent, either.
 */
export async function apologise(
  app: Pick<App, 'client'>,
  { body, reference, botToken, fetch }: ApologyOptions,
): Promise<void> {
  const { data } = schema.safeParse(body);
  if (data === undefined) return;
  const { text, response_url: responseUrl, event } = data;
  const language = detectLanguage(event?.text ?? text ?? '') ?? 'en';
  const sentences = [somethingWentWrong, wording.tryLater, tellReference(reference)];
  const words = sentences.map((sentence) => sentence[language]).join(' ');
  const message = renderReply({ visibility: 'private', blocks: [{ type: 'text', text: words }], language });
  if (responseUrl !== undefined) {
    const answer = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message }),
    });
    if (!answer.ok) throw new Error(`Slack takes no answer there any more (${answer.status})`);
    return;
  }
  // Without a token, the bot is not there to say anything.
  if (event === undefined || botToken === undefined) return;
  const { type, channel, ts, thread_ts: thread = type === 'app_mention' ? ts : undefined } = event;
  await app.client.chat.postMessage({
    token: botToken,
    ...message,
    channel,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
}

const somethingWentWrong: Localized = { en: 'Something went wrong here.', uk: 'Щось пішло не так.' };
