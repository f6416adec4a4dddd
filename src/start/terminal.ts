import type { Adapter } from '../adapters/adapter.ts';
import { platforms, web } from '../adapters/index.ts';
import { createChat } from '../adapters/terminal/chat.ts';
import type { Log } from '../bot/log.ts';
import { noMonitor } from '../bot/monitor.ts';
import type { OpenedBot } from '../bot-setup.ts';
import type { Environment } from '../settings.ts';
import { explain } from './explain.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** What somebody at a terminal works with. */
export interface Terminal {
  readonly bot: OpenedBot;
  readonly environment: Environment;
  readonly streams: Parameters<typeof createChat>[1];
  readonly log: Log;
}

/** The terminal chat with the web page beside it; when one can't be, the other still is. Ends with the chat. */
export async function chatBesideDesk(terminal: Terminal): Promise<void> {
  const ways = platforms.map(({ name, howToConfigure }) => `  ${name}: ${howToConfigure}\n`);
  console.error(
    `No chat platform is configured, so here is the terminal chat. To connect one, set in .env:\n${ways.join('')}`,
  );
  const desk = await tryToOpenDesk(terminal);
  await createChat(terminal.bot, terminal.streams).start();
  await desk?.stop();
}

async function tryToOpenDesk({ bot, environment, log }: Terminal): Promise<Adapter | undefined> {
  try {
    const desk = await web.open(environment, bot, { log, monitor: noMonitor });
    await desk?.start();
    return desk;
  } catch (error) {
    const { text, isBug } = explain(error);
    log.error(text, isBug ? { error } : {});
    return undefined;
  }
}

/** The web page alone, until a signal comes. @throws StartupError when it can't be. */
export async function serveDesk({ bot, environment, log }: Omit<Terminal, 'streams'>): Promise<void> {
  const desk = await web.open({ ...environment, WEB: 'on' }, bot, { log, monitor: noMonitor });
  if (desk === undefined) return;
  stopOnSignals(async () => {
    await desk.stop();
    await bot.close();
  });
  await desk.start();
}
