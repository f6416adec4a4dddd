import type { Invocation, Place } from '../bot/command.ts';
import type { Language, Localized } from '../bot/language.ts';
import { say } from '../bot/outcomes.ts';
import type { Places } from '../bot/places.ts';
import type { Block, Content } from '../bot/reply.ts';
import { defaultSettings, type TenantSettings } from '../bot/tenant-settings.ts';
import { databasePatienceMs, databaseWritePatienceMs, within } from '../bot/within.ts';
import { UserError } from '../errors.ts';
import { defineCommand } from './define-command.ts';
import { admins, requirePermission } from './permission.ts';
import { describeValue, listSettings, settingMeanings, settingNames, switches } from './settings-text.ts';
import { readChannels, readSetting, type SettingName, settingValues } from './settings-values.ts';
import { wipe, wipeOption } from './wipe.ts';

const option = (name: SettingName) => ({
  type: 'text' as const,
  description: settingMeanings[name],
  values: settingValues[name],
});

type Given = Readonly<Record<SettingName, string | undefined>>;

export const settings = defineCommand({
  name: 'settings',
  description: {
    en: 'Show the settings of this server or workspace; its admins change them.',
    uk: 'Показати налаштування цього сервера чи простору; їх змінюють адміністратори.',
  },
  isUpkeep: true,
  options: {
    language: option('language'),
    answers: option('answers'),
    channels: option('channels'),
    pictures: option('pictures'),
    gaps: option('gaps'),
    wipe: wipeOption,
  },
  run: async (given, invocation, { places }) => {
    const { place, language } = invocation;
    if (given.wipe !== undefined) return wipe(given.wipe, invocation, places);
    if (place.tenant === undefined) return say(nothingToSet[language]);
    if (settingNames.every((name) => given[name] === undefined)) {
      const current = places === undefined ? defaultSettings : await settingsNow(places, place);
      const mayChange = places !== undefined && (await invocation.mayConfigure?.()) === 'granted';
      return show(current, invocation, { mayChange, changes: [] });
    }
    if (places === undefined) throw new UserError(noDatabase[language], { nextStep: askOperator[language] });
    const wanted = readAll(given, invocation);
    await requirePermission(invocation);
    const before = await settingsNow(places, place);
    const after = { ...before, ...wanted };
    await within(places.save(place, after), databaseWritePatienceMs);
    return show(after, invocation, { mayChange: true, changes: describeChanges(before, after, invocation) });
  },
});

function settingsNow(places: Places, place: Place): Promise<TenantSettings> {
  return within(places.settingsOf(place), databasePatienceMs);
}

/** What was given, checked before anybody is asked for a permission. */
function readAll(given: Given, { place, language }: Invocation): Partial<TenantSettings> {
  const { channels } = given;
  const read = <N extends Exclude<SettingName, 'channels'>>(name: N): Partial<TenantSettings> => {
    const typed = given[name];
    return typed === undefined ? {} : { [name]: readSetting(name, typed, language) };
  };
  return {
    ...read('language'),
    ...read('answers'),
    ...(channels === undefined ? {} : { channels: readChannels(channels, place.channel, language) }),
    ...read('pictures'),
    ...read('gaps'),
  };
}

/** "language: Ukrainian (was: that of whoever asks)", a line for each that is different now. */
function describeChanges(before: TenantSettings, after: TenantSettings, invocation: Invocation): string[] {
  const reader = readerOf(invocation);
  const lines = settingNames.flatMap((name) => {
    const was = describeValue(name, before, reader);
    const is = describeValue(name, after, reader);
    return was === is ? [] : [`${name}: ${is} (${wasBefore[reader.language]}: ${was})`];
  });
  return lines.length === 0 ? [nothingChanged[reader.language]] : lines;
}

function show(
  current: TenantSettings,
  invocation: Invocation,
  { mayChange, changes }: { readonly mayChange: boolean; readonly changes: readonly string[] },
): Content {
  const reader = readerOf(invocation);
  const { language } = reader;
  const blocks: Block[] = [
    { type: 'heading', text: heading[language] },
    ...(changes.length === 0 ? [] : [{ type: 'text' as const, text: changes.join('\n') }]),
    listSettings(current, reader),
    { type: 'text', text: changedBy[language] },
    ...(mayChange ? [switches(current, language), wiping[language]] : []),
  ];
  return { visibility: 'private', blocks };
}

function readerOf({ language, place }: Invocation): { language: Language; here: string | undefined } {
  return { language, here: place.channel };
}

const heading: Localized = {
  en: 'Settings of this server or workspace',
  uk: 'Налаштування цього сервера чи робочого простору',
};

const changedBy: Localized = {
  en: `They are changed by ${admins.en}.`,
  uk: `Змінюють їх ${admins.uk}.`,
};

const wiping: Readonly<Record<Language, Block>> = {
  en: offerToWipe('What is kept of this place', 'wipe our data'),
  uk: offerToWipe('Що зберігається про це місце', 'видалити наші дані'),
};

function offerToWipe(title: string, label: string): Block {
  return { type: 'choices', title, choices: [{ label, command: 'settings', arguments: { wipe: 'yes' } }] };
}

const wasBefore: Localized = { en: 'was', uk: 'було' };

const nothingChanged: Localized = { en: 'Nothing is different now.', uk: 'Нічого не змінилося.' };

const nothingToSet: Localized = {
  en: 'There is nothing to set here: settings belong to a server or a workspace.',
  uk: 'Тут немає чого налаштовувати: налаштування має сервер або робочий простір.',
};

const noDatabase: Localized = {
  en: 'Settings can not be kept: there is no database.',
  uk: 'Налаштування ніде зберігати: немає бази даних.',
};

const askOperator: Localized = {
  en: 'Whoever runs me sets DATABASE_FILE or DATABASE_URL.',
  uk: 'Той, хто тримає бота, має вказати DATABASE_FILE або DATABASE_URL.',
};
