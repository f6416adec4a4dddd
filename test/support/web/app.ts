import { previews } from '../../../src/adapters/index.ts';
import { createApp } from '../../../src/adapters/web/app.ts';
import { loadAssets } from '../../../src/adapters/web/assets.ts';
import { createLinks } from '../../../src/adapters/web/links.ts';
import type { PageContext } from '../../../src/adapters/web/page.ts';
import { openBot } from '../../../src/bot-setup.ts';
import { openDeskFor } from '../../../src/desk-setup.ts';
import { collectLog } from '../log.ts';

interface Response {
  readonly status: number;
  readonly body: string;
}

/** The desk's pages over the tests' small corpus, asked without a network between. */
export interface TestApp {
  /** What a page is made with. */
  readonly context: PageContext;
  get(path: string): Promise<Response>;
  /** Sends a form, given as it stands in the body of a request. */
  post(path: string, form: string): Promise<Response>;
  /** Bugs that were told to the operator. */
  reported(): readonly string[];
  close(): Promise<void>;
}

const origin = 'http://localhost';

export async function createTestApp(): Promise<TestApp> {
  const reports: string[] = [];
  const log = collectLog(reports);
  const desk = await openDeskFor({ DATABASE_FILE: ':memory:' }, log);
  const bot = await openBot({ CORPUS_DIR: 'test/fixtures/bridge' }, { desk, log });
  const assets = await loadAssets();
  const app = createApp(bot, { names: [], previews, assets, log });
  const here = new URL(`${origin}/`);
  const request = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await app.request(`${origin}${path}`, init);
    return { status: response.status, body: await response.text() };
  };
  return {
    context: {
      bot,
      catalogue: bot.openCatalogue(),
      corpus: bot.corpus.status(),
      language: 'en',
      here,
      chosen: undefined,
      links: createLinks(here, {}),
      assets,
      say: ({ en }) => en,
    },
    get: (path) => request(path, { headers: { host: 'localhost' } }),
    post: (path, form) =>
      request(path, {
        method: 'POST',
        body: form,
        headers: { host: 'localhost', origin, 'content-type': 'application/x-www-form-urlencoded' },
      }),
    reported: () => reports,
    close: () => bot.close(),
  };
}
