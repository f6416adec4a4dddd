import { createHash, randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { type LanguageVariables, languageDetector } from 'hono/language';
import { type Localized, languages } from '../../bot/language.ts';
import { type Log, messageOf, type Report } from '../../bot/log.ts';
import { createReference } from '../../bot/reference.ts';
import type { Bot } from '../adapter.ts';
import type { Assets } from './assets.ts';
import { exchange } from './exchange.ts';
import { keepFeedback } from './feedback-form.ts';
import { layOut } from './layout.ts';
import { createLinks } from './links.ts';
import type { Page, PageContext } from './page.ts';
import { renderAskPage } from './pages/ask.ts';
import { renderFactPage, renderUnknownFact } from './pages/fact.ts';
import { renderFactsPage } from './pages/facts.ts';
import { renderFiguresPage } from './pages/figures.ts';
import { renderFeedbackPage, renderGapsPage, renderThanks } from './pages/heard.ts';
import { renderBroken, renderNotFound } from './pages/not-found.ts';
import { renderStatusPage } from './pages/status.ts';
import { renderTimelinePage } from './pages/timeline.ts';
import type { Previews } from './previews.ts';
import { onlyOwnNames, onlyOwnPages, strictHeaders } from './security.ts';

export interface AppOptions {
  /** Host names that it is reached by, besides localhost. */
  readonly names: readonly string[];
  /** Where people reach it through a proxy: forms come from there. */
  readonly publicOrigin?: string | undefined;
  readonly previews: Previews;
  readonly assets: Assets;
  readonly log: Log;
}

type Request = Context<{ Variables: LanguageVariables }>;
type Render = (context: PageContext, request: Request) => Page;

const longestBody = 64 * 1024;
const mostSuggestions = 12;
const yearInSeconds = 31_536_000;

/** All pages of the desk. */
export function createApp(
  bot: Bot,
  { names, publicOrigin, previews, assets, log }: AppOptions,
): Hono<{ Variables: LanguageVariables }> {
  const app = new Hono<{ Variables: LanguageVariables }>();
  // Pages are made by the program as much as of the corpus: after a restart nothing older counts.
  const run = randomUUID().slice(0, 8);
  const report: Report = (error, fields) => log.error(`Desk: ${messageOf(error)}`, { ...fields, error });

  const isOwn = (origin: string, c: Context) => [new URL(c.req.url).origin, publicOrigin].includes(origin);

  const open = (c: Request): PageContext => {
    const here = new URL(c.req.url);
    const language = languages.find((one) => one === c.get('language')) ?? languages[0];
    const chosen = languages.find((one) => one === here.searchParams.get('lang'));
    const links = createLinks(here, { chosen });
    const say = (text: Localized) => text[language];
    return {
      bot,
      catalogue: bot.openCatalogue(),
      corpus: bot.corpus.status(),
      assets,
      here,
      language,
      chosen,
      links,
      say,
    };
  };
  const send = ({ page, context }: { readonly page: Page; readonly context: PageContext }, c: Request) => {
    // A page that was made of the corpus alone stays the same as long as that does.
    const isLasting = page.status === undefined && page.isLasting !== false;
    const { version, problems } = context.corpus;
    const tag = `"${version}-${hash(problems)}-${run}-${context.language}"`;
    c.header('cache-control', isLasting ? 'private, no-cache' : 'no-store');
    c.header('vary', 'accept-language');
    if (isLasting) c.header('etag', `W/${tag}`);
    if (isLasting && c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304);
    return c.html(layOut(page, context), page.status ?? 200);
  };
  const show = (render: Render) => (c: Request) => {
    const context = open(c);
    return send({ page: render(context, c), context }, c);
  };
  const ask = async (c: Request, given: Readonly<Record<string, string>>) => {
    const context = open(c);
    const asked = await exchange(given, context, { previews, report });
    const within = asked?.context ?? context;
    return send({ page: renderAskPage(asked?.exchange, within), context: within }, c);
  };

  app.use(
    strictHeaders(),
    onlyOwnNames(names),
    onlyOwnPages,
    csrf({ origin: isOwn }),
    bodyLimit({ maxSize: longestBody }),
  );
  for (const { path, type, body } of Object.values(assets)) {
    const headers = { 'content-type': type, 'cache-control': `public, max-age=${yearInSeconds}, immutable` };
    app.get(path, (c) => c.body(body, 200, headers));
  }
  app.get('/healthz', (c) => c.text('ok\n'));
  app.use(speakLanguage());

  app.get('/', (c) => ask(c, c.req.query()));
  app.post('/', async (c) => ask(c, textsOf(await c.req.parseBody())));
  app.get(
    '/facts',
    show((context, c) => renderFactsPage(c.req.query(), context)),
  );
  app.get('/facts/:id', (c) => show((context) => renderFact(c.req.param('id'), context))(c));
  app.get(
    '/timeline',
    show((context, c) => renderTimelinePage(c.req.query(), context)),
  );
  app.get('/figures', show(renderFiguresPage));
  app.get('/status', show(renderStatusPage));
  app.get('/gaps', async (c) => {
    const context = open(c);
    const gaps = await bot.heard?.gaps(context.language);
    return send({ page: renderGapsPage(gaps, context), context }, c);
  });
  app.get('/feedback', async (c) => {
    const context = open(c);
    const feedback = await bot.heard?.feedback(context.language);
    return send({ page: renderFeedbackPage(feedback, context), context }, c);
  });
  app.post('/feedback', async (c) => {
    const context = open(c);
    const outcome = await keepFeedback(textsOf(await c.req.parseBody()), context, report);
    return send({ page: renderThanks(outcome, context), context }, c);
  });
  app.get('/suggest', (c) => {
    const { command = '', option = '', typed = '' } = c.req.query();
    const { language } = open(c);
    c.header('cache-control', 'no-store');
    return c.json(bot.suggest(command, option, typed.slice(0, 200), { most: mostSuggestions, language }));
  });
  app.notFound((c) => show(renderNotFound)(c));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    const reference = createReference();
    report(error, { reference });
    return show((context) => renderBroken(context, reference))(c);
  });
  return app;
}

function renderFact(id: string, context: PageContext): Page {
  const record = context.catalogue.record(id, context.language);
  return record === undefined ? renderUnknownFact(id, context) : renderFactPage(record, context);
}

function hash(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 6);
}

function speakLanguage() {
  return languageDetector({
    order: ['querystring', 'header'],
    lookupQueryString: 'lang',
    caches: false,
    supportedLanguages: [...languages],
    fallbackLanguage: languages[0],
  });
}

/** What a form holds, without files. */
function textsOf(body: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return Object.fromEntries(texts);
}
