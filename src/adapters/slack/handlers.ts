import type { App, BlockAction, KnownEventFromType, SayFn } from '@slack/bolt';
import { brand } from '../../bot/brand.ts';
import { decodeCall } from '../../bot/choice-code.ts';
import {
  chooseLanguage,
  continueLanguage,
  type Language,
  type Localized,
  questionOf,
} from '../../bot/language.ts';
import type { Reply } from '../../bot/reply.ts';
import { wording } from '../../bot/wording.ts';
import type { Bot } from '../adapter.ts';
import { type Call, readable, readCall, readFlags, toShare } from './calls.ts';
import { actionVersion } from './elements.ts';
import { addFeedbackHandlers } from './feedback.ts';
import { type Answered, languageOfHome, publishHome } from './home.ts';
import { checkCallbackId } from './manifest.ts';
import { press } from './press.ts';
import { renderReply, shareAction } from './render.ts';
import { conversationAt, type Where } from './where.ts';

/** Everything that people can do. Each listener acknowledges first and answers then. */
export function addHandlers(app: App, bot: Bot): void {
  // Slack's payloads do not say what language a person reads; users.info does, with the scope users:read, which would
  // show the bot all members. So the text decides, or the language of the reply or view that is acted on.
  const run = async (call: Call, where: Where, preferred?: Language): Promise<Reply> => {
    const { team, channel } = where;
    const language = chooseLanguage(call, preferred);
    const tenant = team === undefined ? {} : { tenant: team };
    const place = { platform: 'slack', ...tenant, ...(channel === undefined ? {} : { channel }) };
    const reply = await bot.dispatch({
      command: call.command,
      arguments: call.arguments,
      place,
      language,
      conversation: conversationAt(where),
    });
    return call.command === 'help'
      ? { ...reply, blocks: [...reply.blocks, { type: 'text', text: threadHint[language] }] }
      : reply;
  };

  app.command(`/${brand.command}`, async ({ command, ack, respond }) => {
    await ack();
    const { text, isPublic } = readFlags(command.text);
    const call = readCall(text, bot);
    const reply = await run(call, { team: command.team_id, channel: command.channel_id });
    const isForAll = isPublic && reply.visibility === 'shareable';
    const question = questionOf(call);
    await respond({
      response_type: isForAll ? 'in_channel' : 'ephemeral',
      ...renderReply(reply, isForAll ? { question } : { question, share: toShare(call, reply) }),
    });
  });

  app.event('app_mention', async ({ event, context, say }) => {
    if (event.bot_id !== undefined) return;
    const text = event.text.replaceAll(`<@${context.botUserId}>`, ' ');
    const thread = event.thread_ts ?? event.ts;
    const where = { team: context.teamId, channel: event.channel, thread };
    const reply = await run(readCall(readable(text), bot), where);
    await say({ ...renderReply(reply), thread_ts: thread });
  });

  app.event('message', async ({ event, context, say }) => {
    await answerDirectMessage(event, say, (text, thread) =>
      run(readCall(text, bot), { team: context.teamId, channel: event.channel, thread }),
    );
  });

  app.shortcut(checkCallbackId, async ({ shortcut, ack, respond }) => {
    await ack();
    if (shortcut.type !== 'message_action') return;
    const message = readable(shortcut.message.text ?? '');
    const where = { team: shortcut.team?.id, channel: shortcut.channel.id };
    const reply =
      message.trim() === '' ? noText : await run({ command: 'check', arguments: { message } }, where);
    await respond({ response_type: 'ephemeral', replace_original: false, ...renderReply(reply) });
  });

  addFeedbackHandlers(app, bot);

  app.action<BlockAction>(otherActions, async ({ action, body, ack, respond, client }) => {
    await ack();
    const where = { team: body.team?.id, channel: body.channel?.id, thread: threadOf(body) };
    const publish = (answered: Answered) =>
      publishHome(client, {
        user: body.user.id,
        language: answered.reply.language,
        run: (one) => run(one, where, answered.reply.language),
        answered,
      });
    const isHome = body.view?.type === 'home';
    if (isHome && action.type === 'plain_text_input') {
      const call = readCall(action.value, bot);
      const reply = await run(call, where, continueLanguage(call, languageOfHome(body.view)));
      return publish({ reply, question: action.value });
    }
    if (action.type !== 'button' && action.type !== 'static_select') return;
    if (action.type === 'button' && action.url !== undefined) return;
    const chosen = action.type === 'button' ? action : action.selected_option;
    const call =
      action.action_id.split('.')[1] === actionVersion ? decodeCall(chosen.value ?? '') : undefined;
    if (isHome && call !== undefined) {
      return publish({ reply: await run(call, where, call.language) });
    }
    const isPrivate = body.container.is_ephemeral === true;
    await press(respond, call, {
      label: chosen.text?.text ?? '',
      isShare: action.action_id === shareAction,
      isPrivate,
      run: (one) => run(one, where, one.language),
    });
  });

  app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab !== 'home') return;
    const where = { team: context.teamId, channel: undefined };
    const language = languageOfHome(event.view) ?? 'en';
    await publishHome(client, { user: event.user, language, run: (call) => run(call, where, language) });
  });
}

async function answerDirectMessage(
  event: KnownEventFromType<'message'>,
  say: SayFn,
  answer: (text: string, thread: string | undefined) => Promise<Reply>,
): Promise<void> {
  const isFromPerson =
    event.subtype === undefined && event.bot_id === undefined && event.channel_type === 'im';
  if (!isFromPerson || event.text === undefined || event.text.trim() === '') return;
  const message = renderReply(await answer(readable(event.text), event.thread_ts));
  await say({ ...message, ...(event.thread_ts === undefined ? {} : { thread_ts: event.thread_ts }) });
}

/** The thread that the message with the button stands in, if any. */
function threadOf({ message, container }: BlockAction): string | undefined {
  const thread: unknown = message?.thread_ts ?? container.thread_ts;
  return typeof thread === 'string' ? thread : undefined;
}

/** All buttons and menus but those for feedback; of another version they are explained like any other. */
const otherActions = new RegExp(`^(?!(?:useful|wrong)\\.${actionVersion}$)`);

/** In all languages, as there is no text that says which. */
const noText: Reply = {
  visibility: 'private',
  blocks: Object.values(wording.noText).map((text) => ({ type: 'text', text })),
  language: 'en',
};

/** How to ask in a thread. */
const threadHint: Localized = {
  en: `In a thread, where commands do not work, mention me, or choose "${brand.checkAction}" from the menu of a message.`,
  uk: `У гілці, де команди не працюють, згадайте мене або виберіть «${brand.checkAction}» у меню повідомлення.`,
};
