import { html } from 'hono/html';
import {
  decodeSubject,
  encodeSubject,
  type Feedback,
  feedbackWording,
  longestNote,
} from '../../bot/feedback.ts';
import type { Report } from '../../bot/log.ts';
import { createReference, tellReference } from '../../bot/reference.ts';
import type { Reply } from '../../bot/reply.ts';
import { renderHidden, renderLanguageField } from './form-html.ts';
import type { Html, PageContext } from './page.ts';
import { heardWords } from './upkeep-wording.ts';

const longestSubject = 1_000;

/** Lets somebody say whether an answer was good, where that is kept. */
export function renderFeedbackForm(reply: Reply, context: PageContext): Html | '' {
  const { say } = context;
  const subject = reply.feedback && encodeSubject(reply.feedback, longestSubject);
  if (subject === undefined) return '';
  return html`<details class="feedback"><summary>${say(heardWords.ask)}</summary>
<form action="/feedback" method="post">
${renderLanguageField(context)}${renderHidden({ about: subject })}
<p class="field"><label for="note">${say(feedbackWording.whatIsWrong)}</label>
<textarea id="note" name="note" rows="2" maxlength="${longestNote}" aria-describedby="note-hint"></textarea>
<span class="hint" id="note-hint">${say(feedbackWording.noteHint)}</span></p>
<p class="actions"><button name="verdict" value="useful">${say(feedbackWording.useful)}</button>
<button name="verdict" value="wrong">${say(feedbackWording.wrong)}</button></p>
</form></details>`;
}

/** Keeps what a form says of an answer. @returns What to tell whoever said it, in their language. */
export async function keepFeedback(
  given: Readonly<Record<string, string>>,
  { bot, say }: Pick<PageContext, 'bot' | 'say'>,
  report: Report,
): Promise<string> {
  const feedback = readFeedback(given);
  if (feedback === undefined) return say(heardWords.notUnderstood);
  try {
    await bot.feedback(feedback);
    return say(feedbackWording.thanks);
  } catch (error) {
    const reference = createReference();
    report(error, { reference });
    return `${say(heardWords.notKept)} ${say(tellReference(reference))}`;
  }
}

/** What a form says of an answer; undefined when it makes no sense. */
function readFeedback(given: Readonly<Record<string, string>>): Feedback | undefined {
  const subject = decodeSubject(given.about ?? '');
  const verdict = (['useful', 'wrong'] as const).find((one) => one === given.verdict);
  if (subject === undefined || verdict === undefined) return undefined;
  const note = verdict === 'wrong' ? given.note?.trim() || undefined : undefined;
  return { ...subject, verdict, note, place: { platform: 'web' } };
}
