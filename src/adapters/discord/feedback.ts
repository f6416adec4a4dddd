import {
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  ComponentType,
  type ModalSubmitInteraction,
  type RepliableInteraction,
  TextInputStyle,
} from 'discord.js';
import { type FeedbackSubject, feedbackWording, longestNote, type Verdict } from '../../bot/feedback.ts';
import { type Language, languageOf } from '../../bot/language.ts';
import type { Bot } from '../adapter.ts';
import { encodeFeedback } from './custom-id.ts';
import { parsePlace } from './parse.ts';
import { answer } from './respond.ts';

const noteField = 'note';

/** Takes the verdict of whoever pressed: useful at once, wrong after a window for a note. */
export async function pressFeedback(
  interaction: ButtonInteraction,
  { verdict, subject }: { readonly verdict: Verdict; readonly subject: FeedbackSubject },
  bot: Pick<Bot, 'feedback'>,
): Promise<void> {
  const modal = verdict === 'wrong' ? createModal(subject, languageOf(interaction.locale)) : undefined;
  if (modal !== undefined) return interaction.showModal(modal);
  await bot.feedback({ ...subject, verdict, place: parsePlace(interaction) });
  await thank(interaction);
}

/** Takes what stands in the window for a note. */
export async function submitNote(
  interaction: ModalSubmitInteraction,
  subject: FeedbackSubject,
  bot: Pick<Bot, 'feedback'>,
): Promise<void> {
  const note = interaction.fields.getTextInputValue(noteField);
  await bot.feedback({ ...subject, verdict: 'wrong', note, place: parsePlace(interaction) });
  await thank(interaction);
}

async function thank(interaction: RepliableInteraction): Promise<void> {
  const language = languageOf(interaction.locale);
  const blocks = [{ type: 'text' as const, text: feedbackWording.thanks[language] }];
  await answer(interaction, { visibility: 'private', blocks, language }, {});
}

function createModal(
  subject: FeedbackSubject,
  language: Language,
): APIModalInteractionResponseCallbackData | undefined {
  const custom_id = encodeFeedback('note', subject);
  if (custom_id === undefined) return undefined;
  return {
    custom_id,
    title: feedbackWording.wrong[language],
    components: [
      {
        type: ComponentType.Label,
        label: feedbackWording.whatIsWrong[language],
        description: feedbackWording.noteHint[language],
        component: {
          type: ComponentType.TextInput,
          custom_id: noteField,
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: longestNote,
        },
      },
    ],
  };
}
