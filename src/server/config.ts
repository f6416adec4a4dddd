import { z } from 'zod';
import { type Environment, optional, parseSettings, port } from '../settings.ts';

/** What a header can carry as a bearer token (RFC 6750, section 2.1): nobody could ever show another. */
const bearerToken = z
  .string()
  .min(16, 'must have at least 16 characters')
  .regex(
    /^[A-Za-z0-9._~+/-]+=*$/,
    'must be of letters of A to Z, digits and - . _ ~ + / alone, with = only at its end: a bearer token can have no others',
  );

const schema = z.object({
  PORT: optional(port),
  METRICS_TOKEN: optional(bearerToken),
});

export interface ServerConfig {
  /** 0 for any free one; undefined when none is set. */
  readonly port: number | undefined;
  /** What whoever reads the metrics has to show; undefined when everybody may. */
  readonly metricsToken: string | undefined;
}

/** @throws StartupError that lists every setting that is wrong. The token is not shown. */
export function parseServerConfig(environment: Environment): ServerConfig {
  const { PORT, METRICS_TOKEN } = parseSettings(schema, environment, 'The server is not set up right:');
  return { port: PORT, metricsToken: METRICS_TOKEN };
}
