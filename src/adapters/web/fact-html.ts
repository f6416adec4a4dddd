import { html } from 'hono/html';
import type { FactLine } from '../../catalogue/fact-line.ts';
import type { Html, PageContext } from './page.ts';
import { frame } from './wording.ts';

/** A fact with a word on why it stands there. */
export type NotedFact = FactLine & { readonly note?: string | undefined };

/** A list of facts, each with standing, date and statement, and a link to its page. */
export function renderFactList(facts: readonly NotedFact[], context: PageContext): Html {
  return html`<ul class="facts">
${facts.map((fact) => html`<li>${renderFactCard(fact, context)}</li>`)}</ul>`;
}

export function renderFactCard(fact: NotedFact, { links }: PageContext): Html {
  return html`<article class="card ${fact.standing.id}">
<p class="note">${renderTime(fact)} · <span class="standing">${fact.label}</span> · ${fact.topic.name}</p>
<h3><a href="${links.toFact(fact.id)}"${langOf(fact)}>${fact.title}</a></h3>
<p${langOf(fact)}>${fact.statement}</p>
${fact.note === undefined ? '' : html`<p class="note">${fact.note}</p>`}
</article>`;
}

export function renderTime({ asOf, date }: Pick<FactLine, 'asOf' | 'date'>): Html {
  return html`<time datetime="${asOf}">${date}</time>`;
}

/** Says that a text is in English within a page that is not. */
export function langOf({ isTranslated }: Pick<FactLine, 'isTranslated'>): Html | '' {
  return isTranslated ? '' : html` lang="en"`;
}

/** What a reader of another language is told about such a text. */
export function renderUntranslated(fact: Pick<FactLine, 'isTranslated'>, { say }: PageContext): Html | '' {
  return fact.isTranslated ? '' : html`<p class="note">${say(frame.onlyEnglish)}</p>`;
}
