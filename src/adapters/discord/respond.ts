import { MessageFlags, type RepliableInteraction } from 'discord.js';
import type { Reply } from '../../bot/reply.ts';
import { renderReply } from './render.ts';

interface AnswerOptions {
  readonly question?: string | undefined;
  readonly isPublic?: boolean;
}

/** The first response; private unless all are to read it. */
export async function answer(
  interaction: RepliableInteraction,
  reply: Reply,
  { question, isPublic = false }: AnswerOptions,
): Promise<void> {
  const isForAll = isPublic && reply.visibility === 'shareable';
  const message = renderReply(reply, { question, control: isForAll ? 'remove' : 'share' });
  const flags: number = message.flags | (isForAll ? 0 : MessageFlags.Ephemeral);
  await interaction.reply({ ...message, flags });
}

export async function explain(
  interaction: RepliableInteraction,
  message: string,
  nextStep: string,
): Promise<void> {
  const blocks = [
    { type: 'text' as const, text: message },
    { type: 'text' as const, text: nextStep },
  ];
  await answer(interaction, { visibility: 'private', blocks }, {});
}

/** Says that something went wrong, whatever was answered before. */
export async function apologise(interaction: RepliableInteraction): Promise<void> {
  const blocks = [
    { type: 'text' as const, text: 'Something went wrong here. Please try once more in a minute.' },
  ];
  const message = renderReply({ visibility: 'private', blocks });
  const flags: number = message.flags | MessageFlags.Ephemeral;
  if (interaction.replied || interaction.deferred) await interaction.followUp({ ...message, flags });
  else await interaction.reply({ ...message, flags });
}
