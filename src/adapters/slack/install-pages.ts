import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HTTPReceiverOptions } from '@slack/bolt';
import { html } from 'hono/html';
import { brand } from '../../bot/brand.ts';
import { type Language, type Localized, languageOf } from '../../bot/language.ts';
import type { Report } from '../../bot/log.ts';

type Callbacks = NonNullable<NonNullable<HTTPReceiverOptions['installerOptions']>['callbackOptions']>;

/** What whoever installs the bot sees when Slack sends them back. */
export function createInstallPages(report: Report): Callbacks {
  return {
    success: ({ team, enterprise }, _options, request, response) => {
      const name = team?.name ?? enterprise?.name ?? 'Slack';
      show(request, response, { status: 200, title: installed(name), text: howToAsk });
    },
    failure: (error, _options, request, response) => {
      // Somebody who changes their mind is no error; anything else, the operator may want to know.
      if (!isRefusal(request)) report(error);
      show(request, response, { status: 400, title: notInstalled, text: tryAgain });
    },
  };
}

interface PageTexts {
  readonly status: number;
  readonly title: Localized;
  readonly text: Localized;
}

function show(request: IncomingMessage, response: ServerResponse, { status, title, text }: PageTexts): void {
  const language = languageFor(request);
  const page = html`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${brand.name}</title>
<h1>${title[language]}</h1>
<p>${text[language]}</p>
<p><a href="/slack/install">${installAgain[language]}</a></p>
</html>`;
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(String(page));
}

function isRefusal({ url = '/' }: IncomingMessage): boolean {
  return new URL(url, 'http://localhost').searchParams.get('error') === 'access_denied';
}

function languageFor({ headers }: IncomingMessage): Language {
  const [first = ''] = (headers['accept-language'] ?? '').split(',');
  return languageOf(first.trim());
}

const installed = (name: string): Localized => ({
  en: `${brand.name} is installed in ${name}`,
  uk: `${brand.name} встановлено: ${name}`,
});

const howToAsk: Localized = {
  en: `In any channel of Slack, type /${brand.command} and your question. Nobody else sees the answer until you share it. You can close this page.`,
  uk: `У будь-якому каналі Slack наберіть /${brand.command} і ваше запитання. Відповідь бачите лише ви, доки не поділитеся нею. Цю сторінку можна закрити.`,
};

const notInstalled: Localized = {
  en: `${brand.name} was not installed`,
  uk: `${brand.name} не встановлено`,
};

const tryAgain: Localized = {
  en: 'Slack was told no, or too much time has passed, or the request began elsewhere. Nothing was kept. Begin again in this browser, and finish within ten minutes.',
  uk: 'У Slack відмовили, або минуло забагато часу, або запит почався деінде. Нічого не збережено. Почніть ще раз у цьому браузері й завершіть за десять хвилин.',
};

const installAgain: Localized = { en: 'Install', uk: 'Встановити' };
