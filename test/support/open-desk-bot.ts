import { type OpenedBot, openBot } from '../../src/bot-setup.ts';
import { openDeskFor } from '../../src/desk-setup.ts';
import { collectLog } from './log.ts';
import { noLimits } from './no-limits.ts';

/** A bot over the small corpus, with what it keeps in the database that the environment names. */
export async function openDeskBot(
  environment: Readonly<Record<string, string>>,
  lines: string[] = [],
): Promise<OpenedBot> {
  const all = { CORPUS_DIR: 'test/fixtures/bridge', ...noLimits, ...environment };
  const log = collectLog(lines);
  return openBot(all, { desk: await openDeskFor(all, log), log });
}
