import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { brand } from '../../bot/brand.ts';
import type { Option } from '../../bot/command.ts';
import type { Localized } from '../../bot/language.ts';
import type { CommandShape } from '../adapter.ts';

/** Posts the answer for all instead of privately. */
export const publicOption = 'public';

/** In servers, in direct messages with the bot, and in private channels of people who have it on their own account. */
const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** What Discord is told of the commands: one with all of them as subcommands, and one on messages. */
export function describeCommands(
  commands: readonly CommandShape[],
): RESTPostAPIApplicationCommandsJSONBody[] {
  return [
    {
      ...everywhere,
      type: ApplicationCommandType.ChatInput,
      name: brand.command,
      ...inEveryLanguage(commandDescription),
      options: commands.map(({ name, description, options }) => ({
        type: ApplicationCommandOptionType.Subcommand,
        name,
        ...inEveryLanguage(description),
        options: [
          ...Object.entries(options)
            .toSorted(([, a], [, b]) => Number(b.required === true) - Number(a.required === true))
            .map(([option, shape]) => describeOption(option, shape)),
          {
            type: ApplicationCommandOptionType.Boolean as const,
            name: publicOption,
            ...inEveryLanguage(publicDescription),
          },
        ],
      })),
    },
    { ...everywhere, type: ApplicationCommandType.Message, name: brand.checkAction },
  ];
}

const commandDescription: Localized = {
  en: `Ask ${brand.name}: short answers with their sources.`,
  uk: `Запитати ${brand.name}: короткі відповіді з джерелами.`,
};

const publicDescription: Localized = {
  en: 'Post the answer for all in this channel instead of only for you',
  uk: 'Показати відповідь усім у цьому каналі, а не лише вам',
};

/** A description as Discord takes it: English, and other languages for readers of these. */
function inEveryLanguage({ en, ...others }: Localized) {
  return { description: en, description_localizations: others };
}

function describeOption(
  name: string,
  { type, description, required, suggest, values }: Option,
): APIApplicationCommandBasicOption {
  const common = { name, ...inEveryLanguage(description), required: required === true };
  if (type === 'count') return { ...common, type: ApplicationCommandOptionType.Integer, min_value: 1 };
  const isText = type === 'text';
  return {
    ...common,
    type: ApplicationCommandOptionType.String,
    ...(isText ? { max_length: 6_000 } : { min_length: 4, max_length: 10 }),
    ...(suggest === undefined && values === undefined ? {} : { autocomplete: true }),
  };
}

/** One difference between what is registered and what should be. */
export interface Change {
  readonly action: 'add' | 'change' | 'remove';
  readonly name: string;
}

/**
 * Registers the commands, in one guild or globally, and touches only those that differ.
 * @returns What was changed; empty when all was right already.
 */
export async function registerCommands(
  rest: REST,
  commands: readonly CommandShape[],
  { applicationId, guildId }: { readonly applicationId: string; readonly guildId: string | undefined },
): Promise<Change[]> {
  const all =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const one = (id: string): `/${string}` => `${all}/${id}`;
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(all, { query })) as APIApplicationCommand[];
  const wanted = describeCommands(commands);
  const isSame = (a: Named, b: Named) => a.name === b.name && a.type === b.type;
  const changes: Change[] = [];
  for (const command of wanted) {
    const before = registered.find((other) => isSame(other, command));
    if (before !== undefined && isDeepStrictEqual(normalise(before), normalise(command))) continue;
    if (before === undefined) await rest.post(all, { body: command });
    else await rest.patch(one(before.id), { body: command });
    changes.push({ action: before === undefined ? 'add' : 'change', name: command.name });
  }
  for (const old of registered.filter((other) => !wanted.some((command) => isSame(other, command)))) {
    await rest.delete(one(old.id));
    changes.push({ action: 'remove', name: old.name });
  }
  return changes;
}

interface Named {
  readonly type?: number | undefined;
  readonly name: string;
}

const compared = [
  'type',
  'name',
  'description',
  'description_localizations',
  'uk',
  'options',
  'required',
  'autocomplete',
  'min_value',
  'min_length',
  'max_length',
  'integration_types',
  'contexts',
];

/** Only what we set, without what Discord adds and without defaults that it leaves out. */
function normalise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, one]) =>
      compared.includes(key) &&
      one !== false &&
      one !== '' &&
      one !== null &&
      !(Array.isArray(one) && one.length === 0),
  );
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => a.localeCompare(b)).map(([key, one]) => [key, normalise(one)]),
  );
}
