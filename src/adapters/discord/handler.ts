import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { brand } from '../../bot/brand.ts';
import { type DrawnPictures, drawPictures } from '../../bot/drawn-pictures.ts';
import { type Localized, languageOf, questionOf } from '../../bot/language.ts';
import type { Report } from '../../bot/log.ts';
import { createReference } from '../../bot/reference.ts';
import type { Reply } from '../../bot/reply.ts';
import { wording } from '../../bot/wording.ts';
import type { Bot } from '../adapter.ts';
import { decodeCustomId } from './custom-id.ts';
import { pressFeedback, submitNote } from './feedback.ts';
import type { ChannelLookUp } from './known-channels.ts';
import { LIMITS } from './limits.ts';
import { parseInvocation, parseShareRequest, parseSlashCommand } from './parse.ts';
import { publicOption } from './registration.ts';
import { renderReply } from './render.ts';
import { answer, apologise, controlOf, explain } from './respond.ts';
import { removeShared, type SharingBot, shareAnswer } from './sharing.ts';

export interface HandlerOptions {
  readonly channelOf: ChannelLookUp;
  readonly report: Report;
}

/** The bot, as it is asked from an interaction. */
interface AskedBot extends Pick<Bot, 'suggest' | 'feedback'>, SharingBot {
  run(
    call: Parameters<typeof parseInvocation>[0],
    interaction: BaseInteraction,
    wantsPublic: boolean | undefined,
  ): Promise<Answered>;
}

/** A reply with its pictures drawn. */
interface Answered {
  readonly reply: Reply;
  readonly pictures: DrawnPictures;
}

/** Gives an interaction its visible outcome; never throws. */
export function createHandler(
  bot: Bot,
  { channelOf, report }: HandlerOptions,
): (interaction: Interaction) => Promise<void> {
  const asked: AskedBot = {
    suggest: bot.suggest,
    feedback: bot.feedback,
    permitShare: (interaction, answer) =>
      bot.permitShare(parseShareRequest(answer, interaction, channelOf(interaction.channelId))),
    report,
    run: async (call, interaction, wantsPublic) => {
      const reply = await bot.dispatch(
        parseInvocation(call, interaction, { channel: channelOf(interaction.channelId), wantsPublic }),
      );
      return { reply, pictures: await drawPictures(reply, report) };
    },
  };
  return async (interaction) => {
    try {
      await route(interaction, asked);
    } catch (error) {
      const reference = createReference();
      report(error, { reference });
      if (interaction.isRepliable())
        await apologise(interaction, reference).catch((failure) => report(failure));
    }
  };
}

async function route(interaction: Interaction, bot: AskedBot): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(interaction, bot);
  if (interaction.isChatInputCommand()) return runSlashCommand(interaction, bot);
  if (interaction.isMessageContextMenuCommand()) return checkMessage(interaction, bot);
  if (interaction.isStringSelectMenu()) return press(interaction, interaction.values[0] ?? '', bot);
  if (interaction.isButton()) return press(interaction, interaction.customId, bot);
  if (interaction.isModalSubmit()) return submit(interaction, bot);
  if (interaction.isRepliable()) await explain(interaction, unknownAction, askWithCommand);
}

async function suggest(interaction: AutocompleteInteraction, bot: AskedBot): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const command = interaction.options.getSubcommand();
  // Longer ones could not be chosen whole, so more are asked for than are shown.
  const found = bot.suggest(command, name, value, {
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

async function runSlashCommand(interaction: ChatInputCommandInteraction, bot: AskedBot): Promise<void> {
  const { call, wantsPublic } = parseSlashCommand(interaction, publicOption);
  const { reply, pictures } = await bot.run(call, interaction, wantsPublic);
  await answer(interaction, reply, { question: questionOf(call), pictures, report: bot.report });
}

async function checkMessage(interaction: MessageContextMenuCommandInteraction, bot: AskedBot): Promise<void> {
  const message = interaction.targetMessage.content;
  if (message.trim() === '') return explain(interaction, wording.noText, chooseOneWithText);
  const { reply, pictures } = await bot.run({ command: 'check', arguments: { message } }, interaction, false);
  await answer(interaction, reply, { pictures });
}

/** A button or a menu entry: the presser's own private answer changes in place, anything else is answered privately. */
async function press(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  id: string,
  bot: AskedBot,
): Promise<void> {
  const action = decodeCustomId(id);
  if (action === undefined) {
    return explain(interaction, wording.outdatedButton, askAgain);
  }
  if (action.type === 'share') return shareAnswer(interaction, action, bot);
  if (action.type === 'remove') return removeShared(interaction);
  if (action.type !== 'run') {
    if (interaction.isButton() && action.type !== 'note')
      return pressFeedback(interaction, { verdict: action.type, subject: action.subject }, bot);
    return explain(interaction, unknownAction, askWithCommand);
  }
  const { reply, pictures } = await bot.run(action.call, interaction, false);
  const isOwnPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  if (isOwnPrivate && reply.visibility === 'shareable') {
    // Without the list of what stays, Discord keeps the pictures of the answer before.
    await interaction.update({
      ...renderReply(reply, { control: controlOf(reply), pictures }),
      attachments: [],
    });
  } else {
    await answer(interaction, reply, { pictures });
  }
}

async function submit(interaction: ModalSubmitInteraction, bot: AskedBot): Promise<void> {
  const action = decodeCustomId(interaction.customId);
  if (action?.type === 'note') return submitNote(interaction, action.subject, bot);
  await explain(interaction, wording.outdatedButton, askAgain);
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
