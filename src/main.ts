import { setTimeout as delay } from 'node:timers/promises';
import type { Adapter } from './adapters/adapter.ts';
import { platforms, web } from './adapters/index.ts';
import { runAsk } from './adapters/terminal/ask.ts';
import { createChat, runChat } from './adapters/terminal/chat.ts';
import { type OpenedBot, openBot } from './bot-setup.ts';
import { loadEnvironment } from './config.ts';
import { openDeskFor } from './desk-setup.ts';
import { StartupError, UserError } from './errors.ts';

const [mode = 'start', ...argv] = process.argv.slice(2);
const environment = loadEnvironment();
const streams = { input: process.stdin, output: process.stdout, environment };
const longestPauseMs = 60_000;
/** In a terminal somebody may be typing: what is said begins on a line of its own. */
const log = (message: string) => console.error(process.stdin.isTTY ? `\n${message}` : message);
const tasks = Object.assign(
  {},
  ...platforms.map((platform) => platform.tasks),
) as (typeof platforms)[number]['tasks'];

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  const task = tasks[mode];
  if (task !== undefined) console.log(await task(environment, await openBot(environment)));
  else if (mode === 'ask') await withBot({ isLive: false }, (bot) => runAsk(argv, bot, streams));
  else if (mode === 'chat') await withBot({ isLive: true }, (bot) => runChat(argv, bot, streams));
  else if (mode === 'desk') await startDesk();
  else await start();
} catch (error) {
  process.exitCode = explain(error);
}

async function withBot(
  { isLive }: { isLive: boolean },
  use: (bot: OpenedBot) => Promise<void>,
): Promise<void> {
  const bot = await openBot(environment, { isLive, desk: await openDeskFor(environment), log });
  await use(bot).finally(() => bot.close());
}

async function start(): Promise<void> {
  const bot = await openBot(environment, { isLive: true, desk: await openDeskFor(environment), log });
  const configured = await Promise.all(platforms.map((platform) => platform.configure(environment, bot)));
  const adapters = configured.filter((adapter) => adapter !== undefined);
  if (adapters.length === 0) {
    const ways = platforms.map(({ name, howToConfigure }) => `  ${name}: ${howToConfigure}\n`);
    console.error(
      `No chat platform is configured, so here is the terminal chat. To connect one, set in .env:\n${ways.join('')}`,
    );
    return chatBesideDesk(bot).finally(() => bot.close());
  }
  stopOnSignals(adapters, bot);
  const started = await Promise.all(adapters.map(keepConnecting));
  if (!started.includes(true)) process.exit(1);
}

/** The terminal chat with the web page beside it; when one can't be, the other still is. */
async function chatBesideDesk(bot: OpenedBot): Promise<void> {
  const desk = await tryToOpenDesk(bot);
  await createChat(bot, streams).start();
  await desk?.stop();
}

async function tryToOpenDesk(bot: OpenedBot): Promise<Adapter | undefined> {
  try {
    const desk = await web.open(environment, bot);
    await desk?.start();
    return desk;
  } catch (error) {
    explain(error);
    return undefined;
  }
}

/** The web page alone. */
async function startDesk(): Promise<void> {
  const bot = await openBot(environment, { isLive: true, desk: await openDeskFor(environment), log });
  try {
    const desk = await web.open({ ...environment, WEB: 'on' }, bot);
    if (desk === undefined) return;
    stopOnSignals([desk], bot);
    await desk.start();
  } catch (error) {
    await bot.close();
    throw error;
  }
}

/**
 * Connects one platform without holding up or taking down another: what may pass is tried again, more and more slowly.
 * @returns False when the platform refuses for good, which is said on standard error.
 */
async function keepConnecting(adapter: Adapter): Promise<boolean> {
  for (let pauseMs = 1_000; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      await adapter.start();
      return true;
    } catch (error) {
      if (error instanceof StartupError) {
        explain(error);
        return false;
      }
      const reason = error instanceof Error ? error.message : String(error);
      console.error(`${adapter.name}: can't connect (${reason}); trying again in ${pauseMs / 1_000} s.`);
      await delay(pauseMs);
    }
  }
}

/** The first signal lets every adapter finish what is in flight; a second one does not wait. */
function stopOnSignals(adapters: readonly Adapter[], bot: OpenedBot): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
    await bot.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Says what is wrong on standard error, without a stack trace where it is not a bug; gives back the exit code. */
function explain(error: unknown): number {
  if (error instanceof StartupError) {
    console.error([error.message, ...error.problems].join('\n'));
    return 1;
  }
  if (error instanceof UserError) {
    console.error(`${error.message}\n${error.nextStep}`);
    return 2;
  }
  console.error(error);
  return 1;
}
