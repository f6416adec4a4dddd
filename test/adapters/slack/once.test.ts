import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { collectLog, unheard } from '../../support/log.ts';
import { noLimits } from '../../support/no-limits.ts';
import { openService, type RunningService } from '../../support/service.ts';
import { mention, slashCommand } from '../../support/slack/envelopes.ts';
import { createSlackServer, type SlackServer } from '../../support/slack/server.ts';

let slack: SlackServer;
let adapter: Adapter;
let service: RunningService;
let lines: string[];

const silence = new Promise<never>(() => {});

beforeEach(async () => {
  lines = [];
  slack = await createSlackServer();
  const bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge', ...noLimits });
  // A database that is away may say nothing at all.
  const marks = { claim: () => silence, find: () => silence };
  const { botToken, apiUrl, signingSecret } = slack;
  const telemetry = { ...unheard, log: collectLog(lines) };
  adapter = createSlackAdapter(
    { ...bot, marks },
    { botToken, apiUrl, mode: { type: 'http', signingSecret }, ...telemetry },
  );
  service = await openService([adapter]);
  await adapter.start();
});

afterEach(async () => {
  await service.close();
  await adapter.stop();
  await slack.close();
});

it('answers a command when the database says nothing, and tells the operator', async () => {
  const url = `${service.origin}/slack/events`;
  const { status, responses } = await slack.post(url, slashCommand('when did the bridge open'));
  expect(status).toBe(200);
  expect(JSON.stringify(responses)).toContain('opened to traffic');
  expect(lines.join('\n')).toContain('no answer within');
});

it('answers a mention when the database says nothing', async () => {
  await slack.post(`${service.origin}/slack/events`, mention('when did the bridge open'));
  expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
});
