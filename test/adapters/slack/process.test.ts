import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { openDeskFor } from '../../../src/desk-setup.ts';
import { loadCorpus } from '../../../src/knowledge/read-corpus.ts';
import { createDiscordServer } from '../../support/discord/server.ts';
import { unheard } from '../../support/log.ts';
import { noLimits } from '../../support/no-limits.ts';
import { slashCommand } from '../../support/slack/envelopes.ts';
import { createSlackServer, type SlackServer } from '../../support/slack/server.ts';

function start(environment: Record<string, string>, mode: readonly string[] = []) {
  const child = spawn(process.execPath, ['--import', './src/node-guard.js', 'src/main.ts', ...mode], {
    env: { ...process.env, CORPUS_DIR: 'test/fixtures/bridge', ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString();
    });
  }
  return { child, closed: once(child, 'close'), read: () => output };
}

const settingsOf = (server: SlackServer) => ({
  SLACK_BOT_TOKEN: server.botToken,
  SLACK_APP_TOKEN: server.appToken,
  SLACK_API_URL: server.apiUrl,
});

describe('npm start with Slack and Discord', () => {
  it('brings both up, and leaves with 0 on SIGTERM', async () => {
    const [slack, discord] = await Promise.all([createSlackServer(), createDiscordServer()]);
    const settings = { ...settingsOf(slack), DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
    const { child, closed, read } = start(settings);
    await vi.waitFor(
      () => expect(read()).toMatch(/(?=[\s\S]*Slack: connected)(?=[\s\S]*Discord: connected)/),
      15_000,
    );
    const sent = await slack.send(slashCommand('when did the bridge open'));
    await vi.waitFor(() => expect(sent.responses).toHaveLength(1));
    child.kill('SIGTERM');
    await closed;
    expect(child.exitCode).toBe(0);
    expect(read()).not.toContain(slack.botToken);
    await Promise.all([slack.close(), discord.close()]);
  });

  it('serves the one when the other refuses', async () => {
    const [slack, discord] = await Promise.all([createSlackServer(), createDiscordServer()]);
    const settings = {
      ...settingsOf(slack),
      DISCORD_TOKEN: 'not.the.token',
      DISCORD_API_URL: discord.apiUrl,
    };
    const { child, closed, read } = start(settings);
    await vi.waitFor(
      () => expect(read()).toMatch(/(?=[\s\S]*Slack: connected)(?=[\s\S]*Discord refuses the token)/),
      15_000,
    );
    const sent = await slack.send(slashCommand('when did the bridge open'));
    await vi.waitFor(() => expect(sent.responses).toHaveLength(1));
    child.kill('SIGTERM');
    await closed;
    await Promise.all([slack.close(), discord.close()]);
  });

  it('keeps trying, and says so, while a platform can not be reached', async () => {
    const settings = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      LOG_FORMAT: 'plain',
    };
    const { child, closed, read } = start(settings);
    await vi.waitFor(
      () => expect(read()).toMatch(/trying again in 1 s\.\n(.*\n)*.*trying again in 2 s\./),
      15_000,
    );
    child.kill('SIGTERM');
    await closed;
    expect(child.exitCode).toBe(0);
  });
});

describe('npm run slack:manifest', () => {
  it('prints a manifest that can be pasted', async () => {
    const { closed, read } = start({}, ['slack:manifest']);
    await closed;
    expect(JSON.parse(read())).toMatchObject({ display_information: { name: 'Minerals Desk' } });
  });
});

describe('every fact of the corpus', () => {
  it('is a message that Slack accepts', async () => {
    const server = await createSlackServer();
    // With the buttons for feedback, which need room too.
    const bot = await openBot(noLimits, { desk: await openDeskFor({ DATABASE_FILE: ':memory:' }) });
    const mode = { type: 'socket' as const, appToken: server.appToken };
    const adapter = createSlackAdapter(bot, {
      botToken: server.botToken,
      apiUrl: server.apiUrl,
      mode,
      ...unheard,
    });
    await adapter.start();
    const { facts } = await loadCorpus('data');
    for (const id of facts.keys()) {
      const sent = await server.send(slashCommand(`fact ${id}`));
      await vi.waitFor(() => expect(sent.responses).toHaveLength(1), { interval: 1 });
      expect(JSON.stringify(sent.responses)).toContain('Wrong or outdated');
    }
    expect(server.rejected).toEqual([]);
    await adapter.stop();
    await server.close();
    await bot.close();
  }, 120_000);
});
