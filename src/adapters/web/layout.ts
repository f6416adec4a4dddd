import { html } from 'hono/html';
import { brand } from '../../bot/brand.ts';
import { languages } from '../../bot/language.ts';
import type { Html, Page, PageContext, Section } from './page.ts';
import { statusWords } from './upkeep-wording.ts';
import { frame } from './wording.ts';

const sections: readonly (readonly [Section, string])[] = [
  ['ask', '/'],
  ['facts', '/facts'],
  ['timeline', '/timeline'],
  ['figures', '/figures'],
  ['status', '/status'],
];

const languageNames = { en: 'English', uk: 'Українська' } as const;

/** Tells on every page that an edit of the corpus is broken. */
function renderWarning({ corpus, links, say }: PageContext): Html | '' {
  if (corpus.problems.length === 0) return '';
  return html`<aside class="problems"><p>${say(statusWords.problems)}. <a href="${links.to('/status')}#problems">${say(statusWords.seeProblems)}</a></p></aside>`;
}

/** A page within what stands on every page. */
export function layOut({ title, section, body }: Page, context: PageContext): Html {
  const { assets, language, links, say } = context;
  const { subject, reviewedOn } = context.catalogue.summary(language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${title} · ${brand.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${assets.icon.path}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style.path}">
<script type="module" src="${assets.script.path}"></script>
</head>
<body>
<a class="skip" href="#content">${say(frame.skip)}</a>
<header class="masthead">
<p class="name"><a href="${links.to('/')}">${brand.name}</a></p>
<p class="subject">${say(frame.subject(subject))}</p>
<nav aria-label="${say(frame.language)}" class="languages">
${languages.map(
  (one) =>
    html`<a href="${links.toLanguage(one)}" lang="${one}" hreflang="${one}"${one === language ? html` aria-current="true"` : ''}>${languageNames[one]}</a> `,
)}</nav>
<nav aria-label="${say(frame.sections)}" class="sections">
${sections.map(
  ([id, path]) =>
    html`<a href="${links.to(path)}"${id === section ? html` aria-current="page"` : ''}>${say(frame[id])}</a> `,
)}</nav>
</header>
${renderWarning(context)}
<main id="content" tabindex="-1">
${body}
</main>
<footer class="colophon">
<p>${say(frame.noText)} ${reviewedOn === undefined ? '' : say(frame.reviewed(reviewedOn))}</p>
</footer>
</body>
</html>`;
}
