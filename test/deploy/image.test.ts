import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it, vi } from 'vitest';
import { readDockerfile } from '../support/deploy/dockerfile.ts';
import { isServed, knownSettings, namesIn } from '../support/deploy/settings.ts';
import { createSlackServer, type SlackServer } from '../support/slack/server.ts';

const image = readDockerfile();
/** The image's own node comes first in its path; here it is the one that runs the tests. */
const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);

describe('the Dockerfile', () => {
  it('is sound', () => {
    expect(validate(readFileSync('Dockerfile', 'utf8'))).toEqual([]);
  });

  it('begins with a pinned Node that the program runs on', () => {
    expect(new Set(image.bases).size).toBe(1);
    const [, major] = /^node:(\d+)\.\d+\.\d+-slim$/.exec(image.bases[0] ?? '') ?? [];
    const [, oldest] = /oldestNode = (\d+)/.exec(readFileSync('src/node-guard.js', 'utf8')) ?? [];
    expect(Number(major)).toBeGreaterThanOrEqual(Number(oldest));
  });

  it('brings neither what only developers need nor a second Node', () => {
    const install = image.runs.find((run) => run.includes('npm ci'));
    expect(install).toContain('--omit=dev');
    // Nothing of a package runs while it is installed, and nothing needs to.
    expect(install).toContain('--ignore-scripts');
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('hasInstallScript');
    expect(install).toContain('rm -rf node_modules/node-linux-*');
  });

  it('copies what there is, and nothing that the context leaves out', () => {
    const context = readFileSync('.dockerignore', 'utf8').split('\n');
    expect(context).toContain('*');
    for (const path of image.copied) {
      expect(existsSync(path), path).toBe(true);
      expect(context).toContain(`!${path}`);
    }
    expect(
      context.filter((line) => /\.env|\.git|node_modules|\.db/.test(line) && line.startsWith('!')),
    ).toEqual([]);
  });

  it('runs as nobody of importance, and writes nowhere but to its volume', () => {
    expect(image.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(image.volumes).toEqual([dirname(image.environment.DATABASE_FILE ?? '')]);
  });

  it('sets only what the program reads, and opens the port that it sets', () => {
    expect(Object.keys(image.environment).filter((name) => !knownSettings.has(name))).toEqual([]);
    expect(image.ports).toEqual([image.environment.PORT]);
  });
});

describe('process 1 of the image', () => {
  it('is node itself, which no shell and no npm stands before', () => {
    expect(image.command[0]).toBe('node');
    expect(image.healthcheck[0]).toBe('node');
    expect(isServed('/healthz')).toBe(true);
  });

  it('is healthy and ready while it runs, and ends with 0 on SIGTERM, with nothing left behind', async () => {
    const slack = await createSlackServer();
    const { child, closed, port } = await startProcess(slack);
    expect(await runHealthcheck(port)).toBe(0);
    const readiness = () => fetch(`http://127.0.0.1:${port}/readyz`);
    await vi.waitFor(async () => expect((await readiness()).status).toBe(200), { timeout: 15_000 });
    child.kill('SIGTERM');
    // All that it started has ended too, when nobody holds its output any longer.
    await closed;
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
    expect(await runHealthcheck(port)).toBe(1);
    await slack.close();
  });
});

/** Process 1 as the image starts it, on any free port, connected to a Slack on this machine. */
async function startProcess({ botToken, appToken, apiUrl }: SlackServer) {
  const [program = '', ...args] = image.command;
  const settings = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl };
  const own = { ...image.environment, PATH, PORT: '0', DATABASE_FILE: ':memory:' };
  const env = { ...own, ...settings, CORPUS_DIR: 'test/fixtures/bridge' };
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      output += data;
    });
  const port = await vi.waitFor(
    () => {
      const [, found] = /server on \(port (\d+)\)/.exec(output) ?? [];
      if (found === undefined) throw new Error(`no port yet: ${output}`);
      return found;
    },
    { timeout: 15_000 },
  );
  return { child, closed, port };
}

async function runHealthcheck(port: string): Promise<number | null> {
  const [program = '', ...args] = image.healthcheck;
  const check = spawn(program, args, { env: { PATH, PORT: port }, stdio: 'ignore' });
  await once(check, 'close');
  return check.exitCode;
}

describe('.env.example', () => {
  it('names only what the program or compose.yaml reads', () => {
    const compose = readFileSync('compose.yaml', 'utf8');
    const names = namesIn(readFileSync('.env.example', 'utf8'));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !knownSettings.has(name) && !compose.includes(`\${${name}`))).toEqual([]);
  });
});
