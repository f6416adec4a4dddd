import type { RespondFn } from '@slack/bolt';
import { brand } from '../../bot/brand.ts';
import type { DecodedCall } from '../../bot/choice-code.ts';
import { detectLanguage, type Language, type Localized, questionOf } from '../../bot/language.ts';
import type { Reply } from '../../bot/reply.ts';
import { wording } from '../../bot/wording.ts';
import { toShare } from './calls.ts';
import { type RenderOptions, renderReply } from './render.ts';

/** How a button was pressed. */
export interface Press {
  /** What the button says. */
  readonly label: string;
  readonly isShare: boolean;
  readonly isPrivate: boolean;
  readonly run: (call: DecodedCall) => Promise<Reply>;
}

/** A private answer changes in place; beside a shared one, only the presser sees what comes. */
export async function press(
  respond: RespondFn,
  call: DecodedCall | undefined,
  { label, isShare, isPrivate, run }: Press,
): Promise<void> {
  if (call === undefined) {
    const message = renderReply(explainOutdated(detectLanguage(label) ?? 'en'));
    await respond({ response_type: 'ephemeral', replace_original: false, ...message });
    return;
  }
  const reply = await run(call);
  const question = questionOf(call);
  if (isShare && reply.visibility === 'shareable') {
    await respond({
      response_type: 'in_channel',
      replace_original: false,
      ...renderReply(reply, { question }),
    });
    return;
  }
  const options: RenderOptions = { question, share: toShare(call, reply) };
  await respond({ response_type: 'ephemeral', replace_original: isPrivate, ...renderReply(reply, options) });
}

function explainOutdated(language: Language): Reply {
  const blocks = [wording.outdatedButton, askAgain].map((text) => ({
    type: 'text' as const,
    text: text[language],
  }));
  return { visibility: 'private', blocks, language };
}

const askAgain: Localized = {
  en: `Ask again with /${brand.command}.`,
  uk: `Запитайте ще раз через /${brand.command}.`,
};
