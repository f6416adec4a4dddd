import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type ChannelType,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { brand } from '../../bot/brand.ts';
import { type Localized, languageOf, questionOf } from '../../bot/language.ts';
import type { Reply } from '../../bot/reply.ts';
import { wording } from '../../bot/wording.ts';
import type { Bot } from '../adapter.ts';
import { decodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import { parseInvocation, parseSlashCommand } from './parse.ts';
import { publicOption } from './registration.ts';
import { renderReply } from './render.ts';
import { answer, apologise, explain } from './respond.ts';
import { removeShared, shareAnswer } from './sharing.ts';

export interface HandlerOptions {
  readonly channelTypeOf: (channelId: string | null) => ChannelType | undefined;
  readonly report: (error: unknown) => void;
}

/** The bot, as it is asked from an interaction. */
interface Desk extends Pick<Bot, 'suggest'> {
  run(call: Parameters<typeof parseInvocation>[0], interaction: BaseInteraction): Promise<Reply>;
}

/** Gives an interaction its visible outcome; never throws. */
export function createHandler(
  bot: Bot,
  { channelTypeOf, report }: HandlerOptions,
): (interaction: Interaction) => Promise<void> {
  const desk: Desk = {
    suggest: bot.suggest,
    run: (call, interaction) =>
      bot.dispatch(parseInvocation(call, interaction, channelTypeOf(interaction.channelId))),
  };
  return async (interaction) => {
    try {
      await route(interaction, desk);
    } catch (error) {
      report(error);
      if (interaction.isRepliable()) await apologise(interaction).catch(report);
    }
  };
}

async function route(interaction: Interaction, desk: Desk): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(interaction, desk);
  if (interaction.isChatInputCommand()) return runSlashCommand(interaction, desk);
  if (interaction.isMessageContextMenuCommand()) return checkMessage(interaction, desk);
  if (interaction.isStringSelectMenu()) return press(interaction, interaction.values[0] ?? '', desk);
  if (interaction.isButton()) return press(interaction, interaction.customId, desk);
  if (interaction.isRepliable()) await explain(interaction, unknownAction, askWithCommand);
}

async function suggest(interaction: AutocompleteInteraction, desk: Desk): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const command = interaction.options.getSubcommand();
  // Longer ones could not be chosen whole, so more are asked for than are shown.
  const found = desk.suggest(command, name, value, {
    most: 2 * LIMITS.autocompleteChoices,
    language: languageOf(interaction.locale),
  });
  const fitting = found.filter(
    ({ label, value }) => Math.max(label.length, value.length) <= LIMITS.choiceText,
  );
  const choices = fitting
    .slice(0, LIMITS.autocompleteChoices)
    .map(({ label, value }) => ({ name: label, value }));
  await interaction.respond(choices);
}

async function runSlashCommand(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const { call, isPublic } = parseSlashCommand(interaction, publicOption);
  const reply = await desk.run(call, interaction);
  await answer(interaction, reply, { question: questionOf(call), isPublic });
}

async function checkMessage(interaction: MessageContextMenuCommandInteraction, desk: Desk): Promise<void> {
  const message = interaction.targetMessage.content;
  if (message.trim() === '') return explain(interaction, wording.noText, chooseOneWithText);
  const reply = await desk.run({ command: 'check', arguments: { message } }, interaction);
  await answer(interaction, reply, {});
}

/** A button or a menu entry: the presser's own private answer changes in place, anything else is answered privately. */
async function press(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  id: string,
  desk: Desk,
): Promise<void> {
  const action = decodeCustomId(id);
  if (action === undefined) {
    return explain(interaction, wording.outdatedButton, askAgain);
  }
  if (action.type === 'share') return shareAnswer(interaction, action.language);
  if (action.type === 'remove') return removeShared(interaction);
  const reply = await desk.run(action.call, interaction);
  const isOwnPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  if (isOwnPrivate && reply.visibility === 'shareable') {
    await interaction.update(renderReply(reply, { control: 'share' }));
  } else {
    await answer(interaction, reply, {});
  }
}

const unknownAction: Localized = { en: 'I do not know this action.', uk: 'Ця дія мені невідома.' };

const askWithCommand: Localized = {
  en: `Ask with /${brand.command} ask.`,
  uk: `Запитайте через /${brand.command} ask.`,
};

const askAgain: Localized = {
  en: `Ask again with /${brand.command} ask.`,
  uk: `Запитайте ще раз через /${brand.command} ask.`,
};

const chooseOneWithText: Localized = {
  en: 'Choose a message with text.',
  uk: 'Виберіть повідомлення з текстом.',
};
