import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { type LanguageVariables, languageDetector } from 'hono/language';
import { secureHeaders } from 'hono/secure-headers';
import { brand } from '../bot/brand.ts';
import type { Dispatch } from '../bot/dispatch.ts';
import { type Language, languages } from '../bot/language.ts';
import type { Offer } from '../bot/offer.ts';
import type { Operator } from './config.ts';
import { iconPath, layOut, type SitePage, stylePath } from './layout.ts';
import { type HomeContext, renderHome, renderPermissions, renderPrivacy, renderTerms } from './pages.ts';

export interface SiteOptions {
  readonly offers: readonly Offer[];
  readonly operator: Operator;
  /** What the bot knows, in a language. It changes with the version. */
  readonly summary: (language: Language) => Pick<HomeContext, 'subject' | 'reviewedOn'>;
  readonly corpus: () => { readonly version: string; readonly facts: number };
  /** A question to show the answer to. */
  readonly exampleQuestion: (language: Language) => string | undefined;
  readonly dispatch: Dispatch;
}

type Env = { Variables: LanguageVariables };

const lastingSeconds = 300;

/** The pages for the world: what the bot is, how to add it, privacy, terms, permissions. */
export async function createSite(options: SiteOptions): Promise<Hono<Env>> {
  const { offers, operator } = options;
  const style = await readFile(join(import.meta.dirname, 'site.css'), 'utf8');
  const icon = await readFile(brand.iconFile, 'utf8');
  const app = new Hono<Env>();
  const exampleIn = createExamples(options);

  const show = (render: (language: Language) => SitePage | Promise<SitePage>) => async (c: Context<Env>) => {
    const language = languages.find((one) => one === c.get('language')) ?? languages[0];
    const isChosen = languages.some((one) => one === c.req.query('lang'));
    const page = String(await layOut(await render(language), language, isChosen));
    c.header('vary', 'accept-language');
    c.header('cache-control', `public, max-age=${lastingSeconds}`);
    return c.html(page);
  };

  app.use('*', strictHeaders());
  // Also knows its tags again when a proxy that compresses has made them weak.
  app.use('*', etag());
  const showFile = (body: string, type: string) => (c: Context<Env>) => {
    c.header('cache-control', `public, max-age=${lastingSeconds}`);
    return c.body(body, 200, { 'content-type': type });
  };
  app.get(stylePath, showFile(style, 'text/css; charset=utf-8'));
  app.get(iconPath, showFile(icon, 'image/svg+xml'));
  app.get('/robots.txt', showFile('User-agent: *\nAllow: /\n', 'text/plain; charset=utf-8'));
  app.use('*', speakLanguage());
  app.get(
    '/',
    show(async (language) => {
      const { facts } = options.corpus();
      const example = await exampleIn(language);
      return renderHome({ ...options.summary(language), facts, offers, example }, language);
    }),
  );
  app.get(
    '/privacy',
    show((language) => renderPrivacy(operator, language)),
  );
  app.get(
    '/terms',
    show((language) => renderTerms(operator, language)),
  );
  app.get(
    '/permissions',
    show((language) => renderPermissions(offers, language)),
  );
  return app;
}

/** Asked once for each version of the corpus: pages that people open are no questions. */
function createExamples({ corpus, exampleQuestion, dispatch }: SiteOptions) {
  const known = new Map<Language, { readonly version: string; readonly example: HomeContext['example'] }>();
  return async (language: Language): Promise<HomeContext['example']> => {
    const { version } = corpus();
    const found = known.get(language);
    if (found?.version === version) return found.example;
    const question = exampleQuestion(language);
    const call = {
      command: 'ask',
      arguments: { question: question ?? '' },
      place: { platform: 'site' },
      language,
    };
    const reply = question === undefined ? undefined : await dispatch(call);
    const isAnswered = reply?.answer?.status === 'answered';
    const example = question !== undefined && isAnswered ? { question, reply } : undefined;
    known.set(language, { version, example });
    return example;
  };
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

/** No script, nothing from elsewhere, no frames. */
function strictHeaders() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: false,
  });
}
