import type { RespondFn } from '@slack/bolt';
import { brand } from '../../bot/brand.ts';
import type { DecodedCall } from '../../bot/choice-code.ts';
import { detectLanguage, type Language, type Localized, questionOf } from '../../bot/language.ts';
import type { Reply } from '../../bot/reply.ts';
import { wording } from '../../bot/wording.ts';
import { toShare } from './calls.ts';
import { renderReply } from './render.ts';
import type { Show } from './show.ts';

/** How a button was pressed. */
export interface Press {
  /** What the button says. */
  readonly label: string;
  readonly isPrivate: boolean;
  readonly run: (call: DecodedCall) => Promise<Reply>;
  readonly show: Show;
}

/** A private answer changes in place; beside a shared one, only the presser sees what comes. */
export async function press(
  respond: RespondFn,
  call: DecodedCall | undefined,
  { label, isPrivate, run, show }: Press,
): Promise<void> {
  if (call === undefined) {
    const message = renderReply(explainOutdated(detectLanguage(label) ?? 'en'));
    await respond({ response_type: 'ephemeral', replace_original: false, ...message });
    return;
  }
  const reply = await run(call);
  const question = questionOf(call);
  if (reply.audience === 'everyone') {
    await show(reply, { question }, (message) =>
      respond({ response_type: 'in_channel', replace_original: false, ...message }),
    );
    return;
  }
  // What concerns the presser alone, such as an error, does not take the answer away.
  await show(reply, { question, share: toShare(call, reply) }, (message) =>
    respond({
      response_type: 'ephemeral',
      replace_original: isPrivate && reply.visibility === 'shareable',
      ...message,
    }),
  );
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
