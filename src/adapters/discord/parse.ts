import { type BaseInteraction, ChannelType, type ChatInputCommandInteraction } from 'discord.js';
import type { DecodedCall } from '../../bot/choice-code.ts';
import type { Invocation, Place } from '../../bot/command.ts';
import { chooseLanguage, languageOf } from '../../bot/language.ts';

/** Where an interaction took place. Who acted is not copied: nothing needs it. */
export function parsePlace({ guildId, channelId }: Pick<BaseInteraction, 'guildId' | 'channelId'>): Place {
  return {
    platform: 'discord',
    ...(guildId === null ? {} : { tenant: guildId }),
    ...(channelId === null ? {} : { channel: channelId }),
  };
}

/** Whether a channel is a conversation of its own: a thread or direct messages, not a channel that many write in. */
const conversing: ReadonlySet<ChannelType | undefined> = new Set([
  ChannelType.DM,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/**
 * A call as it came from Discord.
 * @param call What to run; a language that it brings along, that of the reply it stood in, goes before the reader's.
 * @param channelType The sort of channel, where it is known.
 */
export function parseInvocation(
  call: DecodedCall | Pick<Invocation, 'command' | 'arguments'>,
  interaction: BaseInteraction,
  channelType: ChannelType | undefined,
): Invocation {
  const { command, arguments: given } = call;
  const ofReply = 'language' in call ? call.language : undefined;
  const { channelId } = interaction;
  return {
    command,
    arguments: given,
    place: parsePlace(interaction),
    language: chooseLanguage(call, ofReply ?? languageOf(interaction.locale)),
    ...(conversing.has(channelType) && channelId !== null ? { conversation: `discord:${channelId}` } : {}),
  };
}

/** The subcommand, its options as text, and whether all may read the answer. */
export function parseSlashCommand(
  interaction: Pick<ChatInputCommandInteraction, 'options'>,
  publicOption: string,
): { readonly call: Pick<Invocation, 'command' | 'arguments'>; readonly isPublic: boolean } {
  const [subcommand] = interaction.options.data;
  const given = (subcommand?.options ?? []).filter(({ name }) => name !== publicOption);
  return {
    call: {
      command: subcommand?.name ?? '',
      arguments: Object.fromEntries(given.map(({ name, value }) => [name, String(value ?? '')])),
    },
    isPublic: interaction.options.getBoolean(publicOption) ?? false,
  };
}
