import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter, Bot } from '../../../src/adapters/adapter.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import type { SlackConfig } from '../../../src/adapters/slack/config.ts';
import type { Invocation } from '../../../src/bot/command.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { collectLog, unheard } from '../../support/log.ts';
import { openService, type RunningService } from '../../support/service.ts';
import {
  asRetry,
  buttonPress,
  directMessage,
  type Envelope,
  homeOpened,
  mention,
  messageShortcut,
  slashCommand,
} from '../../support/slack/envelopes.ts';
import { createSlackServer, type SlackServer } from '../../support/slack/server.ts';

let server: SlackServer;
let bot: Bot;
let adapter: Adapter;
let lines: string[];
/** What reached the bot, in order. */
let heard: Invocation[];

interface Message {
  readonly response_type?: string;
  readonly replace_original?: boolean;
  readonly thread_ts?: string;
  readonly text: string;
  readonly unfurl_links?: boolean;
  readonly blocks: readonly Record<string, unknown>[];
}

async function connect(
  mode: SlackConfig['mode'] = { type: 'socket', appToken: server.appToken },
  publicUrl?: string,
): Promise<void> {
  const listening: Bot = {
    ...bot,
    dispatch: (invocation) => {
      heard.push(invocation);
      return bot.dispatch(invocation);
    },
  };
  adapter = createSlackAdapter(listening, {
    botToken: server.botToken,
    apiUrl: server.apiUrl,
    publicUrl,
    mode,
    ...unheard,
    log: collectLog(lines),
  });
  await adapter.start();
}

/** Sends something over the socket and gives back the first message to its response_url. */
async function answerTo(envelope: Envelope): Promise<Message> {
  const sent = await server.send(envelope);
  expect(sent.ackAfterMs).toBeLessThan(3_000);
  await vi.waitFor(() => expect(sent.responses.length).toBeGreaterThan(0));
  return sent.responses[0] as unknown as Message;
}

/** The first message that the bot posts in a channel after the sending. */
async function postAfter(envelope: Envelope): Promise<Message> {
  const before = posts().length;
  await server.send(envelope);
  await vi.waitFor(() => expect(posts().length).toBeGreaterThan(before));
  return posts()[before] as Message;
}

const posts = () =>
  server.calls
    .filter(({ method }) => method === 'chat.postMessage')
    .map(({ body }) => body as unknown as Message);
const textOf = ({ blocks }: Message) => JSON.stringify(blocks);
const elementsOf = ({ blocks }: Message) =>
  blocks.flatMap(({ type, elements }) => (type === 'actions' ? (elements as Record<string, unknown>[]) : []));
const press = (message: Message, label: string, ephemeral = true) => {
  const found = elementsOf(message).find(
    ({ text }) => (text as { text: string } | undefined)?.text === label,
  );
  return buttonPress({ action_id: found?.action_id, value: found?.value, text: found?.text }, { ephemeral });
};

beforeEach(async () => {
  lines = [];
  heard = [];
  server = await createSlackServer();
  bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' });
});

afterEach(async () => {
  await adapter.stop();
  await server.close();
});

describe('over Socket Mode', () => {
  beforeEach(() => connect());

  it('answers a command only to the asker, with sources, related questions and a button to share', async () => {
    const message = await answerTo(slashCommand('when did the bridge open'));
    expect(message.response_type).toBe('ephemeral');
    expect(textOf(message)).toContain('opened to traffic on 1 June 2020. [1][2]');
    expect(textOf(message)).toContain('<https://example.org/bridge-opens|River Post, reporting Wire Service');
    expect(textOf(message)).toContain('Established fact, as of 1 June 2020');
    expect(message.text).toContain('opened to traffic on 1 June 2020');
    expect(message.unfurl_links).toBe(false);
    expect(elementsOf(message).map(({ text }) => (text as { text: string }).text)).toEqual([
      'What did the mayor say the bridge cost?',
      'How much did the bridge cost according to the auditors?',
      'Do I have to pay a toll?',
      'Share with channel',
    ]);
    expect(server.rejected).toEqual([]);
  });

  it.each([
    ['', 'Answers about the Long Bridge'],
    ['help', 'In a thread, where commands do not work, mention me'],
    ['ask when did the bridge open', 'opened to traffic'],
    ['fact audit-cost', '19 million'],
    ['timeline from:2019', 'Timeline'],
    ['topics', 'The bridge'],
    ['sources', '3 reports by 3 publishers'],
    ['check the bridge cost 12 million', 'Checked against the facts'],
    ['who sells umbrellas on the bridge', 'I have no sourced fact on that.'],
    ['timeline from:yesterday', 'from is not a date'],
  ])('understands "/minerals %s"', async (line, expected) => {
    expect(textOf(await answerTo(slashCommand(line)))).toContain(expected);
    expect(server.rejected).toEqual([]);
  });

  it('posts for all when the asker says so, with the question above', async () => {
    const message = await answerTo(slashCommand('when did the bridge open --public'));
    expect(message.response_type).toBe('in_channel');
    expect(textOf(message)).toContain('Asked: when did the bridge open');
    expect(textOf(message)).not.toContain('Share with channel');
  });

  it('can neither ping nor bring markup in', async () => {
    const message = await answerTo(
      slashCommand('<!channel> <@U123> *when* did the <https://evil.example|bridge> open --public'),
    );
    const formatted = JSON.stringify(message.blocks.filter(({ type }) => type === 'section'));
    expect(formatted + message.text).not.toMatch(/<!channel>|<@U|<https:\/\/evil/);
  });

  it('reads 6,000 characters', async () => {
    expect(textOf(await answerTo(slashCommand('when did the bridge open '.repeat(240))))).toContain(
      'opened to traffic',
    );
    expect(server.rejected).toEqual([]);
  });

  it('answers a mention in its thread', async () => {
    const message = await postAfter(mention('when did the bridge open?', { thread_ts: '1700000000.000100' }));
    expect(message.thread_ts).toBe('1700000000.000100');
    expect(textOf(message)).toContain('opened to traffic');
  });

  it('answers a direct message, and no other message', async () => {
    await server.send(directMessage('when did the bridge open', { channel_type: 'channel' }));
    await server.send(directMessage('when did the bridge open', { bot_id: 'B1' }));
    const message = await postAfter(directMessage('is the bridge free'));
    expect(textOf(message)).toContain('free of charge');
    expect(posts()).toHaveLength(1);
  });

  it('checks a message privately', async () => {
    const message = await answerTo(
      messageShortcut('check_message', { text: 'I heard the bridge cost 12 million dollars.' }),
    );
    expect(message.response_type).toBe('ephemeral');
    expect(textOf(message)).toContain('“I heard the bridge cost 12 million dollars.”');
    expect(textOf(message)).toContain('Claim by Ada Stone, disputed');
  });

  it('answers a related question in place, and beside a shared answer only to the presser', async () => {
    const message = await answerTo(slashCommand('when did the bridge open'));
    const inPlace = await answerTo(press(message, 'Do I have to pay a toll?'));
    expect(inPlace).toMatchObject({ replace_original: true });
    expect(textOf(inPlace)).toContain('The council dropped the toll');
    const beside = await answerTo(press(message, 'Do I have to pay a toll?', false));
    expect(beside).toMatchObject({ replace_original: false, response_type: 'ephemeral' });
  });

  it('shares an answer with the question above it', async () => {
    const message = await answerTo(slashCommand('when did the bridge open'));
    const shared = await answerTo(press(message, 'Share with channel'));
    expect(shared).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(textOf(shared)).toContain('Asked: when did the bridge open');
  });

  it('explains a button of another version', async () => {
    const message = await answerTo(buttonPress({ action_id: 'run.0.1', value: 'fact:fact=audit-cost' }));
    expect(textOf(message)).toContain('no longer works');
  });

  it('shows a Home with a box to ask, the latest facts, the topics and how privacy is kept', async () => {
    await server.send(homeOpened());
    await vi.waitFor(() => expect(server.calls.some(({ method }) => method === 'views.publish')).toBe(true));
    const view = JSON.stringify(server.calls.find(({ method }) => method === 'views.publish')?.body);
    for (const part of ['plain_text_input', 'Latest facts', 'What I know of the Long Bridge', 'Privacy']) {
      expect(view).toContain(part);
    }
    expect(server.rejected).toEqual([]);
  });

  it('answers a question in Ukrainian in it, and goes on in it', async () => {
    const message = await answerTo(slashCommand('коли відкрили міст'));
    expect(textOf(message)).toContain('Довгий міст через річку відкрили');
    const nearest = elementsOf(message).find(({ text }) => /\?/.test(JSON.stringify(text ?? '')));
    expect(elementsOf(message).at(-1)?.text).toMatchObject({ text: 'Показати всім у каналі' });
    const { action_id, value, text } = nearest ?? {};
    const followed = await answerTo(buttonPress({ action_id, value, text }, { ephemeral: true }));
    expect(textOf(followed)).toContain('*Джерела*');
    expect(textOf(followed)).toContain('Текст факту наразі лише англійською.');
    expect(server.rejected).toEqual([]);
  });

  it('explains an old button in the language that it is labelled in', async () => {
    const old = { action_id: 'run.0.1', value: 'old', text: { type: 'plain_text', text: 'Схоже запитання' } };
    expect(textOf(await answerTo(buttonPress(old)))).toContain('Ця кнопка залишилася від іншої версії бота');
  });

  it('shows the Home in the language that it was last asked in', async () => {
    const published = () =>
      server.calls
        .filter(({ method }) => method === 'views.publish')
        .map(({ body }) => body as unknown as { view: { private_metadata: string; blocks: object[] } });
    const view = { type: 'home', private_metadata: 'en' };
    const question = { type: 'plain_text_input', action_id: 'ask.1', value: 'коли відкрили міст?' };
    await server.send(buttonPress(question, { container: { type: 'view' }, extra: { view } }));
    await vi.waitFor(() => expect(published()).toHaveLength(1));
    expect(JSON.stringify(published()[0])).toContain('Поставте запитання');
    const opened = homeOpened();
    const event = { ...(opened.payload.event as object), view: published()[0]?.view };
    await server.send({ ...opened, payload: { ...opened.payload, event } });
    await vi.waitFor(() => expect(published()).toHaveLength(2));
    for (const part of ['Найновіші факти', 'Приватність']) {
      expect(JSON.stringify(published()[1])).toContain(part);
    }
    expect(server.rejected).toEqual([]);
  });

  it('takes a thread for a conversation, and direct messages, but not a channel', async () => {
    const first = '1700000000.000100';
    await postAfter(mention('when did the bridge open?', { ts: first }));
    await postAfter(mention('is the bridge free', { thread_ts: first }));
    await postAfter(mention('is the bridge free', { thread_ts: '1700000000.000200' }));
    await postAfter(directMessage('when did the bridge open'));
    await postAfter(directMessage('is the bridge free'));
    await answerTo(slashCommand('when did the bridge open'));
    const [began, went, other, direct, directToo, inChannel] = heard.map(({ conversation }) => conversation);
    expect(began).toMatch(/^slack:T\w+:C\w+:1700000000\.000100$/);
    expect(went).toBe(began);
    expect(other).not.toBe(began);
    expect(direct).toMatch(/^slack:T\w+:D\w+$/);
    expect(directToo).toBe(direct);
    expect(inChannel).toBeUndefined();
  });

  it('goes on in the thread when a button is pressed there', async () => {
    const thread_ts = '1700000000.000100';
    const message = await postAfter(mention('when did the bridge open?', { thread_ts }));
    const [related] = elementsOf(message);
    const { action_id, value, text } = related ?? {};
    await answerTo(buttonPress({ action_id, value, text }, { message: { thread_ts } }));
    expect(heard[1]?.conversation).toBe(heard[0]?.conversation);
    expect(heard[1]?.command).toBe('fact');
  });

  it('answers an event once, however often Slack sends it', async () => {
    const event = mention('when did the bridge open');
    await postAfter(event);
    const sent = await server.send(asRetry(event));
    expect(sent.ack).toBeDefined();
    await postAfter(mention('is the bridge free'));
    expect(posts()).toHaveLength(2);
  });

  it('comes back when the socket is refreshed or lost', async () => {
    server.refreshSocket();
    expect(textOf(await answerTo(slashCommand('when did the bridge open')))).toContain('opened to traffic');
    server.dropSocket();
    expect(textOf(await answerTo(slashCommand('is the bridge free')))).toContain('free of charge');
    expect(server.connections).toBeGreaterThanOrEqual(3);
  });

  it('waits out a rate limit', async () => {
    server.limitNext('chat.postMessage', 1);
    expect(textOf(await postAfter(mention('when did the bridge open')))).toBeDefined();
    await vi.waitFor(() => expect(posts().length).toBeGreaterThanOrEqual(2), { timeout: 5_000 });
  });

  it('loses none of two hundred commands that come at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 200 }, () => server.send(slashCommand('when did the bridge open'))),
    );
    await vi.waitFor(() => expect(all.every(({ responses }) => responses.length === 1)).toBe(true), {
      timeout: 10_000,
    });
    for (const { ackAfterMs } of all) expect(ackAfterMs).toBeLessThan(3_000);
  });
});

describe('over HTTP', () => {
  let url: string;
  let service: RunningService;

  beforeEach(async () => {
    await connect({ type: 'http', signingSecret: server.signingSecret });
    service = await openService([adapter]);
    url = `${service.origin}/slack/events`;
  });

  afterEach(() => service.close());

  it('answers a signed command', async () => {
    const { status, responses } = await server.post(url, slashCommand('when did the bridge open'));
    expect(status).toBe(200);
    await vi.waitFor(() => expect(responses).toHaveLength(1));
  });

  it.each(['bad', 'stale', 'none'] as const)('refuses a request with a %s signature', async (signature) => {
    const { status, responses } = await server.post(url, slashCommand('when did the bridge open'), {
      signature,
    });
    expect(status).toBe(401);
    expect(responses).toEqual([]);
  });

  it('does not handle a signed request that is sent once more', async () => {
    const first = await server.post(url, slashCommand('when did the bridge open'));
    await vi.waitFor(() => expect(first.responses).toHaveLength(1));
    const again = await server.post(url, slashCommand(''), { replayOf: first.request });
    expect(again.status).toBe(200);
    await server.post(url, slashCommand('is the bridge free'));
    expect(first.responses).toHaveLength(1);
  });

  it('answers a retried event once', async () => {
    const event = mention('when did the bridge open');
    await server.post(url, event);
    await vi.waitFor(() => expect(posts()).toHaveLength(1));
    expect((await server.post(url, asRetry(event))).status).toBe(200);
    await server.post(url, mention('is the bridge free'));
    await vi.waitFor(() => expect(posts()).toHaveLength(2));
  });

  it('says that it is there', async () => {
    const response = await fetch(new URL('/healthz', url));
    expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
  });
});
