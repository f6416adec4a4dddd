import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { feedbackWording, longestNote, type Verdict } from '../../bot/feedback.ts';
import type { Language, Localized } from '../../bot/language.ts';
import type { Report } from '../../bot/log.ts';
import { createReference, tellReference } from '../../bot/reference.ts';
import type { Reply } from '../../bot/reply.ts';
import { wording } from '../../bot/wording.ts';
import type { Bot } from '../adapter.ts';
import { actionVersion, plainText } from './elements.ts';
import { parseFeedbackValue } from './feedback-buttons.ts';
import { renderReply } from './render.ts';

const noteCallbackId = `note.${actionVersion}`;
const noteField = 'note';

/** Takes what people make of answers: useful at once, wrong after a window for a note. */
export function addFeedbackHandlers(app: App, bot: Pick<Bot, 'feedback'>, report: Report): void {
  const keep = async (value: string, team: string | undefined, said: { verdict: Verdict; note?: string }) => {
    const { subject } = parseFeedbackValue(value);
    if (subject === undefined) throw new Error('feedback on nothing');
    const tenant = team === undefined ? {} : { tenant: team };
    await bot.feedback({ ...subject, ...said, place: { platform: 'slack', ...tenant } });
  };

  app.action<BlockAction<ButtonAction>>(
    `useful.${actionVersion}`,
    async ({ action, body, ack, respond, client }) => {
      await ack();
      const value = action.value ?? '';
      const { language } = parseFeedbackValue(value);
      await keep(value, body.team?.id, { verdict: 'useful' });
      // On the Home tab there is no message to answer.
      if (body.view !== undefined) {
        await client.views.open({ trigger_id: body.trigger_id, view: thanksView(language) });
        return;
      }
      const message = renderReply(thanks(language));
      await respond({ response_type: 'ephemeral', replace_original: false, ...message });
    },
  );

  app.action<BlockAction<ButtonAction>>(`wrong.${actionVersion}`, async ({ action, body, ack, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: noteView(action.value ?? '') });
  });

  app.view(noteCallbackId, async ({ view, body, ack }) => {
    const { language } = parseFeedbackValue(view.private_metadata);
    const note = view.state.values[noteField]?.[noteField]?.value ?? '';
    try {
      await keep(view.private_metadata, body.team?.id, { verdict: 'wrong', note });
    } catch (error) {
      const reference = createReference();
      report(error, { reference });
      const advice = `${wording.tryLater[language]} ${tellReference(reference)[language]}`;
      await ack({ response_action: 'errors', errors: { [noteField]: advice } });
      return;
    }
    await ack({ response_action: 'update', view: thanksView(language) });
  });
}

function noteView(value: string): ModalView {
  const { language } = parseFeedbackValue(value);
  return {
    type: 'modal',
    callback_id: noteCallbackId,
    private_metadata: value,
    title: plainText(feedbackWording.wrong[language]),
    submit: plainText(feedbackWording.send[language]),
    close: plainText(feedbackWording.cancel[language]),
    blocks: [
      {
        type: 'input',
        block_id: noteField,
        optional: true,
        label: plainText(feedbackWording.whatIsWrong[language]),
        hint: plainText(feedbackWording.noteHint[language]),
        element: {
          type: 'plain_text_input',
          action_id: noteField,
          multiline: true,
          max_length: longestNote,
        },
      },
    ],
  };
}

function thanksView(language: Language): ModalView {
  return {
    type: 'modal',
    title: plainText(thankYou[language]),
    close: plainText(close[language]),
    blocks: [{ type: 'section', text: plainText(feedbackWording.thanks[language]) }],
  };
}

function thanks(language: Language): Reply {
  const blocks = [{ type: 'text' as const, text: feedbackWording.thanks[language] }];
  return { visibility: 'private', blocks, language };
}

const thankYou: Localized = { en: 'Thank you', uk: 'Дякуємо' };
const close: Localized = { en: 'Close', uk: 'Закрити' };
