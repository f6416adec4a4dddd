import { brand } from '../bot/brand.ts';
import type { Localized } from '../bot/language.ts';

export const words = {
  home: { en: 'Start', uk: 'Початок' },
  privacy: { en: 'Privacy policy', uk: 'Політика приватності' },
  terms: { en: 'Terms of use', uk: 'Умови користування' },
  permissions: { en: 'Permissions', uk: 'Дозволи' },
  pages: { en: 'Pages', uk: 'Сторінки' },
  language: { en: 'Language', uk: 'Мова' },
  skip: { en: 'To the content', uk: 'До змісту' },
  add: { en: 'Add it', uk: 'Додати' },
  example: { en: 'An answer', uk: 'Відповідь' },
  promises: { en: 'What to expect', uk: 'Чого чекати' },
  permission: { en: 'Permission', uk: 'Дозвіл' },
  why: { en: 'Why', uk: 'Навіщо' },
  operator: { en: 'Who runs it', uk: 'Хто його тримає' },
  sources: { en: 'Sources', uk: 'Джерела' },
} satisfies Readonly<Record<string, Localized>>;

export const addTo = (platform: string): Localized => ({
  en: `Add to ${platform}`,
  uk: `Додати до ${platform}`,
});

export const notFromHere = (platform: string): Localized => ({
  en: `${platform}: it can't be added from here. Ask whoever runs this bot.`,
  uk: `${platform}: звідси додати не можна. Запитайте того, хто тримає цього бота.`,
});

export const lead = (subject: string): Localized => ({
  en: `${brand.name} answers questions about ${subject} in Discord and Slack: a short answer with its sources, or “no sourced fact on that”.`,
  uk: `${brand.name} відповідає в Discord і Slack на запитання на тему «${subject}»: коротко, із джерелами, або чесно каже, що підтвердженого факту немає.`,
});

export const counts = (facts: number, reviewedOn: string | undefined): Localized => ({
  en: `${facts} facts${reviewedOn === undefined ? '' : `, last reviewed on ${reviewedOn}`}.`,
  uk: `Фактів: ${facts}${reviewedOn === undefined ? '' : `, востаннє переглянуто ${reviewedOn}`}.`,
});

export const promises: readonly Localized[] = [
  {
    en: 'Nothing in an answer is generated: every sentence is a statement that people wrote and reviewed, and each names its sources.',
    uk: 'У відповіді нічого не згенеровано: кожне речення написали й перевірили люди, і кожне називає свої джерела.',
  },
  {
    en: 'Claims are marked as claims, with who makes them. Figures that differ stand side by side. What has been overtaken is told as history.',
    uk: 'Твердження позначено як твердження, із тим, чиї вони. Цифри, що різняться, стоять поруч. Те, що втратило чинність, подано як історію.',
  },
  {
    en: 'It speaks only when it is asked, pings nobody, and answers only to whoever asked unless they share it.',
    uk: 'Він озивається лише тоді, коли його питають, нікого не згадує і відповідає лише тому, хто запитав, доки той не поділиться.',
  },
];

export const terms: readonly Localized[] = [
  {
    en: 'You may use this bot freely, in private and at work. Answers may be passed on with their sources.',
    uk: 'Цим ботом можна вільно користуватися приватно й на роботі. Відповіді можна передавати далі разом із їхніми джерелами.',
  },
  {
    en: 'Answers are made with care from the sources they name, and may still be wrong or out of date. They are no legal, financial or investment advice. What a source says is that source’s.',
    uk: 'Відповіді ретельно складено за названими джерелами, та вони все ж можуть бути хибними чи застарілими. Це не юридична, фінансова чи інвестиційна порада. Те, що каже джерело, належить джерелу.',
  },
  {
    en: 'Whoever asks very often is asked to wait, so that there is room for others. Do not try to break it, or to make it say what its facts do not.',
    uk: 'Хто питає дуже часто, того просимо зачекати, щоб вистачило іншим. Не намагайтеся його зламати чи змусити казати те, чого немає у фактах.',
  },
  {
    en: 'It comes without warranty, and may be changed or ended at any time. You can remove it from your server or workspace at any time; what is kept of it is then deleted as the privacy policy says.',
    uk: 'Бот надається без гарантій, його можуть будь-коли змінити або вимкнути. Ви будь-коли можете видалити його зі свого сервера чи робочого простору; тоді збережене видаляється, як сказано в політиці приватності.',
  },
];

export const runBy = (name: string): Localized => ({
  en: `This installation is run by ${name}.`,
  uk: `Цю інсталяцію тримає ${name}.`,
});

export const unknownOperator: Localized = {
  en: 'Whoever runs this installation has not said who they are.',
  uk: 'Хто тримає цю інсталяцію, не сказано.',
};

export const contact: Localized = { en: 'Contact', uk: 'Зв’язок' };

export const permissionsLead: Localized = {
  en: 'What the bot asks for when it is added, all of it, and what for.',
  uk: 'Усе, про що просить бот, коли його додають, і навіщо.',
};
