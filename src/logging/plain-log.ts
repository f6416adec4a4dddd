import type { Log, LogFields } from '../bot/log.ts';
import type { LogConfig } from './config.ts';
import { describeError } from './describe-error.ts';

export interface PlainLogOptions extends Pick<LogConfig, 'level'> {
  /** Takes one entry at a time, without a line break at its end. */
  readonly write: (text: string) => void;
}

/** Lines for people: the message, what else is known in brackets, and where a bug comes from below. */
export function createPlainLog({ level, write }: PlainLogOptions): Log {
  const order = ['info', 'warn', 'error', 'silent'] as const;
  const at = (own: (typeof order)[number]) =>
    order.indexOf(own) < order.indexOf(level)
      ? () => {}
      : (message: string, fields: LogFields = {}) => write(render(message, fields));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

function render(message: string, { error, ...fields }: LogFields): string {
  const known = Object.entries(fields).filter(
    ([, value]) => value !== undefined && typeof value !== 'object',
  );
  const details = known.map(([name, value]) => `${name} ${String(value)}`).join(', ');
  const stack = error === undefined ? '' : `\n${describeError(error).stack}`;
  return `${message}${details === '' ? '' : ` (${details})`}${stack}`;
}
