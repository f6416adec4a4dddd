import { once } from 'node:events';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  asRetry,
  assistantThreadStarted,
  buttonPress,
  directMessage,
  homeOpened,
  mention,
  messageShortcut,
  slashCommand,
  viewSubmission,
} from './envelopes.ts';
import { createSlackServer, type SlackServer } from './server.ts';

const logLevel = LogLevel.ERROR;
const text = (words: string) => ({ type: 'plain_text' as const, text: words });
const button = (label: string) => ({ type: 'button' as const, action_id: 'more', text: text(label) });
const actions = (label: string) => [{ type: 'actions' as const, elements: [button(label)] }];
const modal = (title: string) => ({ type: 'modal' as const, title: text(title), blocks: [] });

let server: SlackServer;

beforeEach(async () => {
  server = await createSlackServer({ users: { U0PERSON: { tz: 'America/New_York', locale: 'uk-UA' } } });
  onTestFinished(() => server.close());
});

const methodsCalled = () => server.calls.map(({ method }) => method);

/** A bot on the socket, connected, that does what `listen` says. */
async function startOnSocket(listen: (app: App) => void): Promise<App> {
  const { botToken: token, appToken, apiUrl: slackApiUrl } = server;
  const app = new App({ token, appToken, socketMode: true, logLevel, clientOptions: { slackApiUrl } });
  return startApp(app, listen);
}

/** The same bot behind HTTP; gives the url it listens at. */
async function startOnHttp(listen: (app: App) => void): Promise<string> {
  const { botToken: token, signingSecret, apiUrl: slackApiUrl } = server;
  const receiver = new HTTPReceiver({ signingSecret, port: 0, logLevel: LogLevel.ERROR });
  const app = new App({ token, receiver, logLevel, clientOptions: { slackApiUrl } });
  listen(app);
  const http = await receiver.start(0);
  onTestFinished(async () => void (await app.stop()));
  if (!http.listening) await once(http, 'listening');
  const address = http.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/slack/events`;
}

async function startApp(app: App, listen: (app: App) => void): Promise<App> {
  listen(app);
  onTestFinished(async () => void (await app.stop()));
  await app.start();
  return app;
}

const answerCommand = (app: App): void =>
  app.command('/minerals', async ({ ack, command, respond }) => {
    await ack();
    await respond(`You asked: ${command.text}`);
  });

describe('Socket Mode', () => {
  it('brings a command, its ack and what is said to the response_url', async () => {
    await startOnSocket(answerCommand);
    const { ack, ackAfterMs, responses } = await server.send(slashCommand('lithium'));
    expect([ack, server.connections]).toEqual([{}, 1]);
    expect(ackAfterMs).toBeLessThan(3_000);
    await expect.poll(() => responses).toEqual([{ text: 'You asked: lithium' }]);
    expect(server.rejected).toEqual([]);
  });

  it('says that there was no ack within three seconds', async () => {
    await startOnSocket((app) => app.command('/minerals', async () => {}));
    expect(await server.send(slashCommand('lithium'))).toMatchObject({
      ack: undefined,
      ackAfterMs: undefined,
    });
  });

  it('waits for a client that was asked to reconnect', async () => {
    await startOnSocket(answerCommand);
    server.refreshSocket();
    const { ack, responses } = await server.send(slashCommand('again'));
    expect([ack, server.connections]).toEqual([{}, 2]);
    await expect.poll(() => responses).toHaveLength(1);
  });

  it('waits for a client that was cut off and comes back sooner than by default', async () => {
    const { botToken: token, appToken, apiUrl: slackApiUrl } = server;
    const clientOptions = { slackApiUrl };
    const installerOptions = { clientOptions: { slackApiUrl } };
    const receiver = new SocketModeReceiver({ appToken, clientPingTimeout: 200, installerOptions, logLevel });
    await startApp(new App({ token, socketMode: true, receiver, logLevel, clientOptions }), answerCommand);
    server.dropSocket();
    const { ack, responses } = await server.send(slashCommand('again'));
    expect([ack, server.connections]).toEqual([{}, 2]);
    await expect.poll(() => responses).toHaveLength(1);
  });

  it('sends events, and sends them again as retries', async () => {
    const seen: unknown[] = [];
    await startOnSocket((app) => {
      app.event('app_mention', async ({ event, body, context, say }) => {
        seen.push([event.text, body.event_id, context.retryNum]);
        await say({ text: 'Here I am.', thread_ts: event.thread_ts ?? event.ts });
      });
      app.message(async ({ message }) => void seen.push(message.channel_type));
      app.event('app_home_opened', async ({ event }) => void seen.push(event.tab));
      app.event('assistant_thread_started', async ({ event }) => void seen.push(event.type));
    });
    const asked = mention('lithium?', { thread_ts: '1700000000.000001' });
    await server.send(asked);
    await server.send(asRetry(asked));
    const { event_id } = asked.payload;
    const words = `<@${server.botUserId}> lithium?`;
    await expect
      .poll(() => seen)
      .toEqual([
        [words, event_id, 0],
        [words, event_id, 1],
      ]);
    await server.send(directMessage('hello'));
    await server.send(homeOpened('home'));
    await server.send(assistantThreadStarted());
    await expect.poll(() => seen.slice(2)).toEqual(['im', 'home', 'assistant_thread_started']);
    await expect
      .poll(() => server.calls.filter(({ method }) => method === 'chat.postMessage'))
      .toHaveLength(2);
    expect(server.calls.at(-1)?.body).toMatchObject({ thread_ts: '1700000000.000001' });
  });

  it('sends button presses, shortcuts and submitted modals', async () => {
    const seen: unknown[] = [];
    await startOnSocket((app) => {
      app.action('more', async ({ ack, body, client, respond }) => {
        await ack();
        seen.push('message' in body);
        if (!('trigger_id' in body)) return;
        await client.views.open({ trigger_id: body.trigger_id, view: modal('A modal') });
        await respond({ replace_original: true, text: 'Pressed.' });
      });
      app.shortcut('save', async ({ ack, shortcut }) => {
        await ack();
        if (shortcut.type === 'message_action') seen.push(shortcut.message.text);
      });
      app.view('ask', async ({ ack, view }) => {
        seen.push([view.private_metadata, view.state.values.question?.text?.value]);
        await ack({ response_action: 'update', view: modal('A title that is too long to fit') });
      });
    });
    const pressed = await server.send(buttonPress(button('More'), { message: { text: 'Hello' } }));
    await expect.poll(() => pressed.responses).toEqual([{ replace_original: true, text: 'Pressed.' }]);
    await server.send(buttonPress(button('More'), { ephemeral: true }));
    await server.send(messageShortcut('save', { text: 'Keep me' }));
    const state = { question: { text: { type: 'plain_text_input', value: 'why' } } };
    const { ack } = await server.send(viewSubmission('ask', state, 'meta'));
    expect(ack).toMatchObject({ response_action: 'update' });
    expect(seen).toEqual([true, false, 'Keep me', ['meta', 'why']]);
    expect(server.rejected).toMatchObject([
      { method: 'ack', problems: ['view.title.text: 31 characters, at most 24'] },
    ]);
  });
});

describe('signed HTTP', () => {
  it('brings a command, its ack and what is said to the response_url', async () => {
    const url = await startOnHttp(answerCommand);
    const { status, responses } = await server.post(url, slashCommand('lithium'));
    expect(status).toBe(200);
    await expect.poll(() => responses).toEqual([{ text: 'You asked: lithium' }]);
  });

  it.for(['bad', 'stale', 'none'] as const)(
    'signs a request so that it is refused: %s',
    async (signature) => {
      const url = await startOnHttp(answerCommand);
      expect((await server.post(url, slashCommand('lithium'), { signature })).status).toBe(401);
    },
  );

  it('sends the very same bytes again', async () => {
    const url = await startOnHttp(answerCommand);
    const first = await server.post(url, slashCommand('lithium'));
    const again = await server.post(url, slashCommand('other'), { replayOf: first.request });
    expect([again.status, again.request]).toEqual([200, first.request]);
    await expect.poll(() => first.responses).toHaveLength(2);
  });

  it('sends events again as retries, and interactions', async () => {
    const seen: unknown[] = [];
    const url = await startOnHttp((app) => {
      app.event('app_mention', async ({ context }) => void seen.push(context.retryNum, context.retryReason));
      app.action('more', async ({ ack }) => ack());
    });
    await server.post(url, asRetry(mention('lithium?'), 2, 'http_timeout'));
    await expect.poll(() => seen).toEqual([2, 'http_timeout']);
    expect((await server.post(url, buttonPress(button('More')))).status).toBe(200);
  });
});

describe('the Web API', () => {
  let client: App['client'];
  const channel = 'C0GENERAL';

  beforeEach(() => {
    const { botToken: token, apiUrl: slackApiUrl, signingSecret } = server;
    const quiet = {
      debug() {},
      info() {},
      warn() {},
      error() {},
      setLevel() {},
      setName() {},
      getLevel: () => logLevel,
    };
    const clientOptions = { slackApiUrl };
    ({ client } = new App({
      token,
      signingSecret,
      logger: quiet,
      clientOptions,
      tokenVerificationEnabled: false,
    }));
  });

  it('refuses a button label that is too long, and says where it is', async () => {
    const blocks = actions('x'.repeat(76));
    await expect(client.chat.postMessage({ channel, text: 'Hi', blocks })).rejects.toThrow('invalid_blocks');
    expect(server.rejected).toMatchObject([
      {
        method: 'chat.postMessage',
        error: 'invalid_blocks',
        body: { blocks },
        problems: ['blocks[0].elements[0].text.text: 76 characters, at most 75'],
      },
    ]);
  });

  it.for([
    ['no_text', {}],
    ['msg_too_long', { text: 'x'.repeat(40_001) }],
    ['msg_blocks_too_long', { blocks: Array(5).fill({ type: 'section', text: text('x'.repeat(2_900)) }) }],
    ['invalid_blocks', { blocks: Array(51).fill({ type: 'divider' }) }],
    ['invalid_blocks', { blocks: [{ type: 'section', text: text('') }] }],
    ['invalid_blocks', { blocks: [{ type: 'marquee' }] }],
    ['invalid_blocks', { blocks: Array(2).fill({ type: 'divider', block_id: 'same' }) }],
    ['invalid_blocks', { blocks: [{ type: 'actions', elements: [button('A'), button('B')] }] }],
    ['invalid_blocks', { blocks: [{ type: 'header', text: text('x'.repeat(151)) }] }],
  ] as const)('refuses a message with %s', async ([error, message]) => {
    await expect(client.apiCall('chat.postMessage', { channel, ...message })).rejects.toThrow(error);
    expect(server.rejected).toMatchObject([{ error }]);
  });

  it('posts, updates and deletes', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'Hi', blocks: actions('More') });
    await client.chat.update({ channel, ts, text: 'Hello' });
    await client.chat.delete({ channel, ts });
    await expect(client.chat.update({ channel, ts, text: 'Gone' })).rejects.toThrow('message_not_found');
    expect(methodsCalled()).toEqual(['chat.postMessage', 'chat.update', 'chat.delete', 'chat.update']);
  });

  it('knows people, the Home tab and nothing beyond', async () => {
    const { user } = await client.users.info({ user: 'U0PERSON', include_locale: true });
    expect(user).toMatchObject({ tz: 'America/New_York', locale: 'uk-UA' });
    expect((await client.users.info({ user: 'U0PERSON' })).user).not.toHaveProperty('locale');
    await client.views.publish({ user_id: 'U0PERSON', view: { type: 'home', blocks: actions('More') } });
    await expect(client.apiCall('made.up')).rejects.toThrow('unknown_method');
    await expect(client.auth.test({ token: 'xoxb-wrong' })).rejects.toThrow('invalid_auth');
  });

  it('lets the client wait out a rate limit', async () => {
    server.limitNext('chat.postMessage', 1);
    const startedAt = performance.now();
    await client.chat.postMessage({ channel, text: 'Hi' });
    expect(performance.now() - startedAt).toBeGreaterThan(1_000);
    expect(server.calls.map(({ error }) => error)).toEqual(['ratelimited', undefined]);
    expect(server.rejected).toEqual([]);
  });
});

it('takes five answers to a response_url, and only valid ones', async () => {
  const outcomes: number[] = [];
  const url = await startOnHttp((app) =>
    app.command('/minerals', async ({ ack, respond }) => {
      await ack();
      const messages = [{ blocks: actions('x'.repeat(76)) }, ...Array(6).fill({ text: 'More' })];
      for (const message of messages) {
        const { status } = await respond(message).catch((error) => ({ status: error.statusCode }));
        outcomes.push(status);
      }
    }),
  );
  const { responses } = await server.post(url, slashCommand('lithium'));
  await expect.poll(() => outcomes).toEqual([400, 200, 200, 200, 200, 200, 404]);
  expect([responses.length, server.rejected.at(-1)?.error]).toEqual([5, 'used_url']);
});
