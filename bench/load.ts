/**
 * How much one process carries: `npm run bench:load`. autocannon drives signed Slack commands and Discord interactions over
 * the loopback interface, and in turn, in the same run, a bare Bolt app that sends a constant answer.
 *   -- --distinct       every question is another one: none was asked before
 *   -- --seconds 10     length of each round, by default 5
 *   -- --connections 16
 * The database is in memory unless DATABASE_FILE or DATABASE_URL says otherwise, and nobody is limited unless
 * LIMIT_PER_USER or LIMIT_PER_PLACE says so.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { readGolden } from '../src/maintenance/golden.ts';
import { publicKey, signInteraction } from './load/discord-side.ts';
import { type SignedRequest, signCommand, signingSecret, startSlackSide } from './load/slack-side.ts';

const { values } = parseArgs({
  options: {
    distinct: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
  },
});
const rounds = 3;
const mostQuestions = 500;

interface Target {
  readonly name: string;
  readonly port: number;
  readonly path: string;
  readonly sign: () => SignedRequest;
}

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

const slack = await startSlackSide();
const environment = {
  SLACK_API_URL: slack.apiUrl,
  SLACK_SIGNING_SECRET: signingSecret,
  NODE_ENV: 'production',
};
const barePort = 4_701;
const ourPort = 4_702;
const children = [
  start('bench/load/bare-bolt.ts', { ...environment, PORT: String(barePort) }),
  start('src/main.ts', {
    ...environment,
    PORT: String(ourPort),
    SLACK_BOT_TOKEN: 'xoxb-ours',
    DISCORD_PUBLIC_KEY: publicKey,
    DATABASE_FILE: process.env.DATABASE_FILE ?? ':memory:',
    DATABASE_URL: process.env.DATABASE_URL ?? '',
    LIMIT_PER_USER: process.env.LIMIT_PER_USER ?? 'off',
    LIMIT_PER_PLACE: process.env.LIMIT_PER_PLACE ?? 'off',
    LOG_LEVEL: 'error',
  }),
];
try {
  await Promise.all([untilOpen(barePort, '/'), untilOpen(ourPort, '/readyz')]);
  const ask = createAsker(await questionsToAsk());
  const command = () => signCommand(ask(), slack.responseUrl);
  const targets: readonly Target[] = [
    { name: 'bare Bolt', port: barePort, path: '/slack/events', sign: command },
    { name: 'ours, Slack', port: ourPort, path: '/slack/events', sign: command },
    {
      name: 'ours, Discord',
      port: ourPort,
      path: '/discord/interactions',
      sign: () => signInteraction(ask()),
    },
  ];
  const results = new Map(targets.map((target) => [target, [] as Round[]]));
  // The first round warms up, and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const target of targets) {
      const result = await drive(target);
      if (round > 0) results.get(target)?.push(result);
    }
  }
  report(results);
} finally {
  for (const child of children) child.kill();
  slack.close();
}

function start(file: string, env: Readonly<Record<string, string>>) {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, ['--import', './src/node-guard.js', file], {
    env: { PATH, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function untilOpen(port: number, path: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    if (response !== undefined && response.status !== 503) return;
    await delay(100);
  }
  throw new Error(`Nothing answers on port ${port}.`);
}

async function questionsToAsk(): Promise<readonly string[]> {
  const golden = await readGolden(resolve('test', 'questions.yaml'));
  return (golden?.questions ?? [])
    .map(({ ask }) => ask)
    .filter((ask) => ask.length <= 200)
    .slice(0, mostQuestions);
}

function createAsker(questions: readonly string[]): () => string {
  let count = 0;
  return () => {
    count += 1;
    const question = questions[count % questions.length] ?? '';
    return values.distinct ? `${question} ${count}` : question;
  };
}

async function drive({ port, path, sign }: Target): Promise<Round> {
  const setupRequest = (request: autocannon.Request) => ({ ...request, ...sign() });
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: Number(values.connections),
    duration: Number(values.seconds),
    requests: [{ method: 'POST', path, setupRequest }],
  });
  const perSecond = result.requests.total / result.duration;
  const { p50, p99 } = result.latency;
  return { perSecond, p50, p99, failed: result.non2xx + result.errors };
}

function report(results: ReadonlyMap<Target, readonly Round[]>): void {
  const [bare = 0, ...ours] = [...results.values()].map((all) =>
    median(all.map(({ perSecond }) => perSecond)),
  );
  const [bareP99 = 0, ...oursP99] = [...results.values()].map((all) => median(all.map(({ p99 }) => p99)));
  console.log('                requests/s   p50 ms   p99 ms   failed');
  for (const [{ name }, all] of results) {
    const cells = [
      median(all.map(({ perSecond }) => perSecond))
        .toFixed(0)
        .padStart(10),
      median(all.map(({ p50 }) => p50))
        .toFixed(1)
        .padStart(8),
      median(all.map(({ p99 }) => p99))
        .toFixed(1)
        .padStart(8),
      String(all.reduce((sum, { failed }) => sum + failed, 0)).padStart(8),
    ];
    console.log(`${name.padEnd(16)}${cells.join(' ')}`);
  }
  ours.forEach((perSecond, index) => {
    const name = ['Slack', 'Discord'][index];
    const slower = (oursP99[index] ?? 0) / Math.max(bareP99, 0.1);
    console.log(
      `${name}: ${(perSecond / bare).toFixed(2)} of the bare app's throughput, p99 ${slower.toFixed(2)} times its`,
    );
  });
  console.log(`${slack.answers()} answers came to Slack.`);
  console.log(`Our memory at the end: ${memoryOf(children[1]?.pid)} MB`);
}

/** Resident memory in MB, where the system tells it. */
function memoryOf(pid: number | undefined): string {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
  return kilobytes === undefined ? 'unknown' : (Number(kilobytes) / 1_024).toFixed(0);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
