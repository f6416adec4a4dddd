import { z } from 'zod';
import { type Environment, optional, parseSettings, port } from '../settings.ts';

const schema = z.object({
  PORT: optional(port),
  METRICS_TOKEN: optional(z.string().min(16, 'must have at least 16 characters')),
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
