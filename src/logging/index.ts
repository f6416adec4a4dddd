import type { Log } from '../bot/log.ts';
import type { Environment } from '../settings.ts';
import { parseLogConfig } from './config.ts';
import { createPlainLog } from './plain-log.ts';
import { createScrubber } from './scrub.ts';

/**
 * The log for people at a terminal: plain lines on standard error.
 * @param isTyping Whether somebody may be typing there, so that an entry begins on a line of its own.
 * @throws StartupError when a setting is wrong.
 */
export function openPlainLog(environment: Environment, { isTyping }: { readonly isTyping: boolean }): Log {
  const scrub = createScrubber(environment);
  const write = (text: string) => console.error(scrub(isTyping ? `\n${text}` : text));
  return createPlainLog({ level: parseLogConfig(environment).level, write });
}

/**
 * The log of the program as it serves chat platforms: JSON lines on standard error, or plain ones when somebody reads
 * them in a terminal; LOG_FORMAT decides otherwise.
 * @throws StartupError when a setting is wrong.
 */
export async function openServiceLog(environment: Environment): Promise<Log> {
  const { format = process.stderr.isTTY ? 'plain' : 'json', level } = parseLogConfig(environment);
  if (format === 'plain') return openPlainLog(environment, { isTyping: false });
  const { createJsonLog } = await import('./json-log.ts');
  return createJsonLog({ level, scrub: createScrubber(environment) });
}
