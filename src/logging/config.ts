import { z } from 'zod';
import { type Environment, optional, parseSettings } from '../settings.ts';

const schema = z.object({
  LOG_FORMAT: optional(z.enum(['json', 'plain'], 'must be json or plain')),
  LOG_LEVEL: optional(z.enum(['info', 'warn', 'error', 'silent'], 'must be info, warn, error or silent')),
});

export interface LogConfig {
  /** Undefined when it is not said. */
  readonly format: 'json' | 'plain' | undefined;
  /** The least that is written. */
  readonly level: 'info' | 'warn' | 'error' | 'silent';
}

/** @throws StartupError that lists every setting that is wrong. */
export function parseLogConfig(environment: Environment): LogConfig {
  const { LOG_FORMAT, LOG_LEVEL } = parseSettings(schema, environment, 'The log is not set up right:');
  return { format: LOG_FORMAT, level: LOG_LEVEL ?? 'info' };
}
