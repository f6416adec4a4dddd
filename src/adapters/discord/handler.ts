import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { brand } from '../../bot/brand.ts';
import type { Bot } from '../adapter.ts';
import { decodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import { parseInvocation, parseSlashCommand } from './parse.ts';
import { publicOption } from './registration.ts';
import { renderReply } from './render.ts';
import { answer, apologise, explain } from './respond.ts';
import { removeShared, shareAnswer } from './sharing.ts';

/** Gives an interaction its visible outcome; never throws. */
export function createHandler(
  bot: Bot,
  report: (error: unknown) => void,
): (interaction: Interaction) => Promise<void> {
  return async (interaction) => {
    try {
      await route(interaction, bot);
    } catch (error) {
      report(error);
      if (interaction.isRepliable()) await apologise(interaction).catch(report);
    }
  };
}

async function route(interaction: Interaction, bot: Bot): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(interaction, bot);
  if (interaction.isChatInputCommand()) return runSlashCommand(interaction, bot);
  if (interaction.isMessageContextMenuCommand()) return checkMessage(interaction, bot);
  if (interaction.isStringSelectMenu()) return press(interaction, interaction.values[0] ?? '', bot);
  if (interaction.isButton()) return press(interaction, interaction.customId, bot);
  if (interaction.isRepliable())
    await explain(interaction, 'I do not know this action.', `Ask with /${brand.command} ask.`);
}

async function suggest(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const command = interaction.options.getSubcommand();
  // Longer ones could not be chosen whole, so more are asked for than are shown.
  const found = bot.suggest(command, name, value, 2 * LIMITS.autocompleteChoices);
  const fitting = found.filter(
    ({ label, value }) => Math.max(label.length, value.length) <= LIMITS.choiceText,
  );
  const choices = fitting
    .slice(0, LIMITS.autocompleteChoices)
    .map(({ label, value }) => ({ name: label, value }));
  await interaction.respond(choices);
}

async function runSlashCommand(interaction: ChatInputCommandInteraction, bot: Bot): Promise<void> {
  const { call, isPublic } = parseSlashCommand(interaction, publicOption);
  const reply = await bot.dispatch(parseInvocation(call, interaction));
  const question = call.command === 'ask' ? call.arguments.question : undefined;
  await answer(interaction, reply, { question, isPublic });
}

async function checkMessage(interaction: MessageContextMenuCommandInteraction, bot: Bot): Promise<void> {
  const message = interaction.targetMessage.content;
  if (message.trim() === '')
    return explain(
      interaction,
      'This message has no text that I could check.',
      'Choose a message with text.',
    );
  const reply = await bot.dispatch(
    parseInvocation({ command: 'check', arguments: { message } }, interaction),
  );
  await answer(interaction, reply, {});
}

/** A button or a menu entry: the presser's own private answer changes in place, anything else is answered privately. */
async function press(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  id: string,
  bot: Bot,
): Promise<void> {
  const action = decodeCustomId(id);
  if (action === undefined) {
    return explain(
      interaction,
      'This button is from another version of me and no longer works.',
      `Ask again with /${brand.command} ask.`,
    );
  }
  if (action.type === 'share') return shareAnswer(interaction);
  if (action.type === 'remove') return removeShared(interaction);
  const reply = await bot.dispatch(parseInvocation(action, interaction));
  const isOwnPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  if (isOwnPrivate && reply.visibility === 'shareable') {
    await interaction.update(renderReply(reply, { control: 'share' }));
  } else {
    await answer(interaction, reply, {});
  }
}
