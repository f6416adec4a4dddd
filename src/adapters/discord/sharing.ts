import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  type BaseInteraction,
  ComponentType,
  type MessageComponentInteraction,
  MessageFlags,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import type { Localized } from '../../bot/language.ts';
import type { Report } from '../../bot/log.ts';
import type { SharePermit, ShareRequest } from '../../bot/permit-share.ts';
import { controlRows } from './controls.ts';
import { decodeCustomId } from './custom-id.ts';
import { toMessage } from './message.ts';
import { copyWithPictures } from './pictures.ts';
import { answer, explain } from './respond.ts';
import { noteAddress } from './shown-at.ts';

type Pressed = MessageComponentInteraction & RepliableInteraction;

/** The bot, as it is asked when somebody shares an answer. */
export interface SharingBot {
  /** Whether everyone may read the answer where this came from. */
  permitShare(interaction: BaseInteraction, answer: ShareRequest['answer']): Promise<SharePermit>;
  /** Is told why a picture had to be left out, or why nobody can be led to the message. */
  readonly report: Report;
}

/** Posts a private answer for all to read, as a message of its own: Discord can't turn a private one public. */
export async function shareAnswer(
  interaction: Pressed,
  shared: ShareRequest['answer'],
  { permitShare, report }: SharingBot,
): Promise<void> {
  if (!interaction.message.flags.has(MessageFlags.Ephemeral)) {
    return explain(interaction, sharedAlready, everyoneReads);
  }
  const permitted = await permitShare(interaction, shared);
  if (!permitted.isGranted) return answer(interaction, permitted.reply, {});
  const components = interaction.message.components.map((one) => one.toJSON() as APIMessageTopLevelComponent);
  const containers = components.filter((one) => one.type === ComponentType.Container);
  const copies = await Promise.all(containers.map((container) => copyWithPictures(container, report)));
  const body = copies.map(({ container }) => container);
  const controls = controlRows('remove', shared, feedbackButtonsIn(components));
  const files = copies.flatMap((copy) => copy.files);
  await interaction.reply(toMessage([...body, ...controls], files));
  if (permitted.shown !== undefined)
    await noteAddress(interaction, permitted.shown).catch((error) => report(error));
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
