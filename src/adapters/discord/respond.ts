import { MessageFlags, type RepliableInteraction } from 'discord.js';
import { type DrawnPictures, noPictures } from '../../bot/drawn-pictures.ts';
import { type Localized, languageOf } from '../../bot/language.ts';
import { tellReference } from '../../bot/reference.ts';
import type { Reply } from '../../bot/reply.ts';
import { wording } from '../../bot/wording.ts';
import { renderReply } from './render.ts';

interface AnswerOptions {
  readonly question?: string | undefined;
  readonly isPublic?: boolean;
  readonly pictures?: DrawnPictures;
}

/** The first response; private unless all are to read it. */
export async function answer(
  interaction: RepliableInteraction,
  reply: Reply,
  { question, isPublic = false, pictures = noPictures }: AnswerOptions,
): Promise<void> {
  const isForAll = isPublic && reply.visibility === 'shareable';
  const message = renderReply(reply, { question, control: isForAll ? 'remove' : 'share', pictures });
  const flags: number = message.flags | (isForAll ? 0 : MessageFlags.Ephemeral);
  await interaction.reply({ ...message, flags });
}

/** Says what is wrong and what to do, privately, in the reader's language. */
export async function explain(
  interaction: RepliableInteraction,
  message: Localized,
  nextStep: Localized,
): Promise<void> {
  const language = languageOf(interaction.locale);
  const blocks = [
    { type: 'text' as const, text: message[language] },
    { type: 'text' as const, text: nextStep[language] },
  ];
  await answer(interaction, { visibility: 'private', blocks, language }, {});
}

/**
 * Says that something went wrong, whatever was answered before.
 * @param reference What the log calls it.
 */
export async function apologise(interaction: RepliableInteraction, reference: string): Promise<void> {
  const language = languageOf(interaction.locale);
  const sentences = [somethingWentWrong, wording.tryLater, tellReference(reference)];
  const text = sentences.map((sentence) => sentence[language]).join(' ');
  const message = renderReply({ visibility: 'private', blocks: [{ type: 'text', text }], language });
  const flags: number = message.flags | MessageFlags.Ephemeral;
  if (interaction.replied || interaction.deferred) await interaction.followUp({ ...message, flags });
  else await interaction.reply({ ...message, flags });
}

const somethingWentWrong: Localized = { en: 'Something went wrong here.', uk: 'Щось пішло не так.' };
