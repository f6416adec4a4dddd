import { MessageFlags, type RepliableInteraction } from 'discord.js';
import { type DrawnPictures, noPictures } from '../../bot/drawn-pictures.ts';
import { type Localized, languageOf } from '../../bot/language.ts';
import type { Report } from '../../bot/log.ts';
import { tellReference } from '../../bot/reference.ts';
import type { Reply } from '../../bot/reply.ts';
import { wording } from '../../bot/wording.ts';
import type { Control } from './controls.ts';
import { renderReply } from './render.ts';
import { noteAddress } from './shown-at.ts';

interface AnswerOptions {
  readonly question?: string | undefined;
  readonly pictures?: DrawnPictures;
  /** Is told when it can't be found out where an answer for everyone stands. */
  readonly report?: Report;
}

/** What can be done with a reply as a whole. */
export function controlOf({ audience, canShare = false }: Reply): Control {
  if (audience === 'everyone') return 'remove';
  return canShare ? 'share' : 'none';
}

/** The first response, for whom the reply says. */
export async function answer(
  interaction: RepliableInteraction,
  reply: Reply,
  { question, pictures = noPictures, report = () => {} }: AnswerOptions,
): Promise<void> {
  const isForAll = reply.audience === 'everyone';
  const message = renderReply(reply, { question, control: controlOf(reply), pictures });
  const flags: number = message.flags | (isForAll ? 0 : MessageFlags.Ephemeral);
  await interaction.reply({ ...message, flags });
  if (isForAll && reply.shown !== undefined)
    await noteAddress(interaction, reply.shown).catch((error) => report(error));
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
