import { countNoun, type Localized } from '../../bot/language.ts';

/** What is said to those who keep the facts. */
export const heardWords = {
  gapsTitle: { en: 'What people asked in vain', uk: 'Про що питали марно' },
  gapsIntro: {
    en: 'Questions without a good answer, grouped by likeness, the most wanted first. Nobody’s name is kept, and all is forgotten after 90 days.',
    uk: 'Запитання без доброї відповіді, згруповані за схожістю, найпотрібніші спершу. Імен не зберігаємо, через 90 днів усе забуваємо.',
  },
  noGaps: { en: 'No question is waiting for a fact.', uk: 'Жодне запитання не чекає на факт.' },
  answered: (count: number): Localized => ({
    en: `${countNoun(count, { en: ['noted question', 'noted questions'], uk: ['', '', ''] }).en} the corpus answers well by now.`,
    uk: `Запитань, на які корпус уже добре відповідає: ${count}.`,
  }),
  nearest: { en: 'Nearest facts:', uk: 'Найближчі факти:' },
  toStub: { en: 'To begin a fact with it:', uk: 'Почати з нього факт:' },
  off: {
    en: 'Nothing is kept here of what people ask and say.',
    uk: 'Тут нічого не зберігається з того, що люди питають і кажуть.',
  },
  feedbackTitle: { en: 'What people said of answers', uk: 'Що сказали про відповіді' },
  feedbackIntro: {
    en: 'By the fact that led the answer; what was called wrong most comes first.',
    uk: 'За фактом, який очолював відповідь; спершу те, що найчастіше називали хибним.',
  },
  noFeedback: { en: 'Nobody has said anything yet.', uk: 'Поки ніхто нічого не сказав.' },
  verdicts: (wrong: number, useful: number): Localized => ({
    en: `wrong or outdated ${wrong} · useful ${useful}`,
    uk: `хибно або застаріло ${wrong} · корисно ${useful}`,
  }),
  gone: { en: 'is no longer in the corpus', uk: 'уже немає в корпусі' },
  ask: { en: 'Was this answer useful?', uk: 'Чи корисна ця відповідь?' },
  notKept: {
    en: 'This could not be kept. Please try once more in a minute.',
    uk: 'Це не вдалося зберегти. Спробуйте ще раз за хвилину.',
  },
  notUnderstood: {
    en: 'This form is from another version of the page. Please ask again, and then say it.',
    uk: 'Ця форма з іншої версії сторінки. Запитайте ще раз, а тоді скажіть.',
  },
  goOn: { en: 'Ask something else', uk: 'Запитати щось інше' },
} as const;

export const statusWords = {
  changes: { en: 'What changed lately', uk: 'Що змінилося останнім часом' },
  loaded: { en: 'Served since', uk: 'У роботі з' },
  problems: { en: 'An edit can’t be served', uk: 'Зміну не вдалося завантажити' },
  problemsNote: {
    en: 'The files have these problems. What was sound before goes on being served, until they are mended.',
    uk: 'У файлах є ці проблеми. Поки їх не виправлено, у роботі лишається попередній справний стан.',
  },
  sound: { en: 'All files are sound.', uk: 'Усі файли справні.' },
  seeProblems: { en: 'See what is wrong', uk: 'Подивитися, що не так' },
  title: { en: 'Status of the corpus', uk: 'Стан корпусу' },
  version: { en: 'Version', uk: 'Версія' },
  reviewed: { en: 'Last reviewed', uk: 'Остання перевірка' },
  facts: { en: 'Facts', uk: 'Факти' },
  ukrainian: { en: 'of them in Ukrainian', uk: 'з них українською' },
  questions: { en: 'Ways of asking', uk: 'Способи запитати' },
  sources: { en: 'Reports cited', uk: 'Процитовані матеріали' },
  publishers: { en: 'Publishers', uk: 'Видання' },
  count: { en: 'Number', uk: 'Кількість' },
  byTopic: { en: 'By topic', uk: 'За темами' },
  byKind: { en: 'By kind', uk: 'За видами' },
  byStanding: { en: 'By standing', uk: 'За статусом' },
} as const;
