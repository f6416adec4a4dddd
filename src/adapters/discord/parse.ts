import type { BaseInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { Invocation, Place } from '../../bot/command.ts';

/** Where an interaction took place. Who acted is not copied: nothing needs it. */
export function parsePlace({ guildId, channelId }: Pick<BaseInteraction, 'guildId' | 'channelId'>): Place {
  return {
    platform: 'discord',
    ...(guildId === null ? {} : { tenant: guildId }),
    ...(channelId === null ? {} : { channel: channelId }),
  };
}

export function parseInvocation(
  call: Pick<Invocation, 'command' | 'arguments'>,
  interaction: BaseInteraction,
): Invocation {
  return { ...call, place: parsePlace(interaction), locale: interaction.locale };
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
