import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { createDiscordServer, type DiscordServer } from '../../support/discord/server.ts';
import { unheard } from '../../support/log.ts';
import { openService, type RunningService } from '../../support/service.ts';

let server: DiscordServer;
let adapter: Adapter;
let service: RunningService;

async function open(limits: { readonly silentAfterMs?: number; readonly reconnectWithinMs?: number }) {
  server = await createDiscordServer();
  const bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' });
  const { token, apiUrl } = server;
  adapter = createDiscordAdapter(bot, { token, apiUrl, ...unheard, ...limits });
  service = await openService([adapter]);
}

afterEach(async () => {
  await service.close();
  await adapter.stop();
  await server.close();
});

async function readiness(): Promise<string> {
  const response = await fetch(`${service.origin}/readyz`);
  const { parts } = (await response.json()) as { parts: readonly { readonly detail: string }[] };
  return `${response.status} ${parts[0]?.detail}`;
}

/** What it says in the end. */
const becomes = (pattern: RegExp, act = () => {}) =>
  vi.waitFor(
    async () => {
      act();
      expect(await readiness()).toMatch(pattern);
    },
    { timeout: 10_000, interval: 20 },
  );

describe('the readiness of Discord', () => {
  it('is not there before it is connected', async () => {
    await open({});
    expect(await readiness()).toBe('503 connecting');
    await adapter.start();
    expect(await readiness()).toBe('200 connected');
  });

  it('goes when the gateway falls silent, and comes back with the next event', async () => {
    await open({ silentAfterMs: 300 });
    await adapter.start();
    server.fallSilent();
    await becomes(/^503 shard 0 is silent for \d+ s$/);
    await becomes(/^200 connected$/, () => server.dispatch('TYPING_START', {}));
  });

  it('goes when a lost connection does not come back, and returns with it', async () => {
    await open({ reconnectWithinMs: 100 });
    await adapter.start();
    server.fallSilent();
    server.dropConnections();
    await becomes(/^503 shard 0 is lost for \d+ s$/);
    server.fallSilent(false);
    await becomes(/^200 connected$/, () => {
      if (server.resumes === 0) server.dropConnections();
    });
  });

  it('stays through a short interruption', async () => {
    await open({});
    await adapter.start();
    server.dropConnections();
    await vi.waitFor(
      async () => {
        expect(await readiness()).toBe('200 connected');
        expect(server.resumes).toBe(1);
      },
      { timeout: 10_000 },
    );
  });

  it('goes for good when Discord closes the connection for good', async () => {
    await open({});
    await adapter.start();
    server.dropConnections(4004);
    await becomes(/^503 /);
  });
});
