import type { Place } from './command.ts';
import type { Localized } from './language.ts';

/** useful; wrong: wrong or outdated. */
export type Verdict = 'useful' | 'wrong';

/** What feedback is about. */
export interface FeedbackSubject {
  /** The facts of the answer, the lead first. */
  readonly factIds: readonly string[];
  /** Tells one question from another, and can't be turned back into it; letters, digits, "-" and "_". */
  readonly questionHash?: string;
}

/** What somebody says of an answer. It does not say who. */
export interface Feedback extends FeedbackSubject {
  readonly verdict: Verdict;
  readonly note?: string | undefined;
  readonly place: Place;
}

/** Longest note, in characters; what is longer is cut. */
export const longestNote = 500;

/** Labels and sentences around feedback. A modal's title on Slack holds 24 characters, a field's label on Discord 45. */
export const feedbackWording = {
  useful: { en: 'Useful', uk: 'Корисно' },
  wrong: { en: 'Wrong or outdated', uk: 'Хибно або застаріло' },
  whatIsWrong: { en: 'What is wrong? (optional)', uk: 'Що саме не так? (необов’язково)' },
  noteHint: {
    en: 'A source helps most. Your name is not kept.',
    uk: 'Найбільше допоможе джерело. Ваше ім’я не зберігаємо.',
  },
  send: { en: 'Send', uk: 'Надіслати' },
  cancel: { en: 'Cancel', uk: 'Скасувати' },
  thanks: {
    en: 'Thank you. This goes to the people who keep the facts, without your name.',
    uk: 'Дякуємо. Це побачать ті, хто веде добірку фактів, але без вашого імені.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/**
 * What feedback is about as a text for ids and values of buttons, of at most so many characters: the question's hash,
 * then as many facts as there is room for, the lead first. Undefined when not even the lead fits.
 */
export function encodeSubject(
  { factIds, questionHash = '' }: FeedbackSubject,
  most: number,
): string | undefined {
  let code: string | undefined;
  for (let count = 1; count <= factIds.length; count += 1) {
    const longer = `${questionHash}:${factIds.slice(0, count).join('+')}`;
    if (longer.length > most) break;
    code = longer;
  }
  return code;
}

/** What a code is about; undefined when it is none. */
export function decodeSubject(code: string): FeedbackSubject | undefined {
  const [, questionHash = '', ids] = /^([\w-]*):([a-z0-9._-]+(?:\+[a-z0-9._-]+)*)$/.exec(code) ?? [];
  if (ids === undefined) return undefined;
  return { factIds: ids.split('+'), ...(questionHash === '' ? {} : { questionHash }) };
}
