import type { Localized } from './language.ts';

/** What more than one platform says around a reply. */
export const wording = {
  sources: { en: 'Sources', uk: 'Джерела' },
  asked: { en: 'Asked', uk: 'Запитання' },
  chooseOne: { en: 'Choose one to see more', uk: 'Виберіть, щоб дізнатися більше' },
  noText: {
    en: 'This message has no text that I could check.',
    uk: 'У цьому повідомленні немає тексту для перевірки.',
  },
  outdatedButton: {
    en: 'This button is from another version of me and no longer works.',
    uk: 'Ця кнопка залишилася від іншої версії бота й більше не працює.',
  },
  tryLater: { en: 'Please try once more in a minute.', uk: 'Спробуйте ще раз через хвилину.' },
} satisfies Readonly<Record<string, Localized>>;
