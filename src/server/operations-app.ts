import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import type { Readiness } from './readiness.ts';

export interface OperationsOptions {
  readonly checkReadiness: () => Promise<Readiness>;
  readonly renderMetrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  /** What whoever reads the metrics has to show as a bearer token; undefined when everybody may. */
  readonly metricsToken: string | undefined;
  /** Takes bugs. */
  readonly report: (error: unknown) => void;
}

/** What orchestrators and monitoring ask of the program. Nothing of anybody is in it. */
export function createOperationsApp({
  checkReadiness,
  renderMetrics,
  metricsToken,
  report,
}: OperationsOptions): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
  });
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => {
    const readiness = await checkReadiness();
    return c.json(readiness, readiness.ready ? 200 : 503);
  });
  if (metricsToken !== undefined) app.use('/metrics', bearerAuth({ token: metricsToken }));
  app.get('/metrics', async (c) => {
    const { contentType, text } = await renderMetrics();
    return c.body(text, 200, { 'content-type': contentType });
  });
  app.all('/:path{healthz|readyz|metrics}', (c) =>
    c.text('This address takes no such request.\n', 405, { allow: 'GET, HEAD' }),
  );
  app.notFound((c) => c.text('There is nothing at this address.\n', 404));
  app.onError((error, c) => {
    if ('getResponse' in error) return error.getResponse();
    report(error);
    return c.text('Something went wrong here.\n', 500);
  });
  return app;
}
