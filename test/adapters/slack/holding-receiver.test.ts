import { App } from '@slack/bolt';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSlackEndpoint } from '../../../src/adapters/slack/endpoint.ts';
import { HoldingReceiver } from '../../../src/adapters/slack/holding-receiver.ts';
import { createLogger } from '../../../src/adapters/slack/logger.ts';
import { openService, type RunningService } from '../../support/service.ts';
import { slashCommand } from '../../support/slack/envelopes.ts';
import { createSlackServer, type SlackServer } from '../../support/slack/server.ts';

const gate = () => Promise.withResolvers<void>();
let slack: SlackServer;
let service: RunningService;
/** Opened by the test; and by the app when it comes there. */
let authorize: ReturnType<typeof gate>;
let answer: ReturnType<typeof gate>;
let authorizing: ReturnType<typeof gate>;
let answering: ReturnType<typeof gate>;

beforeEach(async () => {
  [authorize, answer, authorizing, answering] = [gate(), gate(), gate(), gate()];
  slack = await createSlackServer();
  const logger = createLogger(() => {});
  const receiver = new HoldingReceiver({ signingSecret: slack.signingSecret, logger });
  const app = new App({
    receiver,
    logger,
    authorize: async () => {
      authorizing.resolve();
      await authorize.promise;
      return { botToken: slack.botToken };
    },
  });
  app.command('/minerals', async ({ ack }) => {
    await ack();
    answering.resolve();
    await answer.promise;
  });
  const endpoint = createSlackEndpoint(receiver, { isReady: () => true, servesPictures: false });
  service = await openService([
    {
      name: 'Slack',
      platform: 'slack',
      endpoints: [endpoint],
      status: () => ({ isReady: true, detail: '' }),
      start: async () => {},
      stop: async () => {},
    },
  ]);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(async () => {
  vi.useRealTimers();
  answer.resolve();
  await service.close();
  await slack.close();
});

const ask = () => slack.post(`${service.origin}/slack/events`, slashCommand('x'));

it('acknowledges once it is answered', async () => {
  authorize.resolve();
  answer.resolve();
  expect((await ask()).status).toBe(200);
});

it('acknowledges after two seconds what is not answered yet', async () => {
  authorize.resolve();
  const asked = ask();
  await answering.promise;
  await vi.advanceTimersByTimeAsync(2_000);
  expect((await asked).status).toBe(200);
});

it('acknowledges at once what is taken up only after two seconds', async () => {
  const asked = ask();
  await authorizing.promise;
  await vi.advanceTimersByTimeAsync(2_100);
  authorize.resolve();
  expect((await asked).status).toBe(200);
});
