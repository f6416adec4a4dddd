import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter, Bot } from '../../../src/adapters/adapter.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import type { SlackConfig } from '../../../src/adapters/slack/config.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { createMetrics } from '../../../src/monitoring/metrics.ts';
import { collectLog, type LogEntry } from '../../support/log.ts';
import { openService, type RunningService } from '../../support/service.ts';
import { directMessage, mention, slashCommand } from '../../support/slack/envelopes.ts';
import { createSlackServer, type SlackServer } from '../../support/slack/server.ts';

let server: SlackServer;
let adapter: Adapter;
let service: RunningService;
let refusals: Record<string, string>;
let entries: LogEntry[];
let metrics: ReturnType<typeof createMetrics>;

async function open(
  mode: SlackConfig['mode'] = { type: 'socket', appToken: server.appToken },
  changed: Partial<Bot> = {},
): Promise<void> {
  const bot = { ...(await openBot({ CORPUS_DIR: 'test/fixtures/bridge' })), ...changed };
  const { botToken, apiUrl } = server;
  const telemetry = { log: collectLog([], entries), monitor: metrics.monitor };
  adapter = createSlackAdapter(bot, { botToken, apiUrl, mode, ...telemetry, reconnectWithinMs: 100 });
  service = await openService([adapter]);
}

beforeEach(async () => {
  refusals = {};
  server = await createSlackServer({ refusals });
  entries = [];
  metrics = createMetrics();
});

afterEach(async () => {
  await service.close();
  await adapter.stop();
  await server.close();
});

const soon = { timeout: 15_000, interval: 20 };

const statusOf = async (path: string, init: RequestInit = {}) =>
  (await fetch(`${service.origin}${path}`, init)).status;

describe('the readiness of Slack', () => {
  it('follows the connection in Socket Mode, which comes back by itself', async () => {
    await open();
    expect(await statusOf('/readyz')).toBe(503);
    await adapter.start();
    expect(await statusOf('/readyz')).toBe(200);
    refusals['apps.connections.open'] = 'internal_error';
    server.dropSocket();
    await vi.waitFor(async () => expect(await statusOf('/readyz')).toBe(503), soon);
    delete refusals['apps.connections.open'];
    await vi.waitFor(async () => expect(await statusOf('/readyz')).toBe(200), soon);
    const sent = await server.send(slashCommand('when did the bridge open'));
    await vi.waitFor(() => expect(sent.responses).toHaveLength(1));
  });

  it('is gone, but the program is not, when Slack can not be reached at all', async () => {
    await open();
    await adapter.start();
    await server.close();
    const told = () => entries.filter(({ message }) => message.startsWith("Slack: can't connect again"));
    await vi.waitFor(() => expect(told()).not.toEqual([]), soon);
    expect(await statusOf('/readyz')).toBe(503);
  });

  it('over HTTP is there once Slack has confirmed the token; before, Slack is told to come again', async () => {
    await open({ type: 'http', signingSecret: server.signingSecret });
    const url = `${service.origin}/slack/events`;
    expect(await statusOf('/readyz')).toBe(503);
    expect((await server.post(url, slashCommand('when did the bridge open'))).status).toBe(503);
    await adapter.start();
    expect(await statusOf('/readyz')).toBe(200);
    expect((await server.post(url, slashCommand('when did the bridge open'))).status).toBe(200);
  });

  it('over HTTP takes nothing but what Slack sends', async () => {
    await open({ type: 'http', signingSecret: server.signingSecret });
    await adapter.start();
    expect(await statusOf('/slack/events')).toBe(405);
    expect(await statusOf('/slack/elsewhere')).toBe(404);
    expect(await statusOf('/pictures/x.png')).toBe(404);
    const body = 'x'.repeat(1_048_577);
    expect(await statusOf('/slack/events', { method: 'POST', body })).toBe(413);
  });
});

describe('an error while Slack is answered', () => {
  const broken = {
    dispatch: () => Promise.reject(new Error('a broken bot')),
  };
  const reference = () => entries.find(({ message }) => message === 'Slack: a broken bot')?.reference;

  it('is told to whoever gave the command, with the reference in the log', async () => {
    await open(undefined, broken);
    await adapter.start();
    const sent = await server.send(slashCommand('коли відкрили міст'));
    await vi.waitFor(() => expect(sent.responses).toHaveLength(1));
    expect(sent.responses[0]).toMatchObject({ response_type: 'ephemeral' });
    expect(JSON.stringify(sent.responses)).toContain(`вкажіть код: ${reference()}.`);
    expect(server.rejected).toEqual([]);
  });

  it.each([mention, directMessage])('is told where a message was written', async (write) => {
    await open(undefined, broken);
    await adapter.start();
    await server.send(write('when did the bridge open'));
    const posts = () => server.calls.filter(({ method }) => method === 'chat.postMessage');
    await vi.waitFor(() => expect(posts()).toHaveLength(1));
    expect(JSON.stringify(posts())).toContain(`give this reference: ${reference()}.`);
    expect(JSON.stringify(entries)).not.toContain('bridge');
    expect(server.rejected).toEqual([]);
  });
});

it('counts what Slack refuses for being too much', async () => {
  await open();
  await adapter.start();
  server.limitNext('chat.postMessage', 1);
  await server.send(mention('when did the bridge open'));
  await vi.waitFor(
    async () =>
      expect((await metrics.render()).text).toContain('minerals_rate_limited_total{platform="slack"} 1'),
    { timeout: 5_000 },
  );
});
