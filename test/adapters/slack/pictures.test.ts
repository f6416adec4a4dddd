import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import type { SlackConfig } from '../../../src/adapters/slack/config.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { loadCorpus } from '../../../src/knowledge/read-corpus.ts';
import { collectLog, unheard } from '../../support/log.ts';
import { noLimits } from '../../support/no-limits.ts';
import { openDeskBot } from '../../support/open-desk-bot.ts';
import { openService, type RunningService } from '../../support/service.ts';
import { buttonPress, type Envelope, mention, slashCommand } from '../../support/slack/envelopes.ts';
import { createSlackServer, type SlackServer } from '../../support/slack/server.ts';

let server: SlackServer;
let adapter: Adapter;
let lines: string[];
let origin: string;
let service: RunningService | undefined;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const bridge = { CORPUS_DIR: 'test/fixtures/bridge', ...noLimits };

async function connect(
  mode: SlackConfig['mode'],
  publicUrl?: string,
  environment: Readonly<Record<string, string>> = bridge,
): Promise<void> {
  const bot = await openBot(environment);
  const { botToken, apiUrl } = server;
  const telemetry = { ...unheard, log: collectLog(lines) };
  adapter = createSlackAdapter(bot, { botToken, apiUrl, publicUrl, mode, ...telemetry });
  await adapter.start();
}

async function connectOverHttp(
  publicUrl?: (origin: string) => string,
  environment?: Readonly<Record<string, string>>,
): Promise<void> {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  await connect({ type: 'http', signingSecret: server.signingSecret }, publicUrl?.(origin), environment);
  service = await openService([adapter], { port });
}

interface Message {
  readonly response_type?: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
}

async function answerTo(envelope: Envelope): Promise<Message> {
  const { responses } = await server.post(`${origin}/slack/events`, envelope);
  await vi.waitFor(() => expect(responses.length).toBeGreaterThan(0), { timeout: 5_000 });
  return responses[0] as unknown as Message;
}

const imageIn = ({ blocks }: Message) => blocks.find(({ type }) => type === 'image');
const words =
  'Bar chart: What the bridge cost (million dollars). The auditors (January 2021): 19; The mayor (claim, 2020): 12. Not everybody counts the access roads. Sources: Town Herald, 2021; River Post, 2020.';

beforeEach(async () => {
  lines = [];
  server = await createSlackServer();
});

afterEach(async () => {
  await service?.close();
  service = undefined;
  await adapter.stop();
  await server.close();
});

describe('over HTTP with a public address', () => {
  beforeEach(() => connectOverHttp((own) => own));

  it('shows a chart that Slack can fetch, with all that it says as its text', async () => {
    const message = await answerTo(slashCommand('chart cost'));
    expect(imageIn(message)).toEqual({
      type: 'image',
      image_url: expect.stringMatching(/\/pictures\/[0-9a-f]{40}\.png$/),
      alt_text: words,
    });
    expect(server.images).toHaveLength(1);
    expect(server.images[0]?.contentType).toBe('image/png');
    expect(
      Buffer.from(server.images[0]?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(JSON.stringify(message.blocks)).toContain('counted costs of $19 million');
    expect([server.rejected, lines.filter((line) => !line.includes('listening'))]).toEqual([[], []]);
  });

  it('shows it in threads, shared and in place too', async () => {
    await server.post(`${origin}/slack/events`, mention('chart cost'));
    await vi.waitFor(() => expect(server.images).toHaveLength(1));
    const list = await answerTo(slashCommand('chart'));
    const menu = list.blocks
      .flatMap(({ elements }) => (elements ?? []) as { action_id?: string; options?: { value: string }[] }[])
      .find(({ options }) => options !== undefined);
    const chosen = { type: 'static_select', action_id: menu?.action_id, selected_option: menu?.options?.[0] };
    const inPlace = await answerTo(buttonPress(chosen, { ephemeral: true }));
    expect(imageIn(inPlace)?.alt_text).toBe(words);
    const share = inPlace.blocks
      .flatMap(({ elements }) => (elements ?? []) as Record<string, unknown>[])
      .find(({ action_id }) => String(action_id).startsWith('share'));
    const shared = await answerTo(buttonPress(share ?? {}, { ephemeral: true }));
    expect(shared.response_type).toBe('in_channel');
    expect(imageIn(shared)?.alt_text).toBe(words);
    expect(server.rejected).toEqual([]);
  });

  it('serves a picture for good at its address, and nothing at another', async () => {
    const url = String(imageIn(await answerTo(slashCommand('chart cost')))?.image_url);
    const again = await fetch(url);
    expect(again.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(again.headers.get('x-content-type-options')).toBe('nosniff');
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([
      200,
      again.headers.get('content-length'),
    ]);
    for (const other of ['0'.repeat(40), '..%2fpackage.json', '__proto__']) {
      expect((await fetch(`${origin}/pictures/${other}.png`)).status).toBe(404);
    }
  });
});

describe('where Slack can not fetch pictures', () => {
  it.each(['chart cost', 'timeline from:2020-05'])(
    'says so in one line, over HTTP without a public address: %s',
    async (line) => {
      await connectOverHttp();
      const message = await answerTo(slashCommand(line));
      expect(imageIn(message)).toBeUndefined();
      expect(JSON.stringify(message.blocks)).toContain(
        'There is a picture of this, but Slack can’t fetch it',
      );
      expect(server.rejected).toEqual([]);
    },
  );

  it('is found by another process than the one that drew it, however often it was drawn before', async () => {
    const [bot, port] = [await openDeskBot({ DATABASE_FILE: ':memory:' }), await freePort()];
    const open = async (publicUrl: string, options: { readonly port?: number }) => {
      const { botToken, apiUrl, signingSecret } = server;
      const mode = { type: 'http', signingSecret } as const;
      const one = createSlackAdapter(bot, { botToken, apiUrl, publicUrl, mode, ...unheard });
      const its = await openService([one], options);
      await one.start();
      return { one, its };
    };
    const reached = `http://127.0.0.1:${port}`;
    const [drawing, other] = [await open(reached, {}), await open(reached, { port })];
    origin = drawing.its.origin;
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const minutes of [0, 4, 11, 60]) {
        vi.setSystemTime(Date.now() + minutes * 60_000);
        const message = await answerTo(slashCommand('chart cost'));
        expect(imageIn(message)?.image_url).toMatch(`${reached}/pictures/`);
      }
    } finally {
      vi.useRealTimers();
    }
    expect(server.images.map(({ url }) => new URL(url).origin)).toEqual(Array(4).fill(reached));
    for (const { one, its } of [drawing, other]) {
      await its.close();
      await one.stop();
    }
    await bot.close();
    adapter = other.one;
  });

  it('says the data in words, in Socket Mode', async () => {
    await connect({ type: 'socket', appToken: server.appToken }, 'https://example.org');
    const sent = await server.send(slashCommand('chart cost'));
    await vi.waitFor(() => expect(sent.responses).toHaveLength(1));
    const shown = JSON.stringify(sent.responses[0]);
    expect(shown).toContain('The auditors (January 2021): 19\\nThe mayor (claim, 2020): 12');
    expect(server.rejected).toEqual([]);
  });

  it('answers without the picture when its address leads elsewhere, and tells the operator', async () => {
    await connectOverHttp((own) => `${own}/elsewhere`);
    const message = await answerTo(slashCommand('chart cost'));
    expect(imageIn(message)).toBeUndefined();
    expect(JSON.stringify(message.blocks)).toContain('The auditors (January 2021): 19');
    expect(lines.join('\n')).toMatch(
      /refused a message with a picture .*Check that SLACK_PUBLIC_URL leads here: http:\/\/127\.0\.0\.1:\d+\/elsewhere\/pictures\//,
    );
    await server.post(`${origin}/slack/events`, mention('chart cost'));
    await vi.waitFor(() =>
      expect(
        server.calls.filter(({ method, error }) => method === 'chat.postMessage' && error === undefined),
      ).toHaveLength(1),
    );
  });
});

describe('every chart of the corpus', () => {
  it('is a message that Slack accepts', async () => {
    await connectOverHttp((own) => own, {});
    const { charts } = await loadCorpus('data');
    for (const { id } of charts) {
      expect(imageIn(await answerTo(slashCommand(`chart ${id}`)))).toBeDefined();
    }
    expect(server.rejected).toEqual([]);
  });
});
