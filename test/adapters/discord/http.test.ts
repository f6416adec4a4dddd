import { InteractionResponseType } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter, Bot } from '../../../src/adapters/adapter.ts';
import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import { createDiscordHttpAdapter } from '../../../src/adapters/discord/http-adapter.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { allComponents } from '../../support/discord/components.ts';
import { newId } from '../../support/discord/identity.ts';
import { completeInteraction } from '../../support/discord/interaction-payload.ts';
import {
  autocomplete,
  button,
  messageCommand,
  type PartialInteraction,
  slash,
} from '../../support/discord/interactions.ts';
import { recordOf, textIn } from '../../support/discord/json.ts';
import { createMessage } from '../../support/discord/messages.ts';
import { createDiscordServer, type DiscordServer } from '../../support/discord/server.ts';
import { createSigningDiscord } from '../../support/discord/signed.ts';
import { collectLog, unheard } from '../../support/log.ts';
import { noLimits } from '../../support/no-limits.ts';
import { openService, type RunningService } from '../../support/service.ts';

const discord = createSigningDiscord();
let server: DiscordServer;
let bot: Bot;
let adapter: Adapter;
let service: RunningService;
let lines: string[];

async function listen(changed: Partial<Bot> = {}): Promise<void> {
  const { publicKey } = discord;
  const options = { publicKey, apiUrl: server.apiUrl, ...unheard, log: collectLog(lines) };
  adapter = createDiscordHttpAdapter({ ...bot, ...changed }, options);
  service = await openService([adapter]);
  await adapter.start();
}

beforeEach(async () => {
  lines = [];
  server = await createDiscordServer();
  bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge', ...noLimits });
  await listen();
});

afterEach(async () => {
  await service.close();
  await adapter.stop();
  await server.close();
});

const ids = { applicationId: newId(), guildId: newId(), channelId: newId(), userId: newId() };
const complete = (partial: PartialInteraction) =>
  completeInteraction(partial, { ...ids, commandIdOf: () => undefined });
const endpoint = () => `${service.origin}/discord/interactions`;
const interact = (partial: PartialInteraction) => discord.post(endpoint(), complete(partial));
const ask = (question: string, extra = {}) => slash('minerals', 'ask', { question }, extra);
const textOf = (message: unknown) =>
  allComponents(recordOf(recordOf(message).data))
    .map(({ content }) => content)
    .filter((content) => typeof content === 'string')
    .join('\n');

describe('an interaction over HTTP', () => {
  it('answers the ping by which Discord checks the address', async () => {
    const response = await discord.post(endpoint(), { id: newId(), type: 1, token: 'x', version: 1 });
    expect([response.status, await response.json()]).toEqual([200, { type: 1 }]);
  });

  it.each<[string, PartialInteraction]>([
    ['a question', ask('when did the bridge open')],
    ['a public one', slash('minerals', 'ask', { question: 'when did the bridge open', public: true })],
    ['one without an answer', ask('what is the weather')],
    ['one in Ukrainian', ask('when did the bridge open', { locale: 'uk' })],
    ['a very long one', ask('bridge '.repeat(850))],
    ['help', slash('minerals', 'help')],
    ['proposals', autocomplete('minerals', 'ask', { question: 'when' }, 'question')],
    [
      'a message',
      messageCommand('Check against the facts', createMessage({ content: 'It opened in 2020.' })),
    ],
    ['a button that is unknown', button('nothing', createMessage({ content: 'x' }))],
  ])('gives the same as over the gateway: %s', async (_name, partial) => {
    const gateway = createDiscordAdapter(bot, { token: server.token, apiUrl: server.apiUrl, ...unheard });
    await gateway.start();
    const { response: expected } = await server.interact(partial);
    await gateway.stop();
    const response = await interact(partial);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(expected);
    expect(server.rejected).toEqual([]);
  });

  it('sends a picture along with the first response', async () => {
    const response = await interact(slash('minerals', 'chart', { of: 'cost' }));
    const form = await response.formData();
    const { type, data } = recordOf(JSON.parse(String(form.get('payload_json'))));
    expect(type).toBe(InteractionResponseType.ChannelMessageWithSource);
    const file = form.get('files[0]');
    const bytes = Buffer.from(await (file as File).arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(JSON.stringify(data)).toContain(`attachment://${(file as File).name}`);
  });

  it('needs nothing of the API for a first response', async () => {
    await interact(ask('when did the bridge open'));
    expect(server.requests).toEqual([]);
  });

  it('goes on with a button of the answer', async () => {
    const first = await (await interact(ask('what is the weather'))).json();
    const pressed = allComponents(recordOf(recordOf(first).data)).find(
      ({ custom_id }) => typeof custom_id === 'string' && custom_id !== '',
    );
    const message = createMessage({ ...recordOf(recordOf(first).data) });
    const next = await interact(button(textIn(pressed?.custom_id), message));
    expect(next.status).toBe(200);
    expect(textOf(await next.json())).not.toBe('');
  });

  it('answers two hundred at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 200 }, () => interact(ask('when did the bridge open'))),
    );
    const texts = await Promise.all(all.map(async (response) => textOf(await response.json())));
    expect(texts.filter((text) => text.includes('opened to traffic'))).toHaveLength(200);
  });

  it('does nothing twice when the same request comes again, and gives the same answer', async () => {
    let times = 0;
    await service.close();
    await listen({
      dispatch: (invocation) => {
        times += 1;
        return bot.dispatch(invocation);
      },
    });
    const payload = complete(ask('when did the bridge open'));
    const first = await (await discord.post(endpoint(), payload)).json();
    const again = await (await discord.post(endpoint(), payload)).json();
    expect(again).toEqual(first);
    expect(times).toBe(1);
  });

  it('tells the asker of a bug, with a reference', async () => {
    await service.close();
    await listen({ dispatch: () => Promise.reject(new Error('broken')) });
    const response = await interact(ask('when did the bridge open'));
    expect(textOf(await response.json())).toMatch(/Something went wrong here/);
    expect(lines.join('\n')).toContain('broken');
  });
});

describe('a request that Discord did not sign', () => {
  const payload = () => complete(ask('when did the bridge open'));
  const now = () => Math.floor(Date.now() / 1_000);

  it.each([
    ['without a signature', { headers: { 'x-signature-ed25519': '' } }],
    ['with a wrong one', { headers: { 'x-signature-ed25519': 'ab'.repeat(64) } }],
    ['with something else in its place', { headers: { 'x-signature-ed25519': 'no hexadecimal digits' } }],
    ['for another time', { headers: { 'x-signature-timestamp': String(now() - 10) } }],
    ['of ten minutes ago', { timestamp: now() - 600 }],
    ['of the future', { timestamp: now() + 600 }],
  ])('is refused: %s', async (_name, options) => {
    const response = await discord.post(endpoint(), payload(), options);
    expect([response.status, await response.text()]).toEqual([
      401,
      'The signature is missing, wrong or old.\n',
    ]);
  });

  it('is refused when another key signed it', async () => {
    expect((await createSigningDiscord().post(endpoint(), payload())).status).toBe(401);
  });
});

describe('a request that makes no sense', () => {
  it.each([
    ['{', 400],
    ['[]', 400],
    ['{"id": "1", "type": 99}', 400],
    [{ id: newId(), type: 2, token: 'x', version: 1, data: { type: 77 } }, 400],
    [{ id: newId(), type: 2, token: 'x', version: 1 }, 400],
  ])('is explained: %j', async (payload, status) => {
    const response = await discord.post(endpoint(), payload);
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(/\.\n$/);
  });

  it('is refused when it is too large, or does not post', async () => {
    expect((await discord.post(endpoint(), 'x'.repeat(600 * 1_024))).status).toBe(413);
    const response = await fetch(endpoint());
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
