import { getRequestListener } from '@hono/node-server';
import type { Log } from '../bot/log.ts';
import { createHttpServer, type HttpServer } from './http-server.ts';
import { createOperationsApp, type OperationsOptions } from './operations-app.ts';
import { createReadinessCheck, type Part } from './readiness.ts';
import { createRouter, type MountedListener } from './route.ts';

export interface ServiceOptions extends Pick<OperationsOptions, 'renderMetrics' | 'metricsToken'> {
  readonly mounts: readonly MountedListener[];
  /** What has to be ready for the program to be. */
  readonly parts: readonly Part[];
  readonly log: Log;
}

/** One server: what platforms reach, and `/healthz`, `/readyz` and `/metrics`. */
export function createService({ mounts, parts, log, ...options }: ServiceOptions): HttpServer {
  const app = createOperationsApp({
    ...options,
    checkReadiness: createReadinessCheck(parts),
    report: (error) => log.error('Server: a page could not be made.', { error }),
  });
  return createHttpServer(createRouter({ mounts, fallback: getRequestListener(app.fetch), log }));
}
