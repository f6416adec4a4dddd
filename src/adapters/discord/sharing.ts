import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
  type MessageComponentInteraction,
  MessageFlags,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import type { Language, Localized } from '../../bot/language.ts';
import { controlRows } from './controls.ts';
import { decodeCustomId } from './custom-id.ts';
import { toMessage } from './message.ts';
import { copyWithPictures } from './pictures.ts';
import { explain } from './respond.ts';

type Pressed = MessageComponentInteraction & RepliableInteraction;

/**
 * Posts a private answer for all to read, as a message of its own: Discord can't turn a private one public.
 * @param language Of the answer.
 * @param report Is told why a picture had to be left out.
 */
export async function shareAnswer(
  interaction: Pressed,
  language: Language,
  report: (error: unknown) => void,
): Promise<void> {
  if (!interaction.message.flags.has(MessageFlags.Ephemeral)) {
    return explain(interaction, sharedAlready, everyoneReads);
  }
  const components = interaction.message.components.map((one) => one.toJSON() as APIMessageTopLevelComponent);
  const containers = components.filter((one) => one.type === ComponentType.Container);
  const copies = await Promise.all(containers.map((container) => copyWithPictures(container, report)));
  const answer = copies.map(({ container }) => container);
  const controls = controlRows('remove', language, feedbackButtonsIn(components));
  const files = copies.flatMap((copy) => copy.files);
  await interaction.reply(toMessage([...answer, ...controls], files));
}

function feedbackButtonsIn(components: readonly APIMessageTopLevelComponent[]): APIButtonComponent[] {
  const buttons = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  return buttons.filter((one): one is APIButtonComponent => {
    const action = 'custom_id' in one ? decodeCustomId(one.custom_id)?.type : undefined;
    return one.type === ComponentType.Button && (action === 'useful' || action === 'wrong');
  });
}

/** Takes a shared answer back: whoever asked may, and whoever may delete messages in the channel. */
export async function removeShared(interaction: Pressed): Promise<void> {
  const askedBy = interaction.message.interactionMetadata?.user.id;
  const mayManage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (askedBy !== interaction.user.id && !mayManage) {
    return explain(interaction, onlyTheAsker, moderatorsDelete);
  }
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

/** Said to who may not share an answer. */
export const stillYours: Localized = {
  en: 'You still have it here, and you may write of it yourself.',
  uk: 'Вона лишається у вас тут, і ви можете написати про неї самі.',
};

const sharedAlready: Localized = {
  en: 'This answer is shared already.',
  uk: 'Цю відповідь уже опубліковано.',
};

const everyoneReads: Localized = {
  en: 'Everyone in this channel can read it.',
  uk: 'Її бачать усі в цьому каналі.',
};

const onlyTheAsker: Localized = {
  en: 'Only the person who asked can remove this answer.',
  uk: 'Видалити цю відповідь може лише той, хто запитував.',
};

const moderatorsDelete: Localized = {
  en: 'Moderators can delete it like any message.',
  uk: 'Модератори можуть видалити її, як і будь-яке повідомлення.',
};
