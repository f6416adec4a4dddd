import type { Button } from '@slack/types';
import { decodeSubject, encodeSubject, type FeedbackSubject, feedbackWording } from '../../bot/feedback.ts';
import { type Language, languages } from '../../bot/language.ts';
import type { Reply } from '../../bot/reply.ts';
import { actionVersion, plainText } from './elements.ts';
import { LIMITS } from './limits.ts';

/** The buttons that say what a reader makes of a reply; none where nobody would keep it. */
export function feedbackButtons({ feedback, language }: Reply): Button[] {
  const code = feedback && encodeSubject(feedback, LIMITS.buttonValue - languagePrefix(language).length);
  if (code === undefined) return [];
  return (['useful', 'wrong'] as const).map((verdict) => ({
    type: 'button',
    action_id: `${verdict}.${actionVersion}`,
    text: plainText(feedbackWording[verdict][language]),
    value: `${languagePrefix(language)}${code}`,
  }));
}

/** Slack does not say what language whoever presses reads: the reply's own goes along. */
function languagePrefix(language: Language): string {
  return `${language}:`;
}

/** What a button's value says: the language of the reply, and what feedback on it is about. */
export function parseFeedbackValue(value: string): {
  readonly language: Language;
  readonly subject: FeedbackSubject | undefined;
} {
  const language = languages.find((one) => value.startsWith(languagePrefix(one))) ?? languages[0];
  return { language, subject: decodeSubject(value.slice(languagePrefix(language).length)) };
}
