import { platforms } from './adapters/index.ts';
import { runAsk } from './adapters/terminal/ask.ts';
import { runChat } from './adapters/terminal/chat.ts';
import { type OpenedBot, openBot } from './bot-setup.ts';
import { loadEnvironment } from './config.ts';
import { openDeskFor } from './desk-setup.ts';
import { describeError } from './logging/describe-error.ts';
import { openPlainLog } from './logging/index.ts';
import { createScrubber } from './logging/scrub.ts';
import { explain } from './start/explain.ts';
import { chatBesideDesk, serveDesk } from './start/terminal.ts';

const [mode = 'start', ...argv] = process.argv.slice(2);
const environment = loadEnvironment();
const streams = { input: process.stdin, output: process.stdout, environment };
/** Whether any platform is asked for. */
const isService = platforms.some((platform) => platform.plan(environment).isOn);
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
  else if (isService) await (await import('./start/service.ts')).startService(environment);
  else
    await withBot({ isLive: true }, (bot) => chatBesideDesk({ bot, environment, streams, log: openLog() }));
} catch (error) {
  const { text, exitCode, isBug } = explain(error);
  console.error(createScrubber(environment)(isBug ? describeError(error).stack : text));
  process.exitCode = exitCode;
}

/** In a terminal somebody may be typing. */
function openLog() {
  return openPlainLog(environment, { isTyping: process.stdin.isTTY });
}

async function open({ isLive }: { isLive: boolean }): Promise<OpenedBot> {
  const log = openLog();
  return openBot(environment, { isLive, desk: await openDeskFor(environment, log), log });
}

async function withBot(options: { isLive: boolean }, use: (bot: OpenedBot) => Promise<void>): Promise<void> {
  const bot = await open(options);
  await use(bot).finally(() => bot.close());
}

async function startDesk(): Promise<void> {
  const bot = await open({ isLive: true });
  try {
    await serveDesk({ bot, environment, log: openLog() });
  } catch (error) {
    await bot.close();
    throw error;
  }
}
