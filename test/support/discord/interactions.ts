import {
  type APIApplicationCommandInteractionDataOption as APIOption,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  type Locale,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { Json } from './json.ts';
import { createMessage, type Message } from './messages.ts';

/** Where an interaction takes place, and who acts. */
export interface Setting {
  /** A private channel is a conversation of people, where the app came along with one of them. Default `guild`. */
  readonly place?: 'guild' | 'thread' | 'bot-dm' | 'private-channel';
  /** Who installed the app. Default: the user in a private channel, else the guild. */
  readonly installedBy?: 'guild' | 'user';
  readonly guildId?: string;
  readonly channelId?: string;
  /** Of a thread, its channel. */
  readonly parentId?: string;
  readonly userId?: string;
  readonly username?: string;
  /** Of the acting member, as a bit field; only in a guild. Default: to read, write and use commands. */
  readonly memberPermissions?: bigint;
  /** Default: to read and write, with embeds, files and everything a bot usually needs. */
  readonly appPermissions?: bigint;
  /** Of the acting user. Default `en-US`. */
  readonly locale?: `${Locale}`;
  /** The message a component or a modal belongs to. */
  readonly message?: Message;
}

/** What someone does, before the server gives it an id, a token and all the rest. */
export interface PartialInteraction extends Setting {
  readonly type: InteractionType;
  readonly data: Json;
}

type Value = string | number | boolean;
type Options = Readonly<Record<string, Value>>;

/** A chat command. A subcommand in a group is written `group subcommand`; undefined for none. */
export function slash(
  name: string,
  subcommand?: string,
  options: Options = {},
  extra: Setting = {},
): PartialInteraction {
  const data = commandData(name, subcommand, Object.entries(options).map(toOption));
  return { type: InteractionType.ApplicationCommand, data, ...extra };
}

/** The wish for choices while the option `focused` is being typed. */
export function autocomplete(
  name: string,
  subcommand: string | undefined,
  options: Options,
  focused: string,
  extra: Setting = {},
): PartialInteraction {
  const typed = Object.entries({ [focused]: '', ...options }).map(([key, value]) => ({
    ...toOption([key, value]),
    ...(key === focused && { focused: true }),
  }));
  const data = commandData(name, subcommand, typed);
  return { type: InteractionType.ApplicationCommandAutocomplete, data, ...extra };
}

/** A press on a button of a message. */
export function button(customId: string, message?: Message, extra: Setting = {}): PartialInteraction {
  return component({ custom_id: customId, component_type: ComponentType.Button }, message, extra);
}

/** A choice from a string select of a message. */
export function select(
  customId: string,
  values: readonly string[],
  message?: Message,
  extra: Setting = {},
): PartialInteraction {
  const data = { custom_id: customId, component_type: ComponentType.StringSelect, values };
  return component(data, message, extra);
}

/** A command from the menu of a message. */
export function messageCommand(name: string, target: Message, extra: Setting = {}): PartialInteraction {
  const data = {
    name,
    type: ApplicationCommandType.Message,
    target_id: target.id,
    resolved: { messages: { [target.id]: target } },
  };
  return { type: InteractionType.ApplicationCommand, data, channelId: target.channel_id, ...extra };
}

/** A modal that is sent; a text for a text input, a list for a select. */
export function modalSubmit(
  customId: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  extra: Setting = {},
): PartialInteraction {
  const components = Object.entries(fields).map(([custom_id, value], index) => ({
    type: ComponentType.Label,
    id: index * 2 + 1,
    component: {
      id: index * 2 + 2,
      custom_id,
      ...(typeof value === 'string'
        ? { type: ComponentType.TextInput, value }
        : { type: ComponentType.StringSelect, values: value }),
    },
  }));
  return { type: InteractionType.ModalSubmit, data: { custom_id: customId, components }, ...extra };
}

function component(
  data: Json,
  message: Message = createMessage({ content: 'A message with components' }),
  extra: Setting,
): PartialInteraction {
  return {
    type: InteractionType.MessageComponent,
    data: { id: 1, ...data },
    message,
    channelId: message.channel_id,
    ...extra,
  };
}

/** Puts the options below the subcommand and its group. */
function commandData(name: string, subcommand: string | undefined, options: readonly Json[]): Json {
  const path = subcommand?.split(' ') ?? [];
  const nested = path.reduceRight<readonly Json[]>(
    (inner, part, index) => [
      {
        name: part,
        type: index === path.length - 1 ? OptionType.Subcommand : OptionType.SubcommandGroup,
        options: inner,
      },
    ],
    options,
  );
  return { name, type: ApplicationCommandType.ChatInput, options: nested };
}

function toOption([name, value]: [string, Value]): Json & Pick<APIOption, 'name' | 'type'> {
  return { name, type: optionTypeOf(value), value };
}

function optionTypeOf(value: Value): OptionType {
  if (typeof value === 'string') return OptionType.String;
  if (typeof value === 'boolean') return OptionType.Boolean;
  return Number.isInteger(value) ? OptionType.Integer : OptionType.Number;
}
