import type { Adapter } from '../adapters/adapter.ts';
import { platforms, web } from '../adapters/index.ts';
import type { Log } from '../bot/log.ts';
import { type OpenedBot, openBot } from '../bot-setup.ts';
import type { Desk } from '../desk/desk.ts';
import { openDeskFor } from '../desk-setup.ts';
import { openServiceLog } from '../logging/index.ts';
import { createMetrics, type Metrics } from '../monitoring/metrics.ts';
import { parseServerConfig } from '../server/config.ts';
import type { HttpServer } from '../server/http-server.ts';
import { createService } from '../server/index.ts';
import type { Part } from '../server/readiness.ts';
import type { Environment } from '../settings.ts';
import { describeParts } from './describe-parts.ts';
import { explain } from './explain.ts';
import { keepConnecting } from './keep-connecting.ts';
import { renderStartLine } from './start-line.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** Where the server listens when an adapter needs one and no port is set. */
const usualPort = 3_000;

/** Everything that runs, and is to be stopped. */
interface Running {
  readonly adapters: readonly Adapter[];
  readonly bot: OpenedBot;
  readonly desk: Desk | undefined;
  readonly metrics: Metrics;
}

/** Serves the platforms that the environment asks for, until a signal comes. */
export async function startService(environment: Environment): Promise<void> {
  const log = await openServiceLog(environment);
  process.on('uncaughtException', (error) => {
    log.error(`A bug ends the program: ${error.message}`, { error });
    process.exit(1);
  });
  try {
    await run(environment, log);
  } catch (error) {
    const { text, exitCode, isBug } = explain(error);
    log.error(text, isBug ? { error } : {});
    process.exit(exitCode);
  }
}

async function run(environment: Environment, log: Log): Promise<void> {
  const config = parseServerConfig(environment);
  const metrics = createMetrics();
  const { monitor } = metrics;
  const desk = await openDeskFor(environment, log);
  const bot = await openBot(environment, { isLive: true, desk, log, monitor });
  const adapters = await configure(environment, bot, { log, monitor });
  metrics.observe({ corpus: bot.corpus, connections: adapters });
  const running = { adapters, bot, desk, metrics };

  // The server answers before the platforms do: whoever asks is to learn that they are not connected yet.
  const server = needsServer(adapters, config.port)
    ? createServer(running, log, config.metricsToken)
    : undefined;
  const port = await server?.start(config.port ?? usualPort);
  stopOnSignals(async () => {
    await server?.stop();
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
    await bot.close();
  });
  const parts = describeParts(environment, {
    port,
    metricsToken: config.metricsToken,
    keeps: desk !== undefined,
  });
  log.info(renderStartLine(parts), { parts });

  const started = await Promise.all(adapters.map((adapter) => keepConnecting(adapter, log)));
  if (!started.includes(true)) process.exit(1);
}

async function configure(
  environment: Environment,
  bot: OpenedBot,
  telemetry: Parameters<(typeof platforms)[number]['configure']>[2],
): Promise<readonly Adapter[]> {
  const hasChat = platforms.some((one) => one !== web && one.plan(environment).isOn);
  // Beside others, the page has a port of its own: PORT is what the world reaches.
  const forPage = hasChat ? { ...environment, PORT: undefined } : environment;
  const configured = await Promise.all(
    platforms.map((one) => one.configure(one === web ? forPage : environment, bot, telemetry)),
  );
  return configured.filter((adapter) => adapter !== undefined);
}

function needsServer(adapters: readonly Adapter[], port: number | undefined): boolean {
  const hasEndpoints = adapters.some(({ endpoints = [] }) => endpoints.length > 0);
  const hasChat = adapters.some(({ platform }) => platform !== 'web');
  return hasEndpoints || (port !== undefined && hasChat);
}

function createServer(
  { adapters, bot, desk, metrics }: Running,
  log: Log,
  metricsToken: string | undefined,
): HttpServer {
  const platformParts = adapters.map(({ name, status }): Part => ({ name, check: status }));
  const corpus = (): ReturnType<Part['check']> => {
    const { facts, problems } = bot.corpus.status();
    const edit = problems.length === 0 ? '' : '; a later edit is not sound';
    return { isReady: facts > 0, detail: `${facts} facts${edit}` };
  };
  const database = async () => {
    await desk?.ping();
    return { isReady: true, detail: desk === undefined ? 'none, nothing is kept' : 'answers' };
  };
  return createService({
    mounts: adapters.flatMap(({ endpoints = [] }) => endpoints),
    parts: [...platformParts, { name: 'corpus', check: corpus }, { name: 'database', check: database }],
    renderMetrics: metrics.render,
    metricsToken,
    log,
  });
}
