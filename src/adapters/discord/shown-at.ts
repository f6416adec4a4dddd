import { setTimeout as delay } from 'node:timers/promises';
import type { RepliableInteraction } from 'discord.js';
import type { ShownAnswer } from '../../bot/shown-answers.ts';

/** Over HTTP, Discord has the message only some moments after the answer has left. */
const pausesMs = [0, 300, 1_000];

/**
 * Takes down where an answer stands that was just shown to everyone.
 * @throws The error of Discord when it does not give the message.
 */
export async function noteAddress(interaction: RepliableInteraction, shown: ShownAnswer): Promise<void> {
  const { guildId, channelId } = interaction;
  if (guildId === null || channelId === null) return;
  const messageId = await findMessage(interaction);
  await shown.annotate(`https://discord.com/channels/${guildId}/${channelId}/${messageId}`);
}

async function findMessage(interaction: RepliableInteraction): Promise<string> {
  let failure: unknown;
  for (const pauseMs of pausesMs) {
    await delay(pauseMs);
    try {
      return (await interaction.fetchReply()).id;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
