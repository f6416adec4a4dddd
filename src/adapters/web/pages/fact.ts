import { html } from 'hono/html';
import { languages } from '../../../bot/language.ts';
import type { Named } from '../../../catalogue/fact-line.ts';
import type { FactRecord } from '../../../catalogue/fact-record.ts';
import { langOf, type NotedFact, renderFactList, renderTime, renderUntranslated } from '../fact-html.ts';
import { renderInput, renderLanguageField } from '../form-html.ts';
import type { Html, Page, PageContext } from '../page.ts';
import { renderSource } from '../reply-html.ts';
import { factsWords, factWords } from '../wording.ts';

/** All about one fact. */
export function renderFactPage(record: FactRecord, context: PageContext): Page {
  const { fact, conflicts, conflictNote, later, earlier } = record;
  const { language, links, say } = context;
  const why = conflictNote === undefined ? '' : html`<p>${conflictNote}</p>`;
  return {
    title: fact.title,
    section: 'facts',
    body: html`<article class="record">
<header>
<p class="note">${renderTime(fact)} · <span class="standing">${fact.label}</span></p>
<h1${langOf(fact)}>${fact.title}</h1>
<p class="statement"${langOf(fact)}>${fact.statement}</p>
${renderUntranslated(fact, context)}
<p><a class="button" href="${links.toCall({ command: 'fact', arguments: { fact: fact.id } })}">${say(factWords.askBot)}</a></p>
</header>
${renderFacts(say(factWords.later), later, context)}
<section><h2>${say(factWords.sources)}</h2>
<ol class="sources">${record.sources.map((source) => renderSource(source, language))}</ol></section>
${renderFacts(say(factWords.conflicts), conflicts, context, why)}
${renderFacts(say(factWords.earlier), earlier, context)}
${renderMeasures(record.charts, context)}
${renderHistory(record, context)}
${renderCorrection(record, context)}
${renderQuestions(record, context)}
${renderOtherLanguage(record, context)}
<section><h2>${say(factWords.details)}</h2>${renderDetails(record, context)}</section>
</article>`,
  };
}

function renderFacts(
  title: string,
  facts: readonly NotedFact[],
  context: PageContext,
  before: Html | '' = '',
): Html | '' {
  return facts.length === 0
    ? ''
    : html`<section><h2>${title}</h2>${before}${renderFactList(facts, context)}</section>`;
}

function renderHistory({ corrections }: FactRecord, { say }: PageContext): Html | '' {
  if (corrections.length === 0) return '';
  return html`<section><h2>${say(factWords.corrections)}</h2>
<ul>${corrections.map(({ date, was }) => html`<li>${say(factWords.wasBefore(date, was))}</li>`)}</ul></section>`;
}

function renderCorrection({ corrects }: FactRecord, { say }: PageContext): Html | '' {
  if (corrects === undefined) return '';
  return html`<section><h2>${say(factWords.corrects)}</h2><p>${say(factWords.assumes(corrects.assumption))}</p>
<ul>${corrects.questions.map((question) => html`<li lang="en">${question}</li>`)}</ul></section>`;
}

function renderOtherLanguage({ fact, texts }: FactRecord, { language, say }: PageContext): Html | '' {
  const other = languages.find((one) => one !== language && texts[one] !== undefined);
  const text = other && texts[other];
  if (text === undefined || !fact.isTranslated) return '';
  return html`<section><h2>${say(factWords.inOther)}</h2>
<div lang="${other}"><p><strong>${text.title}</strong></p><p>${text.statement}</p></div></section>`;
}

function renderMeasures(charts: readonly Named[], { links, say }: PageContext): Html | '' {
  if (charts.length === 0) return '';
  return html`<section><h2>${say(factWords.figures)}</h2>
<ul>${charts.map(({ id, name }) => html`<li><a href="${links.to('/figures')}#${id}">${name}</a></li>`)}</ul></section>`;
}

function renderQuestions({ questions }: FactRecord, { links, language, say }: PageContext): Html | '' {
  const ordered = [language, ...languages.filter((one) => one !== language)];
  const all = ordered.flatMap((one) => questions[one].map((question) => [one, question] as const));
  if (all.length === 0) return '';
  return html`<section><h2>${say(factWords.questions)}</h2>
<ul class="choices">${all.map(
    ([one, question]) =>
      html`<li><a lang="${one}" href="${links.toCall({ command: 'ask', arguments: { question } })}">${question}</a></li>`,
  )}</ul></section>`;
}

function renderDetails({ fact, tags, addedOn, overtakenOn }: FactRecord, { links, say }: PageContext): Html {
  const row = (term: string, words: string | Html) => html`<div><dt>${term}</dt><dd>${words}</dd></div>`;
  const find = (name: string, value: string, words: string) =>
    html`<a href="${links.to('/facts', { [name]: value })}">${words}</a>`;
  return html`<dl class="details">
${row(say(factWords.asOf), renderTime(fact))}
${row(say(factWords.kind), find('kind', fact.kind.id, fact.kind.name))}
${row(say(factWords.standing), find('standing', fact.standing.id, fact.standing.name))}
${row(say(factWords.topic), find('topic', fact.topic.id, fact.topic.name))}
${fact.speaker === undefined ? '' : row(say(factWords.speaker), fact.speaker)}
${tags.length === 0 ? '' : row(say(factWords.tags), html`${tags.map((tag) => html`${find('text', tag, tag)} `)}`)}
${addedOn === undefined ? '' : row(say(factWords.added), addedOn)}
${overtakenOn === undefined ? '' : row(say(factWords.overtaken), overtakenOn)}
${row(say(factWords.id), html`<code>${fact.id}</code>`)}
</dl>`;
}

/** What stands in the place of a fact that there is none of: a search for the words of its id. */
export function renderUnknownFact(id: string, context: PageContext): Page {
  const { catalogue, language, say } = context;
  const withdrawn = catalogue.withdrawn(id, language);
  const words = (withdrawn?.title ?? id.replaceAll(/[-_.]+/g, ' ')).slice(0, 100);
  const nearest = catalogue.nearest(words, language);
  return {
    status: withdrawn === undefined ? 404 : 410,
    title: say(withdrawn === undefined ? factWords.unknownTitle : factWords.withdrawnTitle),
    section: 'facts',
    body: html`<h1>${withdrawn?.title ?? say(factWords.unknownTitle)}</h1>
<p>${say(withdrawn === undefined ? factWords.unknown(id.slice(0, 80)) : factWords.withdrawn(withdrawn))}</p>
<form class="filters" action="/facts" method="get" role="search">
${renderLanguageField(context)}
${renderInput({ id: 'text', name: 'text', label: say(factsWords.search), value: words }, { type: 'search' })}
<p class="actions"><button>${say(factsWords.show)}</button></p>
</form>
${renderFacts(say(factWords.nearest), nearest, context)}`,
  };
}
