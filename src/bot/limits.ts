import type { Invocation } from './command.ts';
import { countNoun, type Language, type Localized } from './language.ts';
import { explain } from './outcomes.ts';
import type { Content } from './reply.ts';

/** Keeps one asker, or one place, from crowding out others. */
export interface Limits {
  /**
   * Counts a command. Gives back after how many whole seconds the asker may try again; undefined when the command may
   * run. Never rejects.
   * @param options.isUpkeep Whether it counts for the asker alone.
   */
  take(
    invocation: Pick<Invocation, 'place' | 'asker'>,
    options: { readonly isUpkeep: boolean },
  ): Promise<Wait | undefined>;
}

export interface Wait {
  readonly seconds: number;
  /** Whose limit was reached. */
  readonly whose: 'asker' | 'place';
}

/** For where nobody crowds out anybody. */
export const noLimits: Limits = { take: async () => undefined };

/** What an asker is told who has to wait. */
export function explainWait({ seconds, whose }: Wait, language: Language): Content {
  const message = whose === 'asker' ? tooManyOfYours : tooManyHere;
  const nextStep: Localized = {
    en: `Please try again in ${seconds} s.`,
    uk: `Спробуйте ще раз через ${countNoun(seconds, secondNoun).uk}.`,
  };
  return explain(message[language], nextStep[language]);
}

const secondNoun = {
  en: ['second', 'seconds'],
  uk: ['секунду', 'секунди', 'секунд'],
} as const;

const tooManyOfYours: Localized = {
  en: 'You have asked very often within a minute, so nothing was done this time.',
  uk: 'За хвилину від вас надійшло дуже багато запитань, тож цього разу нічого не зроблено.',
};

const tooManyHere: Localized = {
  en: 'People here have asked very often within a minute, so nothing was done this time.',
  uk: 'За хвилину звідси надійшло дуже багато запитань, тож цього разу нічого не зроблено.',
};
