import { z } from 'zod';
import { StartupError } from './errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that may be missing; an empty one, as `.env` files have them, is missing. */
export function optional<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => value || undefined, schema.optional());
}

export const onOrOff = z.enum(['on', 'off'], 'must be on or off');
export const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
export const port = z.coerce.number('must be a number').int().min(0).max(65_535);

/**
 * The settings of a schema.
 * @param whatFails How the error begins, such as "Slack is not set up right:".
 * @throws StartupError that lists every setting that is wrong. Values are not shown: they may be secrets.
 */
export function parseSettings<S extends z.ZodType>(
  schema: S,
  environment: Environment,
  whatFails: string,
): z.infer<S> {
  const { success, data, error } = schema.safeParse(environment);
  if (success) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new StartupError(whatFails, problems);
}
