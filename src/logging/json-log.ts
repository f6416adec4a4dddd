import { pino } from 'pino';
import type { Log, LogFields } from '../bot/log.ts';
import type { LogConfig } from './config.ts';
import { describeError } from './describe-error.ts';

export interface JsonLogOptions extends Pick<LogConfig, 'level'> {
  /** Takes each line, with its line break, and gives back what is written. */
  readonly scrub: (line: string) => string;
}

/** One JSON object a line on standard error: time, level, message and fields. Nothing is lost when the program ends. */
export function createJsonLog({ level, scrub }: JsonLogOptions): Log {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: describeError },
      hooks: { streamWrite: scrub },
    },
    pino.destination({ fd: 2, sync: true }),
  );
  const at =
    (own: 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}) =>
      logger[own](fields, message);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
