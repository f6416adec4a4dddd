import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import type { OpenedBot } from '../../../src/bot-setup.ts';
import { unheard } from '../../support/log.ts';
import { openDeskBot } from '../../support/open-desk-bot.ts';
import {
  buttonPress,
  directMessage,
  type Envelope,
  homeOpened,
  mention,
  slashCommand,
} from '../../support/slack/envelopes.ts';
import { type Json, recordsOf } from '../../support/slack/json.ts';
import { createSlackServer, type SlackServer } from '../../support/slack/server.ts';

let server: SlackServer;
let bot: OpenedBot;
let adapter: Adapter;

const users = { U0ADMIN: { is_admin: true }, U0OWNER: { is_owner: true }, U0PERSON: { is_admin: false } };
const refusals: Record<string, string> = {};

beforeEach(async () => {
  delete refusals['users.info'];
  server = await createSlackServer({ users, refusals });
  bot = await openDeskBot({ DATABASE_FILE: ':memory:' });
  adapter = createSlackAdapter(bot, {
    botToken: server.botToken,
    apiUrl: server.apiUrl,
    mode: { type: 'socket', appToken: server.appToken },
    ...unheard,
  });
  await adapter.start();
});

afterEach(async () => {
  await adapter.stop();
  await server.close();
  await bot.close();
});

/** What comes back to the response_url. */
async function answerTo(envelope: Envelope): Promise<Json> {
  const sent = await server.send(envelope);
  await vi.waitFor(() => expect(sent.responses.length).toBeGreaterThan(0));
  return sent.responses[0] ?? {};
}

/** The next call of one of these methods. */
async function callAfter(
  envelope: Envelope,
  ...methods: readonly string[]
): Promise<Json & { method: string }> {
  const calls = () => server.calls.filter(({ method }) => methods.includes(method));
  const before = calls().length;
  await server.send(envelope);
  await vi.waitFor(() => expect(calls().length).toBeGreaterThan(before));
  const call = calls()[before];
  return { ...(call?.body as Json), method: call?.method ?? '' };
}

const set = (text: string, user = 'U0ADMIN') => answerTo(slashCommand(`settings ${text}`, { user_id: user }));
const posting = ['chat.postMessage', 'chat.postEphemeral'];
const textOf = ({ blocks }: Json) => JSON.stringify(blocks);
const buttonsOf = ({ blocks }: Json) => recordsOf(blocks).flatMap(({ elements }) => recordsOf(elements));
const labelled = (message: Json, label: string) =>
  buttonsOf(message).find(({ text }) => (text as Json | undefined)?.text === label);
const question = 'when did the bridge open';

describe('settings on Slack', () => {
  it.each(['U0ADMIN', 'U0OWNER'])('are changed by %s, an admin or owner', async (user) => {
    expect(textOf(await set('language:uk', user))).toContain('language: Ukrainian (was: ');
    expect(textOf(await answerTo(slashCommand('topics')))).toContain('Що я знаю');
  });

  it('are refused to anybody else, also at a press', async () => {
    const shown = await set('');
    expect(shown.response_type).toBe('ephemeral');
    const { action_id, value } = labelled(shown, 'answers: public') ?? {};
    expect(textOf(await answerTo(buttonPress({ action_id, value })))).toContain('You may not do this here');
    expect(textOf(await set('answers:public', 'U0PERSON'))).toContain('You may not do this here');
    expect((await answerTo(slashCommand(question))).response_type).toBe('ephemeral');
  });

  it('say what is missing where Slack does not tell who is an admin', async () => {
    refusals['users.info'] = 'missing_scope';
    const refused = textOf(await set('answers:public')).replaceAll('\u200b', '');
    expect(refused).toMatch(/users:read.*SLACK_USER_LOCALE=on.*slack:manifest.*installs the app again/);
    expect((await answerTo(slashCommand(question))).response_type).toBe('ephemeral');
  });

  it('answer a mention privately where nothing may be public', async () => {
    expect((await callAfter(mention(question), ...posting)).method).toBe('chat.postMessage');
    await set('channels:nowhere');
    const refused = await callAfter(mention(question), ...posting);
    expect(refused).toMatchObject({ method: 'chat.postEphemeral', user: 'U0PERSON' });
    expect(refused).not.toHaveProperty('thread_ts');
    expect(textOf(refused)).toContain('the admins here have decided');
    expect(textOf(refused)).toContain('opened to traffic');
    expect(await callAfter(directMessage(question), ...posting)).toMatchObject({
      method: 'chat.postMessage',
    });
    const command = await answerTo(slashCommand(`${question} --public`));
    expect(command.response_type).toBe('ephemeral');
    expect(labelled(command, 'Share with channel')).toBeUndefined();
  });

  it('are asked again when somebody shares an answer', async () => {
    const answer = await answerTo(slashCommand(question));
    const { action_id, value } = labelled(answer, 'Share with channel') ?? {};
    await set('channels:nowhere');
    const refused = await answerTo(buttonPress({ action_id, value }, { ephemeral: true }));
    expect(refused.response_type).toBe('ephemeral');
    expect(textOf(refused)).toContain('the admins here have decided');
  });

  it('make answers public in the channels that are listed', async () => {
    await set('answers:public channels:here');
    expect((await answerTo(slashCommand(question))).response_type).toBe('in_channel');
    const elsewhere = await answerTo(slashCommand(question, { channel_id: 'C0OTHER1' }));
    expect(elsewhere.response_type).toBe('ephemeral');
  });

  it('take channels as a mention of the bot has them', async () => {
    const said = await callAfter(
      mention('settings channels:<#C0AAA1|one>,<#C0BBB2>', { user: 'U0ADMIN' }),
      ...posting,
    );
    expect(said.method).toBe('chat.postEphemeral');
    expect(textOf(said)).toContain('channels: C0AAA1, C0BBB2 (was: everywhere)');
  });

  it('stand on the Home tab, with what is kept', async () => {
    await set('pictures:off');
    const home = JSON.stringify(await callAfter(homeOpened(), 'views.publish'));
    expect(home).toContain('not shown, their words are');
    expect(home).toContain('What is never kept');
    expect(server.rejected).toEqual([]);
  });
});

describe('the same answer in one thread', () => {
  it('is linked, and told to the asker alone', async () => {
    const inThread = { thread_ts: '1764000000.000100' };
    await callAfter(mention(question, inThread), 'chat.getPermalink');
    await vi.waitFor(async () => {
      const again = await callAfter(mention(question, inThread), ...posting);
      expect(again).toMatchObject({ method: 'chat.postEphemeral', ...inThread });
      expect(textOf(again)).toMatch(/<https:\/\/[\w-]+\.slack\.com\/archives\/C\w+\/p\d+\|To that answer>/);
    });
    expect((await callAfter(mention(question), ...posting)).method).toBe('chat.postMessage');
  });

  it('is there all the same where Slack gives no link', async () => {
    refusals['chat.getPermalink'] = 'not_in_channel';
    const inThread = { thread_ts: '1764000000.000100' };
    await callAfter(mention(question, inThread), 'chat.getPermalink');
    const again = await callAfter(mention(question, inThread), ...posting);
    expect(textOf(again)).toContain('just above');
    delete refusals['chat.getPermalink'];
  });
});
