import { type Json, recordOf, textIn } from './json.ts';
import { requireMessage, requireView, SlackError } from './validate.ts';
import { newId, newTs, WORKSPACE } from './workspace.ts';

const { teamId, teamDomain, appId, botId, botUserId, channelId, channelName, dmChannelId } = WORKSPACE;

/** A method of the Web API: what it answers beside `ok`. Throws a SlackError to refuse. */
export type Method = (body: Json) => Json;

export interface MethodOptions {
  /** What users.info adds for a user id, such as `{ tz, locale }`. */
  readonly users: Readonly<Record<string, Json>>;
  /** What each of these methods is refused with, such as `{ 'users.info': 'missing_scope' }`. */
  readonly refusals: Readonly<Record<string, string>>;
  /** @throws {SlackError} when the trigger opens nothing (any more) */
  readonly useTrigger: (id: unknown) => void;
  readonly openSocketUrl: () => string;
}

/** All methods this Slack knows, by name. */
export function createMethods(options: MethodOptions): ReadonlyMap<string, Method> {
  const served = { ...identityMethods(options), ...messageMethods(), ...viewMethods(options) };
  // Looked up at each call: a test may change what is refused.
  const refuseOr =
    (name: string, method: Method): Method =>
    (body) => {
      const error = options.refusals[name];
      if (error !== undefined) throw new SlackError(error);
      return method(body);
    };
  return new Map(Object.entries(served).map(([name, method]) => [name, refuseOr(name, method)]));
}

function identityMethods({ users, openSocketUrl }: MethodOptions): Record<string, Method> {
  const bot = { team_id: teamId, user_id: botUserId, bot_id: botId, is_enterprise_install: false };
  const home: Json = { tz: 'Europe/Kyiv', tz_offset: 7_200, locale: 'en-US' };
  return {
    'auth.test': () => ({
      url: `https://${teamDomain}.slack.com/`,
      team: 'Loopback',
      user: 'minerals',
      ...bot,
    }),
    'apps.connections.open': () => ({ url: openSocketUrl() }),
    'conversations.open': () => ({ channel: { id: dmChannelId } }),
    'users.conversations': () => ({
      channels: [{ id: channelId, name: channelName, is_channel: true, is_member: true }],
      response_metadata: { next_cursor: '' },
    }),
    'users.info': (body) => {
      const id = textIn(body.user);
      if (id === '') throw new SlackError('user_not_found');
      const { locale, ...others } = { ...home, ...users[id] };
      // A form says "true" where JSON says true.
      const asked = body.include_locale === true || body.include_locale === 'true';
      return {
        user: { id, team_id: teamId, is_bot: id === botUserId, ...others, ...(asked && { locale }) },
      };
    },
  };
}

function messageMethods(): Record<string, Method> {
  const posted = new Set<string>();
  const keyOf = ({ channel, ts }: Json) => `${channel} ${ts}`;
  const show = ({ channel, text, blocks, thread_ts }: Json, ts: string) => ({
    channel,
    ts,
    message: { type: 'message', user: botUserId, bot_id: botId, ts, text, blocks, thread_ts },
  });
  const requirePosted = (body: Json) => {
    if (!posted.has(keyOf(body))) throw new SlackError('message_not_found');
  };
  return {
    'chat.postMessage': (body) => {
      requireAll(body, { channel: 'channel_not_found' });
      requireMessage(body);
      const ts = newTs();
      posted.add(keyOf({ channel: body.channel, ts }));
      return show(body, ts);
    },
    'chat.postEphemeral': (body) => {
      requireAll(body, { channel: 'channel_not_found', user: 'user_not_found' });
      requireMessage(body);
      return { message_ts: newTs() };
    },
    'chat.getPermalink': (body) => {
      const { channel, message_ts: ts } = body;
      requirePosted({ channel, ts });
      const name = `p${textIn(ts).replace('.', '')}`;
      return { channel, permalink: `https://${teamDomain}.slack.com/archives/${textIn(channel)}/${name}` };
    },
    'chat.update': (body) => {
      requirePosted(body);
      requireMessage(body);
      return { text: body.text, ...show(body, textIn(body.ts)) };
    },
    'chat.delete': (body) => {
      requirePosted(body);
      posted.delete(keyOf(body));
      return { channel: body.channel, ts: body.ts };
    },
  };
}

function viewMethods({ useTrigger }: MethodOptions): Record<string, Method> {
  const open = new Set<string>();
  const show = (body: Json, id: string) => {
    const view = recordOf(body.view);
    requireView(view);
    open.add(id);
    return { view: { ...view, id, team_id: teamId, app_id: appId, bot_id: botId, hash: newId('') } };
  };
  return {
    'views.open': (body) => {
      requireView(recordOf(body.view));
      useTrigger(body.trigger_id);
      return show(body, newId('V'));
    },
    'views.publish': (body) => {
      requireAll(body, { user_id: 'user_not_found' });
      return show(body, newId('V'));
    },
    'views.update': (body) => {
      if (!open.has(textIn(body.view_id))) throw new SlackError('not_found');
      return show(body, textIn(body.view_id));
    },
  };
}

function requireAll(body: Json, errors: Readonly<Record<string, string>>): void {
  for (const [key, error] of Object.entries(errors)) {
    if (textIn(body[key]) === '') throw new SlackError(error);
  }
}
