import { html } from 'hono/html';
import type { Browsing, FacetValue } from '../../../catalogue/browse.ts';
import type { Facet, FactQuery } from '../../../catalogue/filter.ts';
import { renderFactList } from '../fact-html.ts';
import {
  renderDateInput,
  renderInput,
  renderLanguageField,
  renderProblems,
  renderSelect,
} from '../form-html.ts';
import type { Html, Page, PageContext } from '../page.ts';
import { factsWords } from '../wording.ts';

/** Looks through the corpus; `parameters` are those of the address. */
export function renderFactsPage(parameters: Readonly<Record<string, string>>, context: PageContext): Page {
  const { catalogue, language, say } = context;
  const page = Number(parameters.page ?? 1);
  const browsing = catalogue.browse(parameters, Number.isInteger(page) ? page : 1, language);
  return {
    title: say(factsWords.title),
    section: 'facts',
    body: html`<h1>${say(factsWords.title)}</h1>
${renderFilters(browsing, context)}
${renderCount(browsing, context)}
<div id="results">
${renderProblems(browsing.problems, say(factsWords.problems))}
${renderResults(browsing, context)}
</div>`,
  };
}

function renderFilters({ query, facets }: Browsing, context: PageContext): Html {
  const { links, say } = context;
  const select = (facet: Facet) =>
    renderSelect({ id: facet, name: facet, label: say(factsWords[facet]), value: query[facet] }, [
      { value: '', text: say(factsWords.all) },
      ...facets[facet].map(toOption),
    ]);
  const date = (name: 'from' | 'to') => renderDateInput(name, query[name], context);
  return html`<form class="filters" action="/facts" method="get" role="search" data-live="results">
${renderLanguageField(context)}
${renderInput({ id: 'text', name: 'text', label: say(factsWords.search), value: query.text }, { type: 'search' })}
<div class="facets">${select('topic')}${select('kind')}${select('standing')}${select('publisher')}${date('from')}${date('to')}</div>
<p class="actions"><button>${say(factsWords.show)}</button> <a href="${links.to('/facts')}">${say(factsWords.reset)}</a></p>
</form>`;
}

function toOption({ id, name, count }: FacetValue) {
  return { value: id, text: `${name} (${count})` };
}

/** Stays in the page when results change under it, so that a screen reader says the new count. */
function renderCount({ total, first, facts, pages }: Browsing, { say }: PageContext): Html {
  const range = pages > 1 ? `, ${say(factsWords.range(first, first + facts.length - 1))}` : '';
  return html`<p class="count" role="status" id="count">${say(factsWords.found(total))}${range}</p>`;
}

function renderResults(browsing: Browsing, context: PageContext): Html {
  const { say } = context;
  const { total, facts, pages } = browsing;
  return html`<h2 class="visually-hidden">${say(factsWords.results)}</h2>
${total === 0 ? html`<p>${say(factsWords.none)}</p>` : renderFactList(facts, context)}
${pages > 1 ? renderPages(browsing, context) : ''}`;
}

function renderPages({ query, page, pages }: Browsing, { links, say }: PageContext): Html {
  const to = (number: number, words: string, rel: string) =>
    html`<a rel="${rel}" href="${links.to('/facts', toParameters(query, number))}">${words}</a>`;
  return html`<nav class="pages" aria-label="${say(factsWords.pages)}">
${page > 1 ? to(page - 1, say(factsWords.previous), 'prev') : ''}
<span>${say(factsWords.page(page, pages))}</span>
${page < pages ? to(page + 1, say(factsWords.next), 'next') : ''}</nav>`;
}

function toParameters(query: FactQuery, page: number): Record<string, string | undefined> {
  return { ...query, page: page === 1 ? undefined : String(page) };
}
