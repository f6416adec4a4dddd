import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import { describeInvitation } from '../../../src/adapters/discord/tasks.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { openDeskFor } from '../../../src/desk-setup.ts';
import { loadCorpus } from '../../../src/knowledge/read-corpus.ts';
import { slash } from '../../support/discord/interactions.ts';
import { createDiscordServer, type DiscordServer } from '../../support/discord/server.ts';
import { unheard } from '../../support/log.ts';
import { noLimits } from '../../support/no-limits.ts';

/** The program as an operator starts it. */
function start(
  server: DiscordServer,
  token: string,
  mode: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
) {
  const child = spawn(process.execPath, ['--import', './src/node-guard.js', 'src/main.ts', ...mode], {
    env: {
      ...process.env,
      CORPUS_DIR: 'test/fixtures/bridge',
      DISCORD_TOKEN: token,
      DISCORD_APPLICATION_ID: server.applicationId,
      DISCORD_API_URL: server.apiUrl,
      ...environment,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString();
    });
  }
  return { child, closed: once(child, 'close'), read: () => output };
}

describe('npm start with a Discord token', () => {
  it('comes up, answers, and leaves with 0 on SIGTERM', async () => {
    const server = await createDiscordServer();
    const { child, closed, read } = start(server, server.token);
    await vi.waitFor(() => expect(read()).toContain('Discord: connected.'), { timeout: 10_000 });
    const recorded = await server.interact(
      slash('minerals', 'ask', { question: 'when did the bridge open' }),
    );
    expect(JSON.stringify(recorded.response)).toContain('opened to traffic');
    child.kill('SIGTERM');
    await closed;
    expect(child.exitCode).toBe(0);
    expect(read()).not.toContain(server.token);
    await server.close();
  });

  it('says in two lines what to do about a refused token, and leaves with 1', async () => {
    const server = await createDiscordServer();
    const { child, closed, read } = start(server, 'secret.wrong.token', [], { LOG_FORMAT: 'plain' });
    await closed;
    expect(child.exitCode).toBe(1);
    expect(read()).toMatch(/\nDiscord refuses the token:\nDISCORD_TOKEN: set it to .*\n$/);
    expect(read()).not.toContain('secret.wrong.token');
    await server.close();
  });
});

describe('npm run discord:register', () => {
  it('shows what it changed, and the second time that there is nothing to change', async () => {
    const server = await createDiscordServer();
    const first = start(server, server.token, ['discord:register']);
    await first.closed;
    expect(first.read()).toBe('+ minerals\n+ Check against the facts\nRegistered globally.\n');
    const second = start(server, server.token, ['discord:register']);
    await second.closed;
    expect(second.read()).toBe('The commands are registered globally already; nothing to change.\n');
    await server.close();
  });
});

describe('npm run discord:invite', () => {
  it('links with the two scopes and no permission', () => {
    const text = describeInvitation('123456789012345678');
    expect(text).toContain(
      'https://discord.com/oauth2/authorize?client_id=123456789012345678&integration_type=0&scope=bot+applications.commands&permissions=0',
    );
  });
});

describe('every fact of the corpus', () => {
  it('is a message that Discord accepts, with every source of every fact shown', async () => {
    const server = await createDiscordServer();
    // With the buttons for feedback, which need room too.
    const bot = await openBot(noLimits, { desk: await openDeskFor({ DATABASE_FILE: ':memory:' }) });
    const adapter = createDiscordAdapter(bot, { token: server.token, apiUrl: server.apiUrl, ...unheard });
    await adapter.start();
    const { facts } = await loadCorpus('data');
    for (const fact of facts.values()) {
      const recorded = await server.interact(slash('minerals', 'fact', { fact: fact.id }));
      const shown = JSON.stringify(recorded.response);
      expect(shown).toContain('Wrong or outdated');
      for (const { publisher } of fact.sources)
        expect(shown).toContain(JSON.stringify(publisher).slice(1, -1).slice(0, 20));
    }
    expect(server.rejected).toEqual([]);
    await adapter.stop();
    await server.close();
    await bot.close();
  }, 120_000);
});
