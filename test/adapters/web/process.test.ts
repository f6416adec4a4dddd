import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it, vi } from 'vitest';

/** The program as somebody starts it in a shell. */
function start(mode: string, environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', './src/node-guard.js', 'src/main.ts', mode], {
    env: { ...process.env, CORPUS_DIR: 'test/fixtures/bridge', ...environment },
  });
  let errors = '';
  let output = '';
  child.stderr.on('data', (data: Buffer) => {
    errors += data;
  });
  child.stdout.on('data', (data: Buffer) => {
    output += data;
  });
  const address = () =>
    vi.waitFor(
      () => {
        const [, url] = /Desk: (http:\S+)/.exec(errors) ?? [];
        if (url === undefined) throw new Error(`no address yet: ${errors}`);
        return url;
      },
      { timeout: 15_000 },
    );
  return { child, closed: once(child, 'close'), address, errors: () => errors, output: () => output };
}

describe('npm run desk', () => {
  it('prints its address, serves, and leaves with 0 on SIGTERM', async () => {
    const desk = start('desk', { WEB_PORT: '0' });
    const page = await fetch(await desk.address());
    expect(await page.text()).toContain('Ask about the Long Bridge');
    desk.child.kill('SIGTERM');
    await desk.closed;
    expect(desk.child.exitCode).toBe(0);
  });

  it('lists what is set wrong, and leaves with 1', async () => {
    const desk = start('desk', { WEB_PORT: 'many', WEB_PUBLIC_URL: 'desk.example' });
    await desk.closed;
    expect(desk.child.exitCode).toBe(1);
    expect(desk.errors()).toBe(
      'The desk is not set up right:\nWEB_PORT must be a number\nWEB_PUBLIC_URL must be an http or https address\n',
    );
  });
});

describe('npm start without a chat platform', () => {
  it('opens the desk beside the terminal chat, and closes it with the chat', async () => {
    const both = start('start', { PORT: '0' });
    expect((await fetch(await both.address())).status).toBe(200);
    both.child.stdin.end('when did the bridge open\n/quit\n');
    await both.closed;
    expect(both.child.exitCode).toBe(0);
    expect(both.output()).toContain('opened to traffic');
  });

  it('goes on with the terminal chat when the port is taken, and says what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const chat = start('start', { WEB_PORT: String(port) });
    chat.child.stdin.end('when did the bridge open\n');
    await chat.closed;
    expect(chat.child.exitCode).toBe(0);
    expect(chat.errors()).toContain(`The desk can't listen on 127.0.0.1:${port}:\n`);
    expect(chat.errors()).toContain('set WEB_PORT to a free port');
    expect(chat.output()).toContain('opened to traffic');
    other.close();
  });

  it('leaves the desk out when told so', async () => {
    const chat = start('start', { WEB: 'off' });
    chat.child.stdin.end('/quit\n');
    await chat.closed;
    expect(chat.errors()).not.toContain('http://');
  });

  it('opens the desk alone when only that is asked for', async () => {
    const desk = start('start', { WEB: 'on', WEB_PORT: '0', LOG_FORMAT: 'plain' });
    desk.child.stdin.end();
    expect((await fetch(await desk.address())).status).toBe(200);
    expect(desk.output()).toBe('');
    desk.child.kill('SIGTERM');
    await desk.closed;
    expect(desk.child.exitCode).toBe(0);
  });
});
