import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { previews } from '../../../src/adapters/index.ts';
import { createWebAdapter, type WebOptions } from '../../../src/adapters/web/adapter.ts';
import { silentLog } from '../../../src/bot/log.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { openDeskFor } from '../../../src/desk-setup.ts';
import { collectLog } from '../log.ts';

/** A desk that listens on a free port of this machine. */
export interface RunningDesk {
  /** With a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly logged: readonly string[];
  close(): Promise<void>;
}

export async function openTestDesk(
  corpus: string | undefined,
  options: Partial<WebOptions> = {},
): Promise<RunningDesk> {
  const desk = await openDeskFor({ DATABASE_FILE: ':memory:' });
  const bot = await openBot({ CORPUS_DIR: corpus }, { desk, isLive: true, log: silentLog });
  const logged: string[] = [];
  const adapter = createWebAdapter(bot, {
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    previews,
    log: collectLog(logged),
    ...options,
  });
  const close = async () => {
    await adapter.stop();
    await bot.close();
  };
  try {
    await adapter.start();
  } catch (error) {
    await bot.close();
    throw error;
  }
  const [, port = ''] = /^Desk: .*?(\d+)\/?$/.exec(logged[0] ?? '') ?? [];
  return { url: `http://127.0.0.1:${port}/`, port: Number(port), logged, close };
}

/** What the server gives to a request under any name: fetch would not let the header be set. */
export async function requestAs(
  desk: RunningDesk,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const sent = request({ port: desk.port, host: '127.0.0.1', path, headers }, async (response) => {
    resolve({ status: response.statusCode ?? 0, body: await text(response) });
  });
  sent.on('error', reject);
  sent.end();
  return promise;
}
