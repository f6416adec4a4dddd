import { type CountedNoun, countNoun, type Localized } from '../../bot/language.ts';

export const factNoun: CountedNoun = { en: ['fact', 'facts'], uk: ['факт', 'факти', 'фактів'] };
export const eventNoun: CountedNoun = { en: ['event', 'events'], uk: ['подія', 'події', 'подій'] };

/** What stands on every page. */
export const frame = {
  skip: { en: 'Skip to content', uk: 'Перейти до вмісту' },
  sections: { en: 'Sections', uk: 'Розділи' },
  ask: { en: 'Ask', uk: 'Запитати' },
  facts: { en: 'Facts', uk: 'Факти' },
  timeline: { en: 'Timeline', uk: 'Хронологія' },
  figures: { en: 'Figures', uk: 'Цифри' },
  status: { en: 'Status', uk: 'Стан' },
  language: { en: 'Language', uk: 'Мова' },
  subject: (name: string): Localized => ({ en: `On ${name}`, uk: `На тему: ${name}` }),
  reviewed: (date: string): Localized => ({
    en: `Last reviewed on ${date}.`,
    uk: `Остання перевірка: ${date}.`,
  }),
  noText: {
    en: 'Every sentence about the subject is a reviewed statement with its sources. Nothing here is generated.',
    uk: 'Кожне речення на цю тему – перевірене твердження з джерелами. Тут нічого не згенеровано.',
  },
  onlyEnglish: { en: '', uk: 'Наразі лише англійською.' },
} satisfies Readonly<Record<string, Localized | ((text: string) => Localized)>>;

export const askWords = {
  title: (subject: string): Localized => ({
    en: `Ask about ${subject}`,
    uk: `Запитайте на тему: ${subject}`,
  }),
  question: { en: 'Your question, in your own words', uk: 'Ваше запитання своїми словами' },
  button: { en: 'Ask', uk: 'Запитати' },
  examples: { en: 'For example', uk: 'Наприклад' },
  answer: { en: 'Answer', uk: 'Відповідь' },
  permanent: { en: 'All about this fact', uk: 'Усе про цей факт' },
  platforms: { en: 'The same on the chat platforms', uk: 'Те саме на чат-платформах' },
  platformsNote: {
    en: 'Drawn from the very messages that the bot sends there. Buttons are only shown.',
    uk: 'За тими самими повідомленнями, які бот надсилає туди. Кнопки тут лише показано.',
  },
  asDiscord: { en: 'As Discord shows it', uk: 'Як це показує Discord' },
  asSlack: { en: 'As Slack shows it', uk: 'Як це показує Slack' },
  app: { en: 'APP', uk: 'БОТ' },
  onlyYou: { en: 'Only you can see this', uk: 'Це бачите лише ви' },
  noPreview: { en: 'It could not be drawn here.', uk: 'Тут не вдалося це показати.' },
  commands: { en: 'All commands', uk: 'Усі команди' },
  commandsNote: {
    en: 'The same commands as on the chat platforms, with the same answers.',
    uk: 'Ті самі команди, що й на чат-платформах, з тими самими відповідями.',
  },
  run: { en: 'Run', uk: 'Виконати' },
  any: { en: 'Any', uk: 'Будь-що' },
  optional: { en: 'optional', uk: 'необов’язково' },
  date: { en: 'As 2025-04-30, 2025-04 or 2025', uk: 'Як 2025-04-30, 2025-04 або 2025' },
} satisfies Readonly<Record<string, Localized | ((text: string) => Localized)>>;

export const factsWords = {
  title: { en: 'Facts', uk: 'Факти' },
  search: { en: 'Words to look for', uk: 'Слова для пошуку' },
  topic: { en: 'Topic', uk: 'Тема' },
  kind: { en: 'Kind', uk: 'Вид' },
  standing: { en: 'Standing', uk: 'Статус' },
  publisher: { en: 'Publisher', uk: 'Видання' },
  from: { en: 'From', uk: 'Від' },
  to: { en: 'Up to', uk: 'До' },
  show: { en: 'Show', uk: 'Показати' },
  all: { en: 'All', uk: 'Усі' },
  reset: { en: 'Show all facts', uk: 'Показати всі факти' },
  none: {
    en: 'No fact has all of this. Take a word away, or choose less.',
    uk: 'Жоден факт не має всього цього. Приберіть слово або виберіть менше.',
  },
  results: { en: 'Facts found', uk: 'Знайдені факти' },
  found: (count: number): Localized => countNoun(count, factNoun),
  range: (first: number, last: number): Localized => ({
    en: `${first} to ${last}`,
    uk: `від ${first} до ${last}`,
  }),
  pages: { en: 'Pages', uk: 'Сторінки' },
  previous: { en: 'Previous page', uk: 'Попередня сторінка' },
  next: { en: 'Next page', uk: 'Наступна сторінка' },
  page: (page: number, pages: number): Localized => ({
    en: `Page ${page} of ${pages}`,
    uk: `Сторінка ${page} з ${pages}`,
  }),
  problems: { en: 'Not understood', uk: 'Не зрозуміло' },
} as const;

export const factWords = {
  asOf: { en: 'As of', uk: 'Станом на' },
  kind: { en: 'Kind', uk: 'Вид' },
  standing: { en: 'Standing', uk: 'Статус' },
  topic: { en: 'Topic', uk: 'Тема' },
  speaker: { en: 'Speaker', uk: 'Хто каже' },
  tags: { en: 'Tags', uk: 'Мітки' },
  corrections: { en: 'Corrections', uk: 'Виправлення' },
  wasBefore: (date: string, was: string): Localized => ({
    en: `Corrected on ${date}. It said before: ${was}`,
    uk: `Виправлено ${date}. Раніше тут було: ${was}`,
  }),
  added: { en: 'In the corpus since', uk: 'У корпусі з' },
  overtaken: { en: 'Known to be overtaken since', uk: 'Відомо, що неактуально, з' },
  withdrawnTitle: { en: 'A withdrawn fact', uk: 'Вилучений факт' },
  withdrawn: ({ date, because }: { readonly date: string; readonly because: string }): Localized => ({
    en: `This was withdrawn on ${date}: ${because}`,
    uk: `Це вилучено ${date}: ${because}`,
  }),
  details: { en: 'Details', uk: 'Подробиці' },
  id: { en: 'Permanent id', uk: 'Постійний ідентифікатор' },
  sources: { en: 'Sources', uk: 'Джерела' },
  archived: { en: 'archived copy', uk: 'архівна копія' },
  conflicts: { en: 'What says otherwise', uk: 'Що кажуть інакше' },
  later: { en: 'What has overtaken it', uk: 'Що прийшло на зміну' },
  earlier: { en: 'What it has overtaken', uk: 'Що було раніше' },
  corrects: { en: 'What it sets right', uk: 'Яку помилку виправляє' },
  assumes: (text: string): Localized => ({
    en: `Some questions assume ${text}.`,
    uk: `Деякі запитання спираються на хибне припущення: ${text}.`,
  }),
  questions: { en: 'Questions that lead here', uk: 'Запитання, які ведуть сюди' },
  figures: { en: 'Set beside other figures', uk: 'Поряд з іншими цифрами' },
  inOther: { en: 'In Ukrainian', uk: 'Англійською' },
  askBot: { en: 'See the bot’s answer', uk: 'Подивитися відповідь бота' },
  unknownTitle: { en: 'There is no such fact', uk: 'Такого факту немає' },
  unknown: (id: string): Localized => ({
    en: `No fact has the id “${id}”. Look for it by its words:`,
    uk: `Жоден факт не має ідентифікатора «${id}». Пошукайте за словами:`,
  }),
  nearest: { en: 'The nearest facts', uk: 'Найближчі факти' },
} as const;

export const timelineWords = {
  title: { en: 'Timeline', uk: 'Хронологія' },
  picture: (from: string, to: string): Localized => ({
    en: `Events by topic, ${from} to ${to}`,
    uk: `Події за темами: ${from} – ${to}`,
  }),
  describe: (events: number, lanes: number): Localized => ({
    en: `${countNoun(events, eventNoun).en} in ${lanes} lanes, one for each topic. Each mark is a link to its event; the number in it is the day of the month. The list below says the same.`,
    uk: `${countNoun(events, eventNoun).uk}, доріжок: ${lanes}, по одній на тему. Кожна позначка – посилання на подію; число в ній – день місяця. Список нижче каже те саме.`,
  }),
  hint: {
    en: 'A mark is an event, the number in it the day; dashed means overtaken since, a thick edge that accounts differ. Tab reaches the picture, arrow keys walk it.',
    uk: 'Позначка – подія, число в ній – день; пунктир – уже неактуально, товстий край – відомості різняться. Tab веде до картини, стрілки – між подіями.',
  },
  reset: { en: 'Back to the usual period', uk: 'До звичного періоду' },
  list: { en: 'The same as a list', uk: 'Те саме списком' },
  none: {
    en: 'There is no event in this. Choose another topic, or a longer period.',
    uk: 'Подій за цими умовами немає. Виберіть іншу тему або довший період.',
  },
  earlier: (count: number): Localized => ({
    en: `Show ${countNoun(count, { en: ['earlier event', 'earlier events'], uk: ['', '', ''] }).en} too`,
    uk: `Показати й раніше: ${countNoun(count, eventNoun).uk}`,
  }),
  scroll: { en: 'Picture of the timeline; it scrolls sideways', uk: 'Картина хронології; гортається вбік' },
} as const;

export const figuresWords = {
  title: { en: 'Figures side by side', uk: 'Цифри поряд' },
  intro: {
    en: 'Where figures for the same thing differ, all of them stand here with who says so and when. None is averaged, and each chart has one unit.',
    uk: 'Де цифри про те саме різняться, тут стоять усі – з тим, хто й коли так каже. Їх не усереднено, і кожна діаграма має одну одиницю.',
  },
  counted: { en: 'filled: counted or reported', uk: 'суцільна: підраховано або повідомлено' },
  said: { en: 'striped: somebody’s claim', uk: 'смугаста: чиєсь твердження' },
  none: { en: 'There are no charts yet.', uk: 'Діаграм ще немає.' },
  contents: { en: 'Charts', uk: 'Діаграми' },
} as const;

export const errorWords = {
  notFoundTitle: { en: 'There is no such page', uk: 'Такої сторінки немає' },
  notFound: {
    en: 'The address leads nowhere here. Look through the facts, or ask:',
    uk: 'За цією адресою тут нічого немає. Перегляньте факти або запитайте:',
  },
  brokenTitle: { en: 'Something went wrong', uk: 'Щось пішло не так' },
  broken: {
    en: 'This page could not be made, and nothing was lost. Please try once more in a minute.',
    uk: 'Цю сторінку не вдалося створити, нічого не втрачено. Спробуйте ще раз за хвилину.',
  },
} as const;
