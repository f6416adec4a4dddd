import type { OptionValue } from '../bot/command.ts';
import type { Language, Localized } from '../bot/language.ts';
import { channelId, mostChannels, type TenantSettings } from '../bot/tenant-settings.ts';
import { UserError } from '../errors.ts';

export type SettingName = keyof TenantSettings;

/** A value of a setting, and what people may type for it. */
interface SettingValue extends OptionValue {
  readonly words: readonly string[];
}

const on = (label: Localized): SettingValue => ({ value: 'on', label, words: ['yes', 'увімкнено', 'так'] });
const off = (label: Localized): SettingValue => ({ value: 'off', label, words: ['no', 'вимкнено', 'ні'] });

/** What each setting can be; channels can also be a list. */
export const settingValues = {
  language: [
    {
      value: 'auto',
      label: { en: 'that of whoever asks', uk: 'мова того, хто питає' },
      words: ['автоматично', 'авто'],
    },
    { value: 'en', label: { en: 'English', uk: 'англійська' }, words: ['english', 'англійська'] },
    { value: 'uk', label: { en: 'Ukrainian', uk: 'українська' }, words: ['ukrainian', 'українська'] },
  ],
  answers: [
    {
      value: 'private',
      label: {
        en: 'only the asker reads them, and may share',
        uk: 'бачить лише той, хто питав, і може показати',
      },
      words: ['приватно', 'приватні'],
    },
    {
      value: 'public',
      label: {
        en: 'everyone reads them, unless the asker says otherwise',
        uk: 'бачать усі, якщо той, хто питає, не просить інакше',
      },
      words: ['публічно', 'публічні'],
    },
  ],
  channels: [
    { value: 'everywhere', label: { en: 'everywhere', uk: 'усюди' }, words: ['усюди', 'всюди'] },
    { value: 'nowhere', label: { en: 'nowhere', uk: 'ніде' }, words: ['ніде'] },
    { value: 'here', label: { en: 'only in this channel', uk: 'лише в цьому каналі' }, words: ['тут'] },
  ],
  pictures: [
    on({ en: 'shown', uk: 'показуються' }),
    off({ en: 'not shown, their words are', uk: 'не показуються, замість них слова' }),
  ],
  gaps: [on({ en: 'noted', uk: 'занотовуються' }), off({ en: 'not noted', uk: 'не занотовуються' })],
} as const satisfies Readonly<Record<SettingName, readonly SettingValue[]>>;

/**
 * The value of a setting that somebody typed, in either language.
 * @throws UserError that says what would be right.
 */
export function readSetting<N extends Exclude<SettingName, 'channels'>>(
  name: N,
  typed: string,
  language: Language,
): TenantSettings[N] {
  const values: readonly SettingValue[] = settingValues[name];
  const word = typed.trim().toLowerCase();
  const found = values.find(({ value, words }) => value === word || words.includes(word));
  if (found === undefined) throw noValue(name, typed, values, language);
  // The table holds, under each name, the values that the schema has for it; a test compares them.
  return found.value as TenantSettings[N];
}

/**
 * The channels that somebody typed: everywhere, nowhere, or mentions and ids, of which "here" is this one's.
 * @throws UserError that says what would be right.
 */
export function readChannels(
  typed: string,
  here: string | undefined,
  language: Language,
): TenantSettings['channels'] {
  const parts = typed.split(/[\s,;]+/u).filter((part) => part !== '');
  const meant = parts.map((part) => settingValues.channels.find((one) => means(one, part))?.value ?? part);
  const [only] = meant;
  if (meant.length === 1 && (only === 'everywhere' || only === 'nowhere')) return only;
  const ids = meant.map((part) => {
    const id = part === 'here' ? here : (/^<#([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(part)?.[1] ?? part);
    if (id !== undefined && /\d/.test(id) && channelId.safeParse(id).success) return id;
    throw new UserError(noChannel(part.slice(0, 40))[language], { nextStep: howChannels[language] });
  });
  const different = [...new Set(ids)];
  if (different.length > mostChannels)
    throw new UserError(tooMany[language], { nextStep: howChannels[language] });
  return different;
}

function means({ value, words }: { value: string; words: readonly string[] }, part: string): boolean {
  const word = part.toLowerCase();
  return value === word || words.includes(word);
}

function noValue(
  name: SettingName,
  typed: string,
  values: readonly SettingValue[],
  language: Language,
): UserError {
  const message: Localized = {
    en: `${name} can not be "${typed.slice(0, 40)}".`,
    uk: `${name} не може бути «${typed.slice(0, 40)}».`,
  };
  const list = values.map(({ value, label }) => `${value} (${label[language]})`).join('; ');
  const nextStep: Localized = { en: `It can be: ${list}.`, uk: `Можливі значення: ${list}.` };
  return new UserError(message[language], { nextStep: nextStep[language] });
}

const noChannel = (part: string): Localized => ({
  en: `"${part}" is no channel that I can tell.`,
  uk: `Каналу «${part}» я не можу розпізнати.`,
});

const tooMany: Localized = {
  en: `These are more than ${mostChannels} channels.`,
  uk: `Це більше ніж ${mostChannels} каналів.`,
};

const howChannels: Localized = {
  en: 'Give everywhere, nowhere, here (this channel), or up to 50 channels parted by commas: each as a mention with # or by its id.',
  uk: 'Вкажіть everywhere (усюди), nowhere (ніде), here (цей канал) або до 50 каналів через кому: кожен – як згадку з # або його ідентифікатор.',
};
