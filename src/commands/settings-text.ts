import type { Language, Localized } from '../bot/language.ts';
import type { Block, Choice, ListItem } from '../bot/reply.ts';
import type { TenantSettings } from '../bot/tenant-settings.ts';
import { type SettingName, settingValues } from './settings-values.ts';

export const settingNames = [
  'language',
  'answers',
  'channels',
  'pictures',
  'gaps',
] as const satisfies readonly SettingName[];

/** What each setting is about. At most 100 characters in each language, as Discord has it. */
export const settingMeanings: Readonly<Record<SettingName, Localized>> = {
  language: { en: 'The language of answers', uk: 'Мова відповідей' },
  answers: { en: 'Who reads answers', uk: 'Хто бачить відповіді' },
  channels: {
    en: 'Where I may answer in front of everyone; without "everywhere", no sharing elsewhere',
    uk: 'Де можна відповідати при всіх; крім вибраних каналів, ніде не можна й показувати всім',
  },
  pictures: { en: 'Pictures in answers', uk: 'Зображення у відповідях' },
  gaps: {
    en: 'Questions without a good answer: noted for 90 days, without names, or not at all',
    uk: 'Запитання без доброї відповіді: занотовувати на 90 днів, без імен, чи взагалі ні',
  },
};

/** A value for people to read. */
export function describeValue(
  name: SettingName,
  settings: TenantSettings,
  { language, here }: { readonly language: Language; readonly here: string | undefined },
): string {
  const value = settings[name];
  if (typeof value !== 'string')
    return value.map((id) => (id === here ? thisChannel[language] : id)).join(', ');
  return settingValues[name].find((one) => one.value === value)?.label[language] ?? value;
}

/** All settings in one line. */
export function summariseSettings(
  settings: TenantSettings,
  reader: { readonly language: Language; readonly here: string | undefined },
): string {
  const parts = settingNames.map((name) => `${name}: ${describeValue(name, settings, reader)}`);
  const line = parts.join('; ');
  const said: Localized = {
    en: `Settings here – ${line}. Change them with settings.`,
    uk: `Тутешні налаштування – ${line}. Змінити: settings.`,
  };
  return said[reader.language];
}

/** All settings, each with its value and what it is about. */
export function listSettings(
  settings: TenantSettings,
  reader: { readonly language: Language; readonly here: string | undefined },
): Block {
  const items = settingNames.map((name): ListItem => {
    const value = describeValue(name, settings, reader);
    return { label: name, text: `${value}. ${settingMeanings[name][reader.language]}.` };
  });
  return { type: 'list', items };
}

/** One press for each other value that a setting can have. */
export function switches(settings: TenantSettings, language: Language): Block {
  const choices = settingNames.flatMap((name) =>
    settingValues[name]
      .filter(({ value }) => value !== settings[name])
      .map(
        ({ value }): Choice => ({
          label: `${name}: ${value}`,
          command: 'settings',
          arguments: { [name]: value },
        }),
      ),
  );
  return { type: 'choices', title: change[language], choices };
}

const change: Localized = { en: 'Change', uk: 'Змінити' };

const thisChannel: Localized = { en: 'this channel', uk: 'цей канал' };
