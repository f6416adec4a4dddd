import type { Localized } from './language.ts';

/** A part of what is told about privacy, under its own heading. Each line is a sentence or two of plain text. */
export interface PrivacySection {
  /** Letters and hyphens: names the part in addresses of pages. */
  readonly id: string;
  readonly title: Localized;
  readonly lines: readonly Localized[];
}

export const privacyTitle: Localized = { en: 'Privacy', uk: 'Приватність' };

/** What is read, kept and never kept: the one text for the command, Slack's Home tab and the public page. */
export const privacySections: readonly PrivacySection[] = [
  {
    id: 'read',
    title: { en: 'What I read', uk: 'Що я читаю' },
    lines: [
      {
        en: 'Only what you send me: commands, buttons, mentions, direct messages, and a message that you check.',
        uk: 'Лише те, що ви мені надсилаєте: команди, кнопки, згадки, особисті повідомлення й повідомлення, яке ви перевіряєте.',
      },
    ],
  },
  {
    id: 'kept',
    title: { en: 'What is kept, and for how long', uk: 'Що зберігається і як довго' },
    lines: [
      {
        en: 'A question that I could not answer well: 90 days, without your name, for the people who keep the facts.',
        uk: 'Запитання, на яке я не маю доброї відповіді: 90 днів, без вашого імені, для тих, хто веде добірку фактів.',
      },
      {
        en: 'What you say of an answer: 90 days, without your name.',
        uk: 'Те, що ви скажете про відповідь: 90 днів, без вашого імені.',
      },
      {
        en: 'Which server or workspace it came from: only as a keyed hash, which nobody can turn back without the key.',
        uk: 'З якого сервера чи робочого простору це надійшло: лише як хеш із ключем, який без ключа не розгадати.',
      },
      {
        en: 'The settings of a server or workspace: until its admins change or wipe them.',
        uk: 'Налаштування сервера чи робочого простору: доки його адміністратори їх не змінять або не видалять.',
      },
      {
        en: 'The access that a Slack workspace gave me, with its name: encrypted, until it uninstalls me.',
        uk: 'Доступ, наданий робочим простором Slack, разом із його назвою: зашифрованим, доки мене не видалять із нього.',
      },
      {
        en: 'How many commands were given lately, so that nobody crowds out others: counted for one minute under a keyed hash, and deleted within the two hours after.',
        uk: 'Скільки команд було останнім часом, щоб ніхто не витіснив інших: лічильник на одну хвилину під хешем із ключем, який видаляємо протягом двох годин.',
      },
      {
        en: 'Ids of events that were handled, so that nothing is answered twice: one hour. Where an answer was just shown to all, with its address: one minute.',
        uk: 'Ідентифікатори оброблених подій, щоб не відповідати двічі: одну годину. Де щойно показано відповідь усім, з її адресою: одну хвилину.',
      },
      {
        en: 'A picture that was drawn for Slack: about ten minutes, without who asked for it.',
        uk: 'Зображення для Slack: близько десяти хвилин, без того, хто його просив.',
      },
      {
        en: 'On which day which fact was the answer how many times: for good, without where or by whom it was asked.',
        uk: 'Якого дня який факт був відповіддю і скільки разів: безстроково, без того, де й хто про нього питав.',
      },
      {
        en: 'In memory only: for half an hour, which fact the last answer in a thread or in direct messages was about, so that you can ask on; and for a day, the words of a question that was answered, in case somebody calls the answer wrong.',
        uk: 'Лише в оперативній пам’яті: пів години – про який факт була остання відповідь у гілці чи в особистих повідомленнях, щоб ви могли питати далі; добу – слова запитання, на яке була відповідь, якщо хтось назве її хибною.',
      },
    ],
  },
  {
    id: 'never',
    title: { en: 'What is never kept', uk: 'Що не зберігається ніколи' },
    lines: [
      {
        en: 'Who asked what, and messages that were not meant for me. Logs hold no text of a question and no name.',
        uk: 'Хто про що питав, а також повідомлення, що призначалися не мені. У журналах немає ні тексту запитань, ні імен.',
      },
    ],
  },
  {
    id: 'wipe',
    title: { en: 'How to have it deleted', uk: 'Як це видалити' },
    lines: [
      {
        en: 'Admins of a server or workspace delete its settings, questions and feedback with the command privacy and its option wipe: yes. In direct messages outside of any, whoever asks may.',
        uk: 'Адміністратори сервера чи робочого простору видаляють його налаштування, запитання й відгуки командою privacy з параметром wipe: yes. В особистих повідомленнях поза ними це може зробити кожен.',
      },
      {
        en: 'When I am removed from a Slack workspace, the same is deleted. From a Discord server too, where Discord tells me of it; it does not tell every installation, so wipe first. What is not wiped goes by age, but settings stay.',
        uk: 'Коли мене видаляють із робочого простору Slack, видаляється те саме. Із сервера Discord теж, якщо Discord мене про це сповіщає; він сповіщає не кожну інсталяцію, тож спершу видаліть дані командою. Решта зникає з часом, а налаштування лишаються.',
      },
    ],
  },
];
