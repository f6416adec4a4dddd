import { once } from 'node:events';
import { Agent, get, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { parseServerConfig } from '../../src/server/config.ts';
import type { ServiceOptions } from '../../src/server/index.ts';
import { collectLog, type LogEntry } from '../support/log.ts';
import { openService, type RunningService } from '../support/service.ts';

let service: RunningService | undefined;

afterEach(async () => {
  await service?.close();
  service = undefined;
});

async function open(options: Partial<ServiceOptions> = {}): Promise<string> {
  service = await openService([], options);
  return service.origin;
}

const mount = (listener: RequestListener) => ({ mounts: [{ prefixes: ['/hook'], listener }] });
const answer: RequestListener = (request, response) => response.end(`here is ${request.url}`);

/** What the server gives to bytes that no client would send. */
async function send(origin: string, head: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.end(`${head}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

describe('the server', () => {
  it('says that the program lives', async () => {
    const response = await fetch(`${await open()}/healthz`);
    expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
  });

  it('passes on what is at or below a prefix, and nothing else', async () => {
    const origin = await open(mount(answer));
    expect(await (await fetch(`${origin}/hook`)).text()).toBe('here is /hook');
    expect(await (await fetch(`${origin}/hook/a?b`)).text()).toBe('here is /hook/a?b');
    for (const path of ['/hooked', '/', '/hoo']) {
      const response = await fetch(`${origin}${path}`);
      expect([response.status, await response.text()]).toEqual([404, 'There is nothing at this address.\n']);
    }
  });

  it('takes no other methods, and no large bodies', async () => {
    const origin = await open(mount(answer));
    const posted = await fetch(`${origin}/readyz`, { method: 'POST', body: 'x' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const large = await send(origin, 'POST /hook HTTP/1.1\r\nContent-Length: 1048577');
    expect(large).toMatch(/^HTTP\/1.1 413 /);
  });

  it.each(['GET //', 'GET /%E0%A4%A', 'GET http://[ ', 'NONSENSE', 'GET /hook/\0'])(
    'refuses %j and goes on',
    async (line) => {
      const origin = await open(mount(answer));
      expect(await send(origin, line.startsWith('GET') ? `${line} HTTP/1.1` : line)).toMatch(
        /^HTTP\/1.1 4\d\d /,
      );
      expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    },
  );

  it('answers for a listener that throws, with the reference that the log has', async () => {
    const entries: LogEntry[] = [];
    const listener = () => {
      throw new Error('broken hook');
    };
    const origin = await open({ ...mount(listener), log: collectLog([], entries) });
    const response = await fetch(`${origin}/hook`);
    const [, reference] = /reference is (\S+)\./.exec(await response.text()) ?? [];
    expect(response.status).toBe(500);
    expect(entries).toMatchObject([{ level: 'error', reference, message: 'Server: broken hook' }]);
  });

  it('says what to do when the port is taken', async () => {
    const port = Number(new URL(await open()).port);
    await expect(openService([], { port })).rejects.toMatchObject({
      message: `The server can't listen on port ${port}:`,
      problems: [expect.stringContaining('set PORT to a free port')],
    });
  });
});

describe('the server, told to stop', () => {
  it('finishes what is in flight, takes no more, and waits for no idle connection', async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const origin = await open(
      mount(async (_request, response) => {
        arrive();
        await released;
        response.end('done');
      }),
    );
    const idle = connect(Number(new URL(origin).port), '127.0.0.1');
    await once(idle, 'connect');
    idle.on('error', () => {});
    const agent = new Agent({ keepAlive: true });
    const [used] = await once(get(`${origin}/healthz`, { agent }), 'response');
    await text(used);
    const slow = fetch(`${origin}/hook`);
    await arrived;
    const stopped = service?.close();
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
    release();
    expect(await (await slow).text()).toBe('done');
    await stopped;
    agent.destroy();
  });
});

describe('GET /readyz', () => {
  it('is 200 only when every part is ready, and says why it is not', async () => {
    let isReady = false;
    const parts = [
      { name: 'one', check: () => ({ isReady: true, detail: 'fine' }) },
      { name: 'two', check: async () => ({ isReady, detail: 'so it is' }) },
    ];
    const origin = await open({ parts });
    const before = await fetch(`${origin}/readyz`);
    expect([before.status, await before.json()]).toEqual([
      503,
      {
        ready: false,
        parts: [
          { name: 'one', ready: true, detail: 'fine' },
          { name: 'two', ready: false, detail: 'so it is' },
        ],
      },
    ]);
    isReady = true;
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  });

  it('tells nothing of an error of a part', async () => {
    const check = async () => {
      throw new Error('password refused for postgres://desk:secret@db');
    };
    const response = await fetch(`${await open({ parts: [{ name: 'database', check }] })}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { ready: false, parts: [{ name: 'database', ready: false, detail: 'does not answer' }] },
    ]);
  });
});

describe('GET /metrics', () => {
  it('is for whoever has the token, where there is one', async () => {
    const origin = await open({ metricsToken: 'a-token-of-some-length' });
    const ask = async (authorization?: string) =>
      (await fetch(`${origin}/metrics`, authorization ? { headers: { authorization } } : {})).status;
    expect(await ask()).toBe(401);
    expect(await ask('Bearer another-token-of-length')).toBe(401);
    expect(await ask('Bearer a-token-of-some-length')).toBe(200);
  });

  it('can be had with every token that is taken at the start', async () => {
    const METRICS_TOKEN = 'aZ09-._~+/aZ09-._~+/==';
    const { metricsToken } = parseServerConfig({ METRICS_TOKEN });
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
    expect((await fetch(`${await open({ metricsToken })}/metrics`, { headers })).status).toBe(200);
  });

  it.each([
    'a token with some spaces',
    'a-token=of-some-length',
    'токен-достатньої-довжини',
    'line-break-at-end\n',
  ])('takes no token at the start that can not be sent: %j', (token) => {
    const parse = () => parseServerConfig({ METRICS_TOKEN: token });
    expect(parse).toThrow(
      expect.objectContaining({ problems: [expect.stringMatching(/^METRICS_TOKEN must be of letters/)] }),
    );
  });
});
