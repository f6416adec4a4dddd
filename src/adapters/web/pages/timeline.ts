import { html } from 'hono/html';
import type { Chronicle } from '../../../catalogue/chronicle.ts';
import type { FactLine } from '../../../catalogue/fact-line.ts';
import { langOf, renderTime } from '../fact-html.ts';
import { renderDateInput, renderLanguageField, renderProblems, renderSelect } from '../form-html.ts';
import type { Html, Page, PageContext } from '../page.ts';
import { renderTimelinePicture } from '../timeline-picture.ts';
import { factsWords, timelineWords } from '../wording.ts';

/** What happened when, as a picture and as a list. */
export function renderTimelinePage(parameters: Readonly<Record<string, string>>, context: PageContext): Page {
  const { catalogue, language, links, say } = context;
  const { topic, from, to } = parameters;
  const chronicle = catalogue.chronicle({ topic, from, to }, language);
  const { events, earlier, query } = chronicle;
  return {
    title: say(timelineWords.title),
    section: 'timeline',
    body: html`<h1>${say(timelineWords.title)}</h1>
${renderFilters(chronicle, context)}
${renderProblems(chronicle.problems, say(factsWords.problems))}
${
  earlier === 0 || query.from !== undefined
    ? ''
    : html`<p><a href="${links.to('/timeline', { ...query, from: chronicle.earliest })}">${say(timelineWords.earlier(earlier))}</a></p>`
}
${
  events.length === 0
    ? html`<p>${say(timelineWords.none)}</p>`
    : html`<p class="note">${say(timelineWords.hint)}</p>
${renderTimelinePicture(chronicle, context)}
<section><h2>${say(timelineWords.list)}</h2>
<ol class="rows events">${events.map((event) => renderEvent(event, context))}</ol></section>`
}`,
  };
}

function renderEvent(event: FactLine, { links }: PageContext): Html {
  return html`<li><span class="label">${renderTime(event)}</span> <a href="${links.toFact(event.id)}"${langOf(event)}>${event.title}</a> <span class="note">${event.topic.name}${event.standing.id === 'established' ? '' : ` · ${event.label}`}</span></li>`;
}

function renderFilters({ query, topics }: Chronicle, context: PageContext): Html {
  const { links, say } = context;
  const date = (name: 'from' | 'to') => renderDateInput(name, query[name], context);
  return html`<form class="filters" action="/timeline" method="get">
${renderLanguageField(context)}
<div class="facets">${renderSelect(
    { id: 'topic', name: 'topic', label: say(factsWords.topic), value: query.topic },
    [{ value: '', text: say(factsWords.all) }, ...topics.map(({ id, name }) => ({ value: id, text: name }))],
  )}${date('from')}${date('to')}</div>
<p class="actions"><button>${say(factsWords.show)}</button> <a href="${links.to('/timeline')}">${say(timelineWords.reset)}</a></p>
</form>`;
}
