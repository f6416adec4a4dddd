import {
  type BaseInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { DecodedCall } from '../../bot/choice-code.ts';
import type { Invocation, Place } from '../../bot/command.ts';
import { chooseLanguage, languageOf } from '../../bot/language.ts';
import type { ShareRequest } from '../../bot/permit-share.ts';
import type { KnownChannel } from './known-channels.ts';

const threads: ReadonlySet<ChannelType | undefined> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/**
 * Where an interaction took place.
 * @param channel What is known of the channel.
 */
export function parsePlace(
  { guildId, channelId }: Pick<BaseInteraction, 'guildId' | 'channelId'>,
  channel?: KnownChannel | undefined,
): Place {
  const parent = threads.has(channel?.type) ? channel?.parent : undefined;
  return {
    platform: 'discord',
    ...(guildId === null ? {} : { tenant: guildId }),
    ...(channelId === null ? {} : { channel: channelId }),
    ...(parent === undefined ? {} : { parent }),
  };
}

/** Whether a channel is a conversation of its own: a thread or direct messages, not a channel that many write in. */
function isConversation(type: ChannelType | undefined): boolean {
  return type === ChannelType.DM || threads.has(type);
}

export interface InvocationContext {
  /** What is known of the channel. */
  readonly channel: KnownChannel | undefined;
  /** Whether everyone is to read the answer; undefined when nothing was said of it. */
  readonly wantsPublic?: boolean | undefined;
}

/**
 * A call as it came from Discord.
 * @param call What to run; a language that it brings along, that of the reply it stood in, goes before the reader's.
 */
export function parseInvocation(
  call: DecodedCall | Pick<Invocation, 'command' | 'arguments'>,
  interaction: BaseInteraction,
  { channel, wantsPublic }: InvocationContext,
): Invocation {
  const { command, arguments: given } = call;
  const ofReply = 'language' in call ? call.language : undefined;
  const { channelId } = interaction;
  return {
    command,
    arguments: given,
    place: parsePlace(interaction, channel),
    asker: interaction.user.id,
    // The interaction says it itself.
    mayConfigure: async () =>
      interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ? 'granted' : 'denied',
    ...(wantsPublic === undefined ? {} : { wantsPublic }),
    language: chooseLanguage(call, ofReply ?? languageOf(interaction.locale)),
    ...(isConversation(channel?.type) && channelId !== null ? { conversation: `discord:${channelId}` } : {}),
  };
}

/**
 * A press that is to show an answer to everyone.
 * @param channel What is known of the channel.
 */
export function parseShareRequest(
  { name, language }: ShareRequest['answer'],
  interaction: BaseInteraction,
  channel: KnownChannel | undefined,
): ShareRequest {
  return {
    place: parsePlace(interaction, channel),
    asker: interaction.user.id,
    answer: { name, language },
    language: languageOf(interaction.locale),
  };
}

/** The subcommand, its options as text, and whether all are to read the answer, if that was said. */
export function parseSlashCommand(
  interaction: Pick<ChatInputCommandInteraction, 'options'>,
  publicOption: string,
): { readonly call: Pick<Invocation, 'command' | 'arguments'>; readonly wantsPublic: boolean | undefined } {
  const [subcommand] = interaction.options.data;
  const given = (subcommand?.options ?? []).filter(({ name }) => name !== publicOption);
  return {
    call: {
      command: subcommand?.name ?? '',
      arguments: Object.fromEntries(given.map(({ name, value }) => [name, String(value ?? '')])),
    },
    wantsPublic: interaction.options.getBoolean(publicOption) ?? undefined,
  };
}
