import { describe, expect, it, vi } from 'vitest';
import { slash } from '../support/discord/interactions.ts';
import { createDiscordServer } from '../support/discord/server.ts';
import { startProgram } from '../support/program.ts';
import { mention, slashCommand } from '../support/slack/envelopes.ts';
import { createSlackServer } from '../support/slack/server.ts';

const question = 'who sells purple umbrellas at the harbour';

describe('npm start with Discord and Slack over HTTP', () => {
  it('serves both on one port, says how it is, and lets no secret and no question into its log', async () => {
    const [slack, discord] = await Promise.all([
      createSlackServer({ refusals: { 'chat.postMessage': 'channel_not_found' } }),
      createDiscordServer(),
    ]);
    const secrets = {
      DISCORD_TOKEN: discord.token,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      METRICS_TOKEN: 'a-metrics-token-nobody-has',
      GAPS_KEY: 'a-key-for-the-hashes-of-places',
    };
    const program = startProgram({
      ...secrets,
      DISCORD_API_URL: discord.apiUrl,
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
    });
    const [, port] = await program.waitFor(/server on \(port (\d+)\)/);
    const origin = `http://127.0.0.1:${port}`;
    await vi.waitFor(async () => expect((await fetch(`${origin}/readyz`)).status).toBe(200), {
      timeout: 15_000,
    });

    const who = { userId: '100200300400500600', username: 'anna' };
    const asked = await discord.interact({ ...slash('minerals', 'ask', { question }), ...who });
    expect(JSON.stringify(asked.response)).toContain('no sourced fact');
    const events = `${origin}/slack/events`;
    const { responses } = await slack.post(events, slashCommand(question));
    await vi.waitFor(() => expect(responses).toHaveLength(1));
    // It can be neither answered nor apologised for.
    await slack.post(events, mention(question));
    await program.waitFor(/nobody could be told/);
    await slack.post(events, slashCommand(question), { signature: 'bad' });
    await fetch(`${origin}/${slack.botToken}?q=${encodeURIComponent(question)}`);
    discord.dropConnections();
    await program.waitFor(/connected again/);

    expect((await fetch(`${origin}/metrics`)).status).toBe(401);
    const headers = { authorization: `Bearer ${secrets.METRICS_TOKEN}` };
    const metrics = await (await fetch(`${origin}/metrics`, { headers })).text();
    expect(metrics).toContain(
      'minerals_questions_total{platform="slack",command="ask",outcome="no_answer"} 2',
    );
    expect(metrics).toContain('minerals_connection_ready{platform="discord"} 1');

    program.child.kill('SIGTERM');
    await program.closed;
    expect(program.child.exitCode).toBe(0);
    const written = program.read();
    for (const secret of Object.values(secrets)) expect(written).not.toContain(secret);
    expect(written).not.toMatch(/umbrella|harbour|100200300400500600|anna|U0PERSON/i);
    // Every line is JSON, and the one error has the reference that was to be told.
    const errors = program.entries().filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([{ reference: expect.stringMatching(/^\w{3}-\w{3}$/) }]);
    await Promise.all([slack.close(), discord.close()]);
  });

  it('says at once what is on, what is off and why, and that it is not ready while Discord can not be reached', async () => {
    const program = startProgram({
      DISCORD_TOKEN: 'not.the.token',
      DISCORD_API_URL: 'http://127.0.0.1:9/api',
      PORT: '0',
      GAPS: 'off',
      LOG_FORMAT: 'plain',
    });
    const [line, port] = await program.waitFor(/^Starting: .*server on \(port (\d+)\).*$/m);
    expect(line.replace(`${port}`, '3000')).toBe(
      'Starting: Discord on (gateway); Slack off (SLACK_BOT_TOKEN is not set); Desk off (WEB is not on); server on (port 3000); pages on (without OPERATOR_NAME they do not say who runs the bot); metrics on (open to whoever reaches the port); database on (SQLite in :memory:); limits on (300 a minute for each asker, 3000 for each place); gaps off (GAPS=off).',
    );
    const response = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      503,
      {
        ready: false,
        parts: [
          { name: 'Discord', ready: false, detail: 'connecting' },
          { name: 'corpus', ready: true, detail: expect.stringMatching(/^\d+ facts$/) },
          { name: 'database', ready: true, detail: 'answers' },
        ],
      },
    ]);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    program.child.kill('SIGTERM');
    await program.closed;
    expect(program.child.exitCode).toBe(0);
  });

  it('lists what is set wrong, and leaves with 1', async () => {
    const program = startProgram({ DISCORD_TOKEN: 'x', PORT: 'many', METRICS_TOKEN: 'short' });
    await program.closed;
    expect(program.child.exitCode).toBe(1);
    expect(program.entries()).toMatchObject([
      {
        level: 'error',
        message:
          'The server is not set up right:\nPORT must be a number\nMETRICS_TOKEN must have at least 16 characters',
      },
    ]);
  });

  it('explains a platform that is set up by half, instead of opening the terminal chat', async () => {
    const program = startProgram({ SLACK_CLIENT_SECRET: 'the client secret' });
    await program.closed;
    expect(program.child.exitCode).toBe(1);
    expect(program.entries()).toMatchObject([
      {
        level: 'error',
        message: expect.stringMatching(/^Slack is not set up right:\nSLACK_CLIENT_ID is missing/),
      },
    ]);
  });

  it('writes no more than it is told to', async () => {
    const program = startProgram({ DISCORD_TOKEN: 'x', PORT: 'many', LOG_LEVEL: 'silent' });
    await program.closed;
    expect([program.child.exitCode, program.read()]).toEqual([1, '']);
  });
});

describe('the desk beside a chat platform', () => {
  it('leaves PORT to the server', async () => {
    const discord = await createDiscordServer();
    const program = startProgram({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      PORT: '0',
      WEB: 'on',
      WEB_PORT: '0',
      LOG_FORMAT: 'plain',
    });
    const [, port] = await program.waitFor(/server on \(port (\d+)\)/);
    const [, desk = ''] = await program.waitFor(/Desk: (http\S+)/);
    expect(new URL(desk).port).not.toBe(port);
    expect(await (await fetch(desk)).text()).toContain('Long Bridge');
    program.child.kill('SIGTERM');
    await program.closed;
    await discord.close();
  });
});
