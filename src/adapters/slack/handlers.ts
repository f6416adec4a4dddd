import type { App, BlockAction } from '@slack/bolt';
import { brand } from '../../bot/brand.ts';
import { type DecodedCall, decodeCall } from '../../bot/choice-code.ts';
import { continueLanguage, type Language, languages, questionOf } from '../../bot/language.ts';
import type { Report } from '../../bot/log.ts';
import type { Reply } from '../../bot/reply.ts';
import { wording } from '../../bot/wording.ts';
import type { Bot } from '../adapter.ts';
import { answerMention } from './answer-mention.ts';
import { readable, readCall, readFlags, toShare } from './calls.ts';
import { readDirectMessage } from './direct-message.ts';
import { actionVersion } from './elements.ts';
import { addFeedbackHandlers } from './feedback.ts';
import { type Answered, languageOfHome, publishHome } from './home.ts';
import { checkCallbackId } from './manifest.ts';
import type { Once } from './once.ts';
import type { LookUpPermission } from './permissions.ts';
import { press } from './press.ts';
import { shareAction } from './render.ts';
import { createRun } from './run.ts';
import type { Show } from './show.ts';
import type { LookUpLanguage } from './user-language.ts';

export interface HandlerOptions {
  readonly show: Show;
  /** Undefined when the bot does not ask Slack what language a person reads. */
  readonly lookUpLanguage: LookUpLanguage | undefined;
  readonly lookUpPermission: LookUpPermission;
  readonly mayAnswer: Once['mayAnswer'];
  readonly report: Report;
}

/** Everything that people can do. Each listener acknowledges first and answers then. */
export function addHandlers(
  app: App,
  bot: Bot,
  { show, mayAnswer, report, ...lookUps }: HandlerOptions,
): void {
  const { lookUpLanguage } = lookUps;
  const run = createRun(bot, lookUps);

  app.command(`/${brand.command}`, async ({ command, context, ack, respond }) => {
    await ack();
    const { text, isPublic } = readFlags(command.text);
    const call = readCall(text, bot);
    const reply = await run(
      call,
      { team: command.team_id, channel: command.channel_id },
      { user: command.user_id, token: context.botToken, wantsPublic: isPublic ? true : undefined },
    );
    const isForAll = reply.audience === 'everyone';
    const options = { question: questionOf(call), share: toShare(call, reply) };
    await show(reply, options, (message) =>
      respond({ response_type: isForAll ? 'in_channel' : 'ephemeral', ...message }),
    );
  });

  app.event('app_mention', async ({ event, body, context, client, say }) => {
    if (event.bot_id !== undefined) return;
    const text = event.text.replaceAll(`<@${context.botUserId}>`, ' ');
    const thread = event.thread_ts ?? event.ts;
    const where = { team: context.teamId, channel: event.channel, thread };
    const { user, channel, ts, thread_ts } = event;
    const call = readCall(readable(text), bot);
    const asker = { user, token: context.botToken, occasion: body.event_id, wantsPublic: true };
    const reply = await run(call, where, asker);
    if (!(await mayAnswer(body.event_id))) return;
    await answerMention({ call, reply }, { user, channel, ts, thread_ts }, { client, say, show, report });
  });

  app.event('message', async ({ event, body, context, say }) => {
    const question = readDirectMessage(event);
    if (question === undefined) return;
    const { text, user, thread } = question;
    const where = { team: context.teamId, channel: event.channel, thread };
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    const reply = await run(readCall(text, bot), where, { user, token: context.botToken });
    if (!(await mayAnswer(body.event_id))) return;
    await show(reply, {}, (message) => say({ ...message, ...inThread }));
  });

  app.shortcut(checkCallbackId, async ({ shortcut, context, ack, respond }) => {
    await ack();
    if (shortcut.type !== 'message_action') return;
    const message = readable(shortcut.message.text ?? '');
    const where = { team: shortcut.team?.id, channel: shortcut.channel.id };
    const asker = { user: shortcut.user.id, token: context.botToken, wantsPublic: false };
    const reply =
      message.trim() === '' ? noText : await run({ command: 'check', arguments: { message } }, where, asker);
    await show(reply, {}, (answer) =>
      respond({ response_type: 'ephemeral', replace_original: false, ...answer }),
    );
  });

  addFeedbackHandlers(app, bot, report);

  app.action<BlockAction>(otherActions, async ({ action, body, context, ack, respond, client }) => {
    await ack();
    const where = { team: body.team?.id, channel: body.channel?.id, thread: threadOf(body) };
    const user = body.user.id;
    const asker = { user, token: context.botToken, wantsPublic: false };
    const publish = (answered: Answered) =>
      publishHome(client, {
        user,
        language: answered.reply.language,
        looksUpLanguage: lookUpLanguage !== undefined,
        run: (one) => run(one, where, { ...nobody, preferred: answered.reply.language }),
        answered,
        show,
      });
    const isHome = body.view?.type === 'home';
    if (isHome && action.type === 'plain_text_input') {
      const call = readCall(action.value, bot);
      const preferred = continueLanguage(call, languageOfHome(body.view));
      const reply = await run(call, where, { ...asker, preferred });
      return publish({ reply, question: action.value });
    }
    if (action.type !== 'button' && action.type !== 'static_select') return;
    if (action.type === 'button' && action.url !== undefined) return;
    const chosen = action.type === 'button' ? action : action.selected_option;
    const call =
      action.action_id.split('.')[1] === actionVersion ? decodeCall(chosen.value ?? '') : undefined;
    if (isHome && call !== undefined) {
      return publish({ reply: await run(call, where, { ...asker, preferred: languageOfReply(call) }) });
    }
    const isPrivate = body.container.is_ephemeral === true;
    const isShare = action.action_id === shareAction;
    await press(respond, call, {
      label: chosen.text?.text ?? '',
      isPrivate,
      run: (one) => run(one, where, { ...asker, wantsPublic: isShare, preferred: languageOfReply(one) }),
      show,
    });
  });

  app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab !== 'home') return;
    const where = { team: context.teamId, channel: undefined };
    const { user } = event;
    const shown = languageOfHome(event.view) ?? languages[0];
    // Another than the first is there because somebody asked in it.
    const language =
      shown === languages[0] ? ((await lookUpLanguage?.(user, context.botToken)) ?? shown) : shown;
    await publishHome(client, {
      user,
      language,
      looksUpLanguage: lookUpLanguage !== undefined,
      run: (call) => run(call, where, { ...nobody, preferred: language }),
      show,
    });
  });
}

/** For what a page shows unasked: it counts as nobody's. */
const nobody = { user: undefined } as const;

/** The language of the reply that a button or menu stands in; only another than the first is written down there. */
function languageOfReply({ language }: DecodedCall): Language {
  return language ?? languages[0];
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
