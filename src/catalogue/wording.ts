import type { Localized } from '../bot/language.ts';
import type { Fact, Standing } from '../knowledge/corpus.ts';

/** What a fact is, in a word. */
export const kindNames: Readonly<Record<Fact['kind'], Localized>> = {
  event: { en: 'Event', uk: 'Подія' },
  term: { en: 'Term', uk: 'Умова' },
  claim: { en: 'Claim', uk: 'Твердження' },
  figure: { en: 'Figure', uk: 'Цифра' },
  position: { en: 'Position', uk: 'Позиція' },
  definition: { en: 'Definition', uk: 'Визначення' },
};

/** How far a fact is settled, in a few words. */
export const standingNames: Readonly<Record<Standing, Localized>> = {
  established: { en: 'Established', uk: 'Установлено' },
  claimed: { en: 'Said by somebody', uk: 'Чиїсь слова' },
  disputed: { en: 'Figures or accounts differ', uk: 'Цифри або відомості різняться' },
  superseded: { en: 'Overtaken', uk: 'Уже неактуально' },
};

export const problemWords = {
  date: (text: string): Localized => ({
    en: `"${text}" is not a date: write a day as 2025-04-30, a month as 2025-04 or a year as 2025. It was left out.`,
    uk: `«${text}» – не дата: пишіть день як 2025-04-30, місяць як 2025-04, рік як 2025. Цю умову пропущено.`,
  }),
  order: {
    en: 'The first date is later than the last: swap the two.',
    uk: 'Перша дата пізніша за останню: поміняйте їх місцями.',
  },
  choice: (text: string): Localized => ({
    en: `There is nothing called "${text}" to choose here. It was left out.`,
    uk: `Тут немає варіанта «${text}». Цю умову пропущено.`,
  }),
} as const;
