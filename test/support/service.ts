import type { Adapter } from '../../src/adapters/adapter.ts';
import { silentLog } from '../../src/bot/log.ts';
import { createMetrics } from '../../src/monitoring/metrics.ts';
import { createService, type ServiceOptions } from '../../src/server/index.ts';

export interface RunningService {
  /** Without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** The one server for these adapters, on a free port of this machine. */
export async function openService(
  adapters: readonly Adapter[],
  { port = 0, ...options }: Partial<ServiceOptions> & { readonly port?: number } = {},
): Promise<RunningService> {
  const server = createService({
    mounts: adapters.flatMap(({ endpoints = [] }) => endpoints),
    parts: adapters.map(({ name, status }) => ({ name, check: status })),
    renderMetrics: createMetrics().render,
    metricsToken: undefined,
    log: silentLog,
    ...options,
  });
  const listensOn = await server.start(port);
  return { origin: `http://127.0.0.1:${listensOn}`, close: server.stop };
}
