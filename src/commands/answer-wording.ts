import type { Localized } from '../bot/language.ts';
import { formatDate } from '../knowledge/partial-date.ts';

/**
 * The fixed wording around the facts of an answer. In Ukrainian a speaker stands in brackets, as names of the corpus
 * are in the nominative.
 */
export const words = {
  related: { en: 'Related questions', uk: 'Пов’язані запитання' },
  update: { en: 'This has been overtaken since:', uk: 'Відтоді це змінилося:' },
  history: { en: 'Before that:', uk: 'Раніше було так:' },
  overtaken: { en: 'Overtaken', uk: 'Уже неактуально' },
  disputed: { en: 'Figures or accounts differ', uk: 'Цифри або відомості різняться' },
  said: {
    claim: {
      plain: (speaker: string) => ({ en: `Claim by ${speaker}`, uk: `Твердження (${speaker})` }),
      disputed: (speaker: string) => ({
        en: `Claim by ${speaker}, disputed`,
        uk: `Спірне твердження (${speaker})`,
      }),
      overtaken: (speaker: string) => ({
        en: `Overtaken, claim by ${speaker}`,
        uk: `Уже неактуальне твердження (${speaker})`,
      }),
    },
    position: {
      plain: (speaker: string) => ({ en: `Position of ${speaker}`, uk: `Позиція (${speaker})` }),
      disputed: (speaker: string) => ({
        en: `Position of ${speaker}, disputed`,
        uk: `Спірна позиція (${speaker})`,
      }),
      overtaken: (speaker: string) => ({
        en: `Overtaken, position of ${speaker}`,
        uk: `Уже неактуальна позиція (${speaker})`,
      }),
    },
  },
  established: (date: string): Localized => ({
    en: `Established fact, as of ${formatDate(date, 'en')}`,
    uk: `Установлений факт, станом на ${formatDate(date, 'uk')}`,
  }),
  asOf: (date: string): Localized => ({
    en: `As of ${formatDate(date, 'en')}`,
    uk: `Станом на ${formatDate(date, 'uk')}`,
  }),
  /** In English there is nothing to say: it is what the corpus is written in. */
  untranslated: { en: '', uk: 'Текст факту наразі лише англійською.' },
  differ: (note: string | undefined): Localized =>
    note === undefined
      ? { en: 'Sources differ on this:', uk: 'Щодо цього джерела розходяться:' }
      : { en: `Sources differ on this. ${note}`, uk: `Щодо цього джерела розходяться. ${note}` },
  correct: (assumption: { readonly en: string; readonly uk: string | undefined }): Localized => ({
    en: `The question assumes ${assumption.en}. The sources say otherwise.`,
    uk:
      assumption.uk === undefined
        ? 'Запитання спирається на хибне припущення. Джерела кажуть інше.'
        : `Запитання припускає, ${assumption.uk}. Джерела кажуть інше.`,
  }),
  noAddress: (note: string): Localized => ({ en: note, uk: 'Адресу сторінки не вдалося знайти.' }),
  refusal: {
    en: 'I have no sourced fact on that.',
    uk: 'У мене немає підтвердженого джерелами факту про це.',
  },
  closest: { en: 'The closest that I can answer', uk: 'Найближче з того, на що я можу відповісти' },
  subject: (name: string): Localized => ({
    en: `I answer questions about ${name}.`,
    uk: `Я відповідаю на запитання на тему: ${name}.`,
  }),
  nearestTopics: (titles: string): Localized => ({
    en: `Nearest topics: ${titles}.`,
    uk: `Найближчі теми: ${titles}.`,
  }),
  introduction: (name: string): Localized => ({
    en: `I am a bot that answers questions about ${name}, from reviewed facts alone and with the sources of each. Where there is no sourced fact, I say so.`,
    uk: `Я бот, який відповідає на запитання на тему: ${name}. Відповідаю лише перевіреними фактами й називаю їхні джерела, а якщо підтвердженого факту немає, так і кажу.`,
  }),
  examples: { en: 'You could ask', uk: 'Можна запитати, наприклад' },
  seeMore: {
    en: 'The command topics shows all that is covered, and help all that I can do.',
    uk: 'Команда topics показує всі охоплені теми, а help — усе, що я вмію.',
  },
  seeTopics: {
    en: 'The command topics shows all that is covered.',
    uk: 'Команда topics показує всі охоплені теми.',
  },
} as const;
