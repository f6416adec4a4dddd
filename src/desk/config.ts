import { z } from 'zod';
import { type Environment, onOrOff, optional, parseSettings } from '../settings.ts';

const schema = z.object({
  GAPS: optional(onOrOff),
  GAPS_KEY: optional(z.string().min(16, 'must have at least 16 characters')),
});

export interface DeskConfig {
  /** Whether questions that found no good answer are noted. */
  readonly isNoting: boolean;
  /** For hashes of places and questions; undefined for one that the storage keeps. */
  readonly key: string | undefined;
}

/** @throws StartupError that lists every setting that is wrong. The key is not shown. */
export function parseDeskConfig(environment: Environment): DeskConfig {
  const data = parseSettings(schema, environment, 'The noting of questions is not set up right:');
  return { isNoting: data.GAPS !== 'off', key: data.GAPS_KEY };
}
