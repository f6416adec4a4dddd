import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { collectLog, unheard } from '../../support/log.ts';
import {
  buttonPress,
  directMessage,
  type Envelope,
  homeOpened,
  mention,
  messageShortcut,
  slashCommand,
} from '../../support/slack/envelopes.ts';
import { createSlackServer, type SlackServer, type SlackServerOptions } from '../../support/slack/server.ts';

let server: SlackServer;
let lines: string[];

const ukrainian = { users: { U0PERSON: { locale: 'uk-UA' } } };
const english = { users: { U0PERSON: { locale: 'en-GB' } } };

async function connect(options: SlackServerOptions, asksLocale = true): Promise<void> {
  lines = [];
  server = await createSlackServer(options);
  const bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' });
  const adapter = createSlackAdapter(bot, {
    botToken: server.botToken,
    apiUrl: server.apiUrl,
    mode: { type: 'socket', appToken: server.appToken },
    asksLocale,
    ...unheard,
    log: collectLog(lines),
  });
  onTestFinished(async () => {
    await adapter.stop();
    await server.close();
    await bot.close();
  });
  await adapter.start();
}

const callsOf = (method: string) => server.calls.filter((call) => call.method === method);
const lookUps = () => callsOf('users.info').map(({ body }) => body);

async function answerTo(envelope: Envelope): Promise<string> {
  const { responses } = await server.send(envelope);
  await vi.waitFor(() => expect(responses).toHaveLength(1));
  return JSON.stringify(responses);
}

/** What the next call of the method, after the sending, carries. */
async function bodyAfter(method: string, envelope: Envelope): Promise<string> {
  const before = callsOf(method).length;
  await server.send(envelope);
  await vi.waitFor(() => expect(callsOf(method).length).toBeGreaterThan(before));
  return JSON.stringify(callsOf(method)[before]?.body);
}

const topics = { en: 'What I know of the Long Bridge', uk: 'Що я знаю на тему' };

/** A press of a button for the topics, in a private reply. */
const topicsButton = (language: string) =>
  buttonPress(
    { action_id: 'run.1.1', value: `${language}topics:`, text: { type: 'plain_text', text: 'Topics' } },
    { ephemeral: true },
  );

describe('with SLACK_USER_LOCALE=on', () => {
  it('answers what shows no language in the one that the person has set', async () => {
    await connect(ukrainian);
    expect(await answerTo(slashCommand('topics'))).toContain(topics.uk);
    expect(lookUps()).toEqual([{ user: 'U0PERSON', include_locale: 'true' }]);
    expect(await bodyAfter('chat.postMessage', mention('timeline from:2019'))).toContain('Хронологія');
    expect(await bodyAfter('chat.postMessage', directMessage('fact audit-cost'))).toContain('Джерела');
    const message = { text: 'I heard the bridge cost 12 million dollars.' };
    expect(await answerTo(messageShortcut('check_message', message))).toContain('Джерела');
    expect(await bodyAfter('views.publish', homeOpened())).toContain('я питаю у Slack');
    expect(lookUps()).toHaveLength(5);
    expect([server.rejected, lines]).toEqual([[], ['Slack: connected.']]);
  });

  it('asks each time anew, and keeps nothing', async () => {
    await connect(ukrainian);
    await answerTo(slashCommand('topics'));
    await answerTo(slashCommand('topics'));
    expect(lookUps()).toHaveLength(2);
  });

  it('does not ask where a question, a text in Ukrainian or the reply that is acted on says it', async () => {
    await connect(english);
    expect(await answerTo(slashCommand('when did the bridge open'))).toContain('Sources');
    expect(await answerTo(slashCommand('коли відкрили міст'))).toContain('Джерела');
    expect(await answerTo(slashCommand('check міст коштував 12 мільйонів'))).toContain('Зіставлення');
    const view = { type: 'home', private_metadata: 'uk' };
    const opened = homeOpened();
    const event = { ...(opened.payload.event as object), view };
    const home = await bodyAfter('views.publish', { ...opened, payload: { ...opened.payload, event } });
    expect(home).toContain('Приватність');
    expect(await answerTo(topicsButton('uk/'))).toContain(topics.uk);
    expect(lookUps()).toEqual([]);
  });

  it('goes on in the English of a reply, whatever the person has set', async () => {
    await connect(ukrainian);
    expect(await answerTo(topicsButton(''))).toContain(topics.en);
    expect(lookUps()).toEqual([]);
  });

  it.each([
    ['missing_scope', /missing_scope.*Add the scope users:read/],
    ['user_not_visible', /user_not_visible/],
  ])('answers in English when Slack says %s, and tells the operator once', async (error, told) => {
    await connect({ ...ukrainian, refusals: { 'users.info': error } });
    expect(await answerTo(slashCommand('topics'))).toContain(topics.en);
    expect(await answerTo(slashCommand('topics'))).toContain(topics.en);
    expect(lines).toEqual(['Slack: connected.', expect.stringMatching(told)]);
    expect(lines.join()).not.toContain('U0PERSON');
  });

  it('does not keep anybody waiting for a rate limit', async () => {
    await connect(ukrainian);
    server.limitNext('users.info', 60);
    expect(await answerTo(slashCommand('topics'))).toContain(topics.en);
    expect(lines).toEqual(['Slack: connected.', expect.stringContaining('(ratelimited)')]);
    expect(await answerTo(slashCommand('topics'))).toContain(topics.uk);
  });
});

describe('by default', () => {
  it('asks Slack nothing about a person', async () => {
    await connect(ukrainian, false);
    expect(await answerTo(slashCommand('topics'))).toContain(topics.en);
    expect(await bodyAfter('views.publish', homeOpened())).not.toContain('I ask Slack');
    expect(lookUps()).toEqual([]);
  });
});
