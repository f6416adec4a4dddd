import type { Choice } from './reply.ts';

/** The languages that the bot speaks; the first is spoken when nothing says which. */
export const languages = ['en', 'uk'] as const;

export type Language = (typeof languages)[number];

/** Something in every language: a sentence that lacks one does not compile. */
export type Localized<T = string> = Readonly<Record<Language, T>>;

/** The language for readers with this locale, a BCP 47 tag such as "uk-UA"; English unless it is Ukrainian. */
export function languageOf(locale: string | undefined): Language {
  return /^uk(?:$|[-_])/i.test(locale ?? '') ? 'uk' : 'en';
}

/** What a text is written in: Ukrainian with more Cyrillic letters than Latin ones; undefined without any letter. */
export function detectLanguage(text: string): Language | undefined {
  const lettersOf = (script: RegExp) => text.match(script)?.length ?? 0;
  if (!/\p{L}/u.test(text)) return undefined;
  return lettersOf(/\p{Script=Cyrillic}/gu) > lettersOf(/\p{Script=Latin}/gu) ? 'uk' : 'en';
}

/** The question that a call asks in the asker's own words, if it asks one. */
export function questionOf({ arguments: given }: Pick<Choice, 'arguments'>): string | undefined {
  return given.question;
}

/**
 * The language to answer in: a question in Ukrainian is answered in it, whatever the asker's settings say; anything
 * else in the asker's language or, where that is not known, in the language of what was written.
 */
export function chooseLanguage(call: Pick<Choice, 'arguments'>, preferred?: Language): Language {
  if (detectLanguage(questionOf(call) ?? '') === 'uk') return 'uk';
  return preferred ?? detectLanguage(Object.values(call.arguments).join(' ')) ?? languages[0];
}

/**
 * The language to go on in after a reply, where nothing says what the person reads: a question decides, and anything
 * else stays in the language of that reply.
 */
export function continueLanguage(call: Pick<Choice, 'arguments'>, before: Language | undefined): Language {
  return chooseLanguage(call, questionOf(call) === undefined ? before : undefined);
}

/** The forms of a noun after a number: English for 1 and others; Ukrainian for 1, 2 and 5. */
export interface CountedNoun {
  readonly en: readonly [one: string, other: string];
  readonly uk: readonly [one: string, few: string, many: string];
}

const ukrainianRules = new Intl.PluralRules('uk');

/** A number with its noun: "1 fact", "5 facts"; "1 факт", "2 факти", "5 фактів". */
export function countNoun(count: number, { en, uk }: CountedNoun): Localized {
  const form = ['one', 'few'].indexOf(ukrainianRules.select(count));
  return { en: `${count} ${count === 1 ? en[0] : en[1]}`, uk: `${count} ${uk[form] ?? uk[2]}` };
}
