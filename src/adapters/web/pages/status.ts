import { html } from 'hono/html';
import type { FacetValue } from '../../../catalogue/browse.ts';
import type { Html, Page, PageContext } from '../page.ts';
import { statusWords } from '../wording.ts';

/** What the corpus holds, in numbers. */
export function renderStatusPage(context: PageContext): Page {
  const { catalogue, language, say } = context;
  const summary = catalogue.summary(language);
  const { facets } = catalogue.browse({}, 1, language);
  const row = (term: string, value: string | number) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
  return {
    title: say(statusWords.title),
    section: 'status',
    body: html`<h1>${say(statusWords.title)}</h1>
<p class="lead">${summary.scope}</p>
<dl class="details">
${summary.reviewedOn === undefined ? '' : row(say(statusWords.reviewed), summary.reviewedOn)}
${row(say(statusWords.facts), summary.facts)}
${row(say(statusWords.ukrainian), summary.inUkrainian)}
${row(say(statusWords.questions), summary.questions)}
${row(say(statusWords.sources), summary.sources)}
${row(say(statusWords.publishers), summary.publishers)}
${row(say(statusWords.version), catalogue.version)}
</dl>
${renderCounts(say(statusWords.byTopic), 'topic', facets.topic, context)}
${renderCounts(say(statusWords.byKind), 'kind', facets.kind, context)}
${renderCounts(say(statusWords.byStanding), 'standing', facets.standing, context)}`,
  };
}

function renderCounts(
  title: string,
  facet: string,
  values: readonly FacetValue[],
  { links, say }: PageContext,
): Html {
  return html`<table><caption>${title}</caption>
<thead><tr><th scope="col">${title}</th><th scope="col">${say(statusWords.count)}</th></tr></thead>
<tbody>${values.map(
    ({ id, name, count }) =>
      html`<tr><th scope="row"><a href="${links.to('/facts', { [facet]: id })}">${name}</a></th><td>${count}</td></tr>`,
  )}</tbody></table>`;
}
