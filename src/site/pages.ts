import { html } from 'hono/html';
import { brand } from '../bot/brand.ts';
import type { Language, Localized } from '../bot/language.ts';
import type { Offer } from '../bot/offer.ts';
import { describeSource } from '../bot/plain-text.ts';
import { privacySections } from '../bot/privacy.ts';
import type { Reply } from '../bot/reply.ts';
import type { Operator } from './config.ts';
import type { Html, SitePage } from './layout.ts';
import {
  addTo,
  contact,
  counts,
  lead,
  notFromHere,
  permissionsLead,
  promises,
  runBy,
  terms,
  unknownOperator,
  words,
} from './wording.ts';

export interface HomeContext {
  readonly subject: string;
  readonly facts: number;
  readonly reviewedOn: string | undefined;
  readonly offers: readonly Offer[];
  /** A question, and what the bot answers. */
  readonly example: { readonly question: string; readonly reply: Reply } | undefined;
}

export function renderHome(context: HomeContext, language: Language): SitePage {
  const { subject, facts, reviewedOn, offers, example } = context;
  return {
    path: '/',
    title: { en: brand.name, uk: brand.name },
    body: html`<p class="lead">${lead(subject)[language]}</p>
<h2>${words.add[language]}</h2>
<ul class="offers">${offers.map((offer) => html`<li>${renderOffer(offer, language)}</li>`)}</ul>
${example === undefined ? '' : renderExample(example.question, example.reply, language)}
<h2>${words.promises[language]}</h2>
<ul>${promises.map((one) => html`<li>${one[language]}</li>`)}</ul>
<p class="faint">${counts(facts, reviewedOn)[language]}</p>`,
  };
}

function renderOffer({ name, installUrl }: Offer, language: Language): Html {
  if (installUrl === undefined) return html`<span class="faint">${notFromHere(name)[language]}</span>`;
  return html`<a class="button" href="${installUrl}" rel="noreferrer">${addTo(name)[language]}</a>`;
}

function renderExample(question: string, reply: Reply, language: Language): Html {
  const facts = reply.blocks.filter((block) => block.type === 'fact');
  const sources = reply.blocks.flatMap((block) => (block.type === 'sources' ? block.sources : []));
  return html`<h2>${words.example[language]}</h2>
<figure class="example">
<p class="question">/${brand.command} ${question}</p>
${facts.map(
  ({ label, statement, marks, note }) =>
    html`<p>${label === undefined ? '' : html`<strong>${label}:</strong> `}${statement} ${marks.map((mark) => `[${mark}]`).join('')}<br><span class="faint">${note}</span></p>`,
)}
<p class="faint">${words.sources[language]}</p>
<ol>${sources.map((source) => {
    const text = describeSource(source, language);
    return html`<li value="${source.number}">${source.url === undefined ? text : html`<a href="${source.url}" rel="noreferrer">${text}</a>`}</li>`;
  })}</ol>
</figure>`;
}

export function renderPrivacy(operator: Operator, language: Language): SitePage {
  return {
    path: '/privacy',
    title: words.privacy,
    body: html`${privacySections.map(
      ({ id, title, lines }) =>
        html`<h2 id="${id}">${title[language]}</h2>
<ul>${lines.map((line) => html`<li>${line[language]}</li>`)}</ul>`,
    )}
<h2 id="operator">${words.operator[language]}</h2>
${renderOperator(operator, language)}`,
  };
}

function renderOperator({ name, contact: address }: Operator, language: Language): Html {
  return html`<p>${(name === undefined ? unknownOperator : runBy(name))[language]}${
    address === undefined ? '' : html` ${contact[language]}: <a href="${linkTo(address)}">${address}</a>`
  }</p>`;
}

/** An https address may have an "@" too, as those of people on Mastodon do. */
function linkTo(address: string): string {
  return /^https:/i.test(address) ? address : `mailto:${address}`;
}

export function renderTerms(operator: Operator, language: Language): SitePage {
  return {
    path: '/terms',
    title: words.terms,
    body: html`<ol class="terms">${terms.map((one) => html`<li>${one[language]}</li>`)}</ol>
${renderOperator(operator, language)}`,
  };
}

export function renderPermissions(offers: readonly Offer[], language: Language): SitePage {
  const say = (text: Localized) => text[language];
  return {
    path: '/permissions',
    title: words.permissions,
    body: html`<p>${say(permissionsLead)}</p>
${offers.map(
  ({ name, permissions }) => html`<h2>${name}</h2>
<table>
<thead><tr><th scope="col">${say(words.permission)}</th><th scope="col">${say(words.why)}</th></tr></thead>
<tbody>${permissions.map(
    (one) => html`<tr><th scope="row"><code>${one.name}</code></th><td>${say(one.reason)}</td></tr>`,
  )}</tbody>
</table>`,
)}`,
  };
}
