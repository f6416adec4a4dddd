import type { App, BlockAction, KnownEventFromType, RespondFn, SayFn } from '@slack/bolt';
import { brand } from '../../bot/brand.ts';
import { decodeCall } from '../../bot/choice-code.ts';
import { parseCommandLine } from '../../bot/command-line.ts';
import type { Choice, Reply } from '../../bot/reply.ts';
import type { Bot } from '../adapter.ts';
import { publishHome } from './home.ts';
import { checkCallbackId } from './manifest.ts';
import { actionVersion, type RenderOptions, renderReply, shareAction } from './render.ts';

type Call = Pick<Choice, 'command' | 'arguments'>;

interface Where {
  readonly team: string | undefined;
  readonly channel: string | undefined;
}

/** Everything that people can do. Each listener acknowledges first and answers then. */
export function addHandlers(app: App, bot: Bot): void {
  const run = async (call: Call, { team, channel }: Where): Promise<Reply> => {
    const tenant = team === undefined ? {} : { tenant: team };
    const place = { platform: 'slack', ...tenant, ...(channel === undefined ? {} : { channel }) };
    const reply = await bot.dispatch({ ...call, place });
    return call.command === 'help' ? { ...reply, blocks: [...reply.blocks, threadHint] } : reply;
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
    const reply = await run(readCall(readable(text), bot), { team: context.teamId, channel: event.channel });
    await say({ ...renderReply(reply), thread_ts: event.thread_ts ?? event.ts });
  });

  app.event('message', async ({ event, context, say }) => {
    await answerDirectMessage(event, say, (text) =>
      run(readCall(text, bot), { team: context.teamId, channel: event.channel }),
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

  app.action<BlockAction>(/./, async ({ action, body, ack, respond, client }) => {
    await ack();
    const where = { team: body.team?.id, channel: body.channel?.id };
    const isHome = body.view?.type === 'home';
    if (isHome && action.type === 'plain_text_input') {
      const reply = await run(readCall(action.value, bot), where);
      return publishHome(client, body.user.id, (call) => run(call, where), { reply, question: action.value });
    }
    if (action.type !== 'button' && action.type !== 'static_select') return;
    if (action.type === 'button' && action.url !== undefined) return;
    const code = action.type === 'button' ? (action.value ?? '') : action.selected_option.value;
    const call = action.action_id.split('.')[1] === actionVersion ? decodeCall(code) : undefined;
    if (isHome && call !== undefined) {
      return publishHome(client, body.user.id, (one) => run(one, where), { reply: await run(call, where) });
    }
    const isPrivate = body.container.is_ephemeral === true;
    await press(respond, call, {
      isShare: action.action_id === shareAction,
      isPrivate,
      run: (one) => run(one, where),
    });
  });

  app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab !== 'home') return;
    const where = { team: context.teamId, channel: undefined };
    await publishHome(client, event.user, (call) => run(call, where));
  });
}

interface Press {
  readonly isShare: boolean;
  readonly isPrivate: boolean;
  readonly run: (call: Call) => Promise<Reply>;
}

/** A private answer changes in place; beside a shared one, only the presser sees what comes. */
async function press(
  respond: RespondFn,
  call: Call | undefined,
  { isShare, isPrivate, run }: Press,
): Promise<void> {
  if (call === undefined) {
    await respond({ response_type: 'ephemeral', replace_original: false, ...renderReply(outdated) });
    return;
  }
  const reply = await run(call);
  const question = questionOf(call);
  if (isShare && reply.visibility === 'shareable') {
    await respond({
      response_type: 'in_channel',
      replace_original: false,
      ...renderReply(reply, { question }),
    });
    return;
  }
  const options: RenderOptions = { question, share: toShare(call, reply) };
  await respond({ response_type: 'ephemeral', replace_original: isPrivate, ...renderReply(reply, options) });
}

async function answerDirectMessage(
  event: KnownEventFromType<'message'>,
  say: SayFn,
  answer: (text: string) => Promise<Reply>,
): Promise<void> {
  const isFromPerson =
    event.subtype === undefined && event.bot_id === undefined && event.channel_type === 'im';
  if (!isFromPerson || event.text === undefined || event.text.trim() === '') return;
  const message = renderReply(await answer(readable(event.text)));
  await say({ ...message, ...(event.thread_ts === undefined ? {} : { thread_ts: event.thread_ts }) });
}

function readFlags(text: string): { readonly text: string; readonly isPublic: boolean } {
  const isPublic = /(?:^|\s)--public\s*$/.test(text);
  return { isPublic, text: text.replace(/\s*--public\s*$/, '') };
}

/** A line as people type it; nothing at all asks for help. */
function readCall(text: string, bot: Bot): Call {
  if (text.trim() === '') return { command: 'help', arguments: {} };
  return parseCommandLine(text, bot.commands, { fallback: 'ask' });
}

function questionOf({ command, arguments: given }: Call): string | undefined {
  return command === 'ask' ? given.question : undefined;
}

/** What shares an answer: the question again or, when that is too long for a button, the fact that leads. */
function toShare(call: Call, reply: Reply): Call {
  const lead = reply.answer?.facts[0];
  const isLong = new URLSearchParams(call.arguments).toString().length > 1_900;
  return isLong && lead !== undefined ? { command: 'fact', arguments: { fact: lead.id } } : call;
}

/** Slack sends &, < and > of a message's text escaped. */
function readable(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const threadHint = {
  type: 'text',
  text: `In a thread, where commands do not work, mention me, or choose "${brand.checkAction}" from the menu of a message.`,
} as const;

const outdated: Reply = {
  visibility: 'private',
  blocks: [
    { type: 'text', text: 'This button is from another version of me and no longer works.' },
    { type: 'text', text: `Ask again with /${brand.command}.` },
  ],
};

const noText: Reply = {
  visibility: 'private',
  blocks: [{ type: 'text', text: 'This message has no text that I could check.' }],
};
