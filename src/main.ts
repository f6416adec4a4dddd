import { platforms } from './adapters/index.ts';
import { runAsk } from './adapters/terminal/ask.ts';
import { createChat } from './adapters/terminal/chat.ts';
import { openBot } from './bot-setup.ts';
import { loadEnvironment } from './config.ts';
import { StartupError, UserError } from './errors.ts';

const [mode = 'start', ...argv] = process.argv.slice(2);
const environment = loadEnvironment();
const streams = { input: process.stdin, output: process.stdout, environment };

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  const bot = await openBot(environment);
  if (mode === 'ask') await runAsk(argv, bot, streams);
  else if (mode === 'chat') await createChat(bot, streams).start();
  else await start(bot);
} catch (error) {
  process.exitCode = explain(error);
}

async function start(bot: Awaited<ReturnType<typeof openBot>>): Promise<void> {
  const configured = await Promise.all(platforms.map((platform) => platform.configure(environment, bot)));
  const adapters = configured.filter((adapter) => adapter !== undefined);
  if (adapters.length === 0) {
    const ways = platforms.map(({ name, howToConfigure }) => `  ${name}: ${howToConfigure}\n`);
    console.error(
      `No chat platform is configured, so here is the terminal chat.\n${ways.length === 0 ? '' : 'To connect one, set in .env:\n'}${ways.join('')}`,
    );
    return createChat(bot, streams).start();
  }
  await Promise.all(adapters.map((adapter) => adapter.start()));
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
