import { z } from 'zod';
import { StartupError } from '../../errors.ts';

const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => value || undefined, schema.optional());
const port = optional(z.coerce.number('must be a number').int().min(0).max(65_535));

const schema = z.object({
  WEB: optional(z.enum(['on', 'off'], 'must be on or off')),
  // Not HOST: some shells and tools set that to the machine's name.
  WEB_HOST: optional(z.string()),
  WEB_PORT: port,
  PORT: port,
  WEB_PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: 'must be an http or https address' })),
});

const usualPort = 4680;

export interface WebConfig {
  /** Whether it is asked for, forbidden or neither. */
  readonly wanted: boolean | undefined;
  /** The address to listen on; the machine itself only, unless told otherwise. */
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Where people reach it from elsewhere. */
  readonly publicUrl: URL | undefined;
}

/** @throws StartupError that lists every setting that is wrong. */
export function parseWebConfig(environment: Readonly<Record<string, string | undefined>>): WebConfig {
  const { data, error } = schema.safeParse(environment);
  if (data === undefined) {
    const problems = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new StartupError('The desk is not set up right:', problems);
  }
  return {
    wanted: data.WEB === undefined ? undefined : data.WEB === 'on',
    host: data.WEB_HOST ?? '127.0.0.1',
    port: data.WEB_PORT ?? data.PORT ?? usualPort,
    publicUrl: data.WEB_PUBLIC_URL === undefined ? undefined : new URL(data.WEB_PUBLIC_URL),
  };
}
