import { html } from 'hono/html';
import { brand } from '../bot/brand.ts';
import { type Language, type Localized, languages } from '../bot/language.ts';
import { words } from './wording.ts';

export type Html = ReturnType<typeof html>;

export interface SitePage {
  readonly path: string;
  readonly title: Localized;
  readonly body: Html;
}

export const stylePath = '/site.css';
export const iconPath = '/icon.svg';

const navigation = [
  ['/', words.home],
  ['/privacy', words.privacy],
  ['/terms', words.terms],
  ['/permissions', words.permissions],
] as const;
const languageNames = { en: 'English', uk: 'Українська' } as const;

/** A page within what stands on every page. Links keep the language that the address names. */
export function layOut({ path, title, body }: SitePage, language: Language, isChosen: boolean): Html {
  const to = (target: string) => (isChosen ? `${target}?lang=${language}` : target);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${path === '/' ? brand.name : `${title[language]} · ${brand.name}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${iconPath}" type="image/svg+xml">
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<a class="skip" href="#content">${words.skip[language]}</a>
<header>
<p class="name"><a href="${to('/')}">${brand.name}</a></p>
<nav class="languages" aria-label="${words.language[language]}">
${languages.map(
  (one) =>
    html`<a href="${path}?lang=${one}" lang="${one}" hreflang="${one}"${one === language ? html` aria-current="true"` : ''}>${languageNames[one]}</a> `,
)}</nav>
</header>
<main id="content">
<h1>${title[language]}</h1>
${body}
</main>
<footer>
<nav aria-label="${words.pages[language]}">
${navigation.map(
  ([target, name]) =>
    html`<a href="${to(target)}"${target === path ? html` aria-current="page"` : ''}>${name[language]}</a> `,
)}</nav>
</footer>
</body>
</html>`;
}
