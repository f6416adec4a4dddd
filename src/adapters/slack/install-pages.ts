import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HTTPReceiverOptions } from '@slack/bolt';
import { html } from 'hono/html';
import { brand } from '../../bot/brand.ts';
import { type Language, type Localized, languageOf } from '../../bot/language.ts';
import type { Log, Report } from '../../bot/log.ts';
import { createReference, tellReference } from '../../bot/reference.ts';
import { wording } from '../../bot/wording.ts';
import { refusalOf } from './install-failure.ts';

type Callbacks = NonNullable<NonNullable<HTTPReceiverOptions['installerOptions']>['callbackOptions']>;

export interface InstallPagesContext {
  /** Is told of refusals, one line each: anybody can cause as many as they like. */
  readonly log: Pick<Log, 'info'>;
  /** Takes what went wrong here, with the reference that whoever installs is told. */
  readonly report: Report;
}

/** What whoever installs the bot sees when Slack sends them back. */
export function createInstallPages({ log, report }: InstallPagesContext): Callbacks {
  return {
    success: ({ team, enterprise }, _options, request, response) => {
      const name = team?.name ?? enterprise?.name ?? 'Slack';
      show(request, response, { status: 200, title: installed(name), texts: [howToAsk] });
    },
    failure: (error, _options, request, response) => {
      const refusal = refusalOf(error);
      if (refusal !== undefined) {
        log.info(`Slack: somebody did not come through installing the bot (${refusal}).`);
        return show(request, response, { status: 400, title: notInstalled, texts: [beginAgain] });
      }
      const reference = createReference();
      report(error, { reference });
      const texts = [failedHere, wording.tryLater, tellReference(reference)];
      show(request, response, { status: 500, title: notInstalled, texts });
    },
  };
}

interface PageTexts {
  readonly status: number;
  readonly title: Localized;
  /** Of one paragraph. */
  readonly texts: readonly Localized[];
}

function show(request: IncomingMessage, response: ServerResponse, { status, title, texts }: PageTexts): void {
  const language = languageFor(request);
  const page = html`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${brand.name}</title>
<h1>${title[language]}</h1>
<p>${texts.map((text) => text[language]).join(' ')}</p>
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

const beginAgain: Localized = {
  en: 'Slack was told no, or too much time has passed, or the request began elsewhere. Nothing was kept. Begin again in this browser, and finish within ten minutes.',
  uk: 'У Slack відмовили, або минуло забагато часу, або запит почався деінде. Нічого не збережено. Почніть ще раз у цьому браузері й завершіть за десять хвилин.',
};

const failedHere: Localized = {
  en: 'The installation could not be completed on my side.',
  uk: 'Не вдалося завершити встановлення з мого боку.',
};

const installAgain: Localized = { en: 'Install', uk: 'Встановити' };
