import { type Json, recordOf, textIn } from './json.ts';
import { newId, newTs, WORKSPACE } from './workspace.ts';

const { teamId, teamDomain, appId, botUserId, userId, userName, channelId, channelName, dmChannelId } =
  WORKSPACE;
const team = { id: teamId, domain: teamDomain };
const user = { id: userId, username: userName, name: userName, team_id: teamId };
const channel = { id: channelId, name: channelName };

/** Something Slack sends to the bot, whichever way. The server adds response_url and trigger_id. */
export interface Envelope {
  readonly type: 'slash_commands' | 'events_api' | 'interactive';
  readonly payload: Json;
  /** Set when it is not the first attempt. */
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** `/minerals <text>`, typed in a channel. */
export function slashCommand(text: string, extra: Json = {}): Envelope {
  const from = { team_id: teamId, team_domain: teamDomain, user_id: userId, user_name: userName };
  const place = { channel_id: channelId, channel_name: channelName };
  const app = { api_app_id: appId, is_enterprise_install: 'false', token: 'unused' };
  return {
    type: 'slash_commands',
    payload: { command: '/minerals', text, ...from, ...place, ...app, ...extra },
  };
}

/** Someone writes `@bot <text>` in a channel. `extra` goes into the event: `{ thread_ts }`. */
export function mention(text: string, extra: Json = {}): Envelope {
  const ts = newTs();
  const written = { user: userId, team: teamId, text: `<@${botUserId}> ${text}`, channel: channelId };
  return event({ type: 'app_mention', ...written, ts, event_ts: ts, ...extra });
}

/** Someone writes to the bot directly. `extra` goes into the event. */
export function directMessage(text: string, extra: Json = {}): Envelope {
  const ts = newTs();
  const written = { user: userId, team: teamId, text, channel: dmChannelId, channel_type: 'im' };
  return event({ type: 'message', ...written, ts, event_ts: ts, ...extra });
}

/** Someone opens the bot's Home tab, or its messages. */
export function homeOpened(tab: 'home' | 'messages' = 'home'): Envelope {
  return event({ type: 'app_home_opened', user: userId, channel: dmChannelId, tab, event_ts: newTs() });
}

/** Someone opens the bot in the assistant's split view. */
export function assistantThreadStarted(): Envelope {
  const thread = { user_id: userId, context: {}, channel_id: dmChannelId, thread_ts: newTs() };
  return event({ type: 'assistant_thread_started', assistant_thread: thread, event_ts: newTs() });
}

/** The same event once more: it keeps its event_id. */
export function asRetry(envelope: Envelope, attempt = 1, reason = 'timeout'): Envelope {
  return { ...envelope, retry: { attempt, reason } };
}

/** Someone picks the bot's shortcut from the menu of a message. */
export function messageShortcut(callbackId: string, message: Json, extra: Json = {}): Envelope {
  const shown = { type: 'message', user: userId, ts: newTs(), ...message };
  return interaction({
    type: 'message_action',
    callback_id: callbackId,
    action_ts: newTs(),
    channel,
    message_ts: shown.ts,
    message: shown,
    ...extra,
  });
}

/** Where a button was pressed. */
export interface Pressed {
  /** The message the button stands in, as the bot sent it. */
  readonly message?: Json;
  /** `{ type: 'view', view_id }` for a button in a view: then there is no message and no response_url. */
  readonly container?: Json;
  /** Slack does not send an ephemeral message back. Default false. */
  readonly ephemeral?: boolean;
  /** Anything else for the payload. */
  readonly extra?: Json;
}

/** Someone presses a button: `action` is the button as the bot sent it, or the part of it that matters. */
export function buttonPress(
  action: Json,
  { message, container, ephemeral = false, extra }: Pressed = {},
): Envelope {
  const shown = { type: 'message', user: botUserId, ts: newTs(), ...message };
  const actions = [{ type: 'button', block_id: 'block', ...action, action_ts: newTs() }];
  const common = { type: 'block_actions', state: { values: {} }, actions };
  if (container?.type === 'view') return interaction({ ...common, container, ...extra });
  const where = { type: 'message', message_ts: shown.ts, channel_id: channelId, is_ephemeral: ephemeral };
  return interaction({
    ...common,
    container: { ...where, ...container },
    channel: { ...channel, id: textIn(container?.channel_id) || channelId },
    ...(!ephemeral && { message: shown }),
    ...extra,
  });
}

/** Someone submits a modal; `state` is `{ [block_id]: { [action_id]: { type, value } } }`. */
export function viewSubmission(callbackId: string, state: Json = {}, privateMetadata = ''): Envelope {
  const view = { id: newId('V'), type: 'modal', team_id: teamId, app_id: appId, callback_id: callbackId };
  const filled = { ...view, private_metadata: privateMetadata, state: { values: state }, hash: newId('') };
  return interaction({ type: 'view_submission', view: filled, response_urls: [] });
}

/** Whether Slack offers a response_url with this. */
export function hasResponseUrl({ type, payload }: Envelope): boolean {
  if (type === 'events_api' || payload.type === 'view_submission') return false;
  return recordOf(payload.container).type !== 'view';
}

function interaction(payload: Json): Envelope {
  const app = { api_app_id: appId, token: 'unused', is_enterprise_install: false, enterprise: null };
  return { type: 'interactive', payload: { team, user, ...app, ...payload } };
}

function event(inner: Json): Envelope {
  const installed = { enterprise_id: null, team_id: teamId, user_id: botUserId };
  return {
    type: 'events_api',
    payload: {
      type: 'event_callback',
      token: 'unused',
      team_id: teamId,
      context_team_id: teamId,
      context_enterprise_id: null,
      api_app_id: appId,
      event: inner,
      event_id: newId('Ev'),
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ ...installed, is_bot: true, is_enterprise_install: false }],
      is_ext_shared_channel: false,
    },
  };
}
