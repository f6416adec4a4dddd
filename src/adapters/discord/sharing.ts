import {
  type APIMessageTopLevelComponent,
  ComponentType,
  type MessageComponentInteraction,
  MessageFlags,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import { controlRow, toMessage } from './render.ts';
import { explain } from './respond.ts';

type Pressed = MessageComponentInteraction & RepliableInteraction;

/** Posts a private answer for all to read, as a message of its own: Discord can't turn a private one public. */
export async function shareAnswer(interaction: Pressed): Promise<void> {
  if (!interaction.message.flags.has(MessageFlags.Ephemeral)) {
    return explain(interaction, 'This answer is shared already.', 'Everyone in this channel can read it.');
  }
  const components = interaction.message.components.map((one) => one.toJSON() as APIMessageTopLevelComponent);
  const answer = components.filter(({ type }) => type === ComponentType.Container);
  await interaction.reply(toMessage([...answer, controlRow('remove')]));
}

/** Takes a shared answer back: whoever asked may, and whoever may delete messages in the channel. */
export async function removeShared(interaction: Pressed): Promise<void> {
  const askedBy = interaction.message.interactionMetadata?.user.id;
  const mayManage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (askedBy !== interaction.user.id && !mayManage) {
    return explain(
      interaction,
      'Only the person who asked can remove this answer.',
      'Moderators can delete it like any message.',
    );
  }
  await interaction.deferUpdate();
  await interaction.deleteReply();
}
