import { html } from 'hono/html';
import type { FacetValue } from '../../../catalogue/browse.ts';
import type { Html, Page, PageContext } from '../page.ts';
import { heardWords, statusWords } from '../upkeep-wording.ts';

/** What the corpus holds, in numbers. */
export function renderStatusPage(context: PageContext): Page {
  const { catalogue, language, say } = context;
  const summary = catalogue.summary(language);
  const { version, loadedAt, problems } = context.corpus;
  const { facets } = catalogue.browse({}, 1, language);
  const row = (term: string, value: string | number) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
  return {
    title: say(statusWords.title),
    section: 'status',
    isLasting: false,
    body: html`<h1>${say(statusWords.title)}</h1>
${renderEdits(problems, context)}
<ul class="choices"><li><a href="${context.links.toCall({ command: 'new', arguments: {} })}">${say(statusWords.changes)}</a></li>
<li><a href="${context.links.to('/gaps')}">${say(heardWords.gapsTitle)}</a></li>
<li><a href="${context.links.to('/feedback')}">${say(heardWords.feedbackTitle)}</a></li></ul>
<p class="lead">${summary.scope}</p>
<dl class="details">
${summary.reviewedOn === undefined ? '' : row(say(statusWords.reviewed), summary.reviewedOn)}
${row(say(statusWords.facts), summary.facts)}
${row(say(statusWords.ukrainian), summary.inUkrainian)}
${row(say(statusWords.questions), summary.questions)}
${row(say(statusWords.sources), summary.sources)}
${row(say(statusWords.publishers), summary.publishers)}
${row(say(statusWords.version), version)}
${row(say(statusWords.loaded), loadedAt.toLocaleString(language === 'uk' ? 'uk-UA' : 'en-GB'))}
</dl>
${renderCounts(say(statusWords.byTopic), 'topic', facets.topic, context)}
${renderCounts(say(statusWords.byKind), 'kind', facets.kind, context)}
${renderCounts(say(statusWords.byStanding), 'standing', facets.standing, context)}`,
  };
}

function renderEdits(problems: readonly string[], { say }: PageContext): Html {
  if (problems.length === 0) return html`<p>${say(statusWords.sound)}</p>`;
  return html`<section class="problems" role="alert" id="problems"><h2>${say(statusWords.problems)}</h2>
<p>${say(statusWords.problemsNote)}</p>
<ul>${problems.map((problem) => html`<li><pre>${problem}</pre></li>`)}</ul></section>`;
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
