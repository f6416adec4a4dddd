import { z } from 'zod';
import { StartupError } from '../errors.ts';

const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => value || undefined, schema.optional());

const schema = z.object({
  GAPS: optional(z.enum(['on', 'off'], 'must be on or off')),
  GAPS_KEY: optional(z.string().min(16, 'must have at least 16 characters')),
});

export interface DeskConfig {
  /** Whether questions that found no good answer are noted. */
  readonly isNoting: boolean;
  /** For hashes of places and questions; undefined for one that the storage keeps. */
  readonly key: string | undefined;
}

/** @throws StartupError that lists every setting that is wrong. The key is not shown. */
export function parseDeskConfig(environment: Readonly<Record<string, string | undefined>>): DeskConfig {
  const { data, error } = schema.safeParse(environment);
  if (data === undefined) {
    const problems = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new StartupError('The noting of questions is not set up right:', problems);
  }
  return { isNoting: data.GAPS !== 'off', key: data.GAPS_KEY };
}
