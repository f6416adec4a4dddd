import { html } from 'hono/html';
import type { FactFeedback, GapLine, GapList } from '../../../catalogue/heard.ts';
import { langOf } from '../fact-html.ts';
import type { Html, Page, PageContext } from '../page.ts';
import { heardWords } from '../upkeep-wording.ts';

/** What people asked and found no good answer to; undefined when questions are not noted. */
export function renderGapsPage(list: GapList | undefined, context: PageContext): Page {
  const { say } = context;
  const answered =
    list === undefined || list.answered === 0
      ? ''
      : html`<p class="note">${say(heardWords.answered(list.answered))}</p>`;
  return {
    title: say(heardWords.gapsTitle),
    section: 'status',
    isLasting: false,
    body: html`<h1>${say(heardWords.gapsTitle)}</h1>
<p class="lead">${say(list === undefined ? heardWords.off : heardWords.gapsIntro)}</p>
${list?.gaps.length === 0 ? html`<p>${say(heardWords.noGaps)}</p>` : ''}
${answered}
<ul class="facts">${list?.gaps.map((gap) => html`<li>${renderGap(gap, context)}</li>`) ?? ''}</ul>`,
  };
}

function renderGap(
  { id, questions: [first, ...others], asked, nearest }: GapLine,
  context: PageContext,
): Html {
  const { links, say } = context;
  return html`<article class="card">
<p class="note">${asked}</p>
<h2><a href="${links.toCall({ command: 'ask', arguments: { question: first } })}">${first}</a></h2>
${others.length === 0 ? '' : html`<ul>${others.map((question) => html`<li>${question}</li>`)}</ul>`}
${
  nearest.length === 0
    ? ''
    : html`<p>${say(heardWords.nearest)}</p>
<ul>${nearest.map((fact) => html`<li><a href="${links.toFact(fact.id)}"${langOf(fact)}>${fact.title}</a></li>`)}</ul>`
}
<p class="note">${say(heardWords.toStub)} <code>npm run corpus -- gaps stub ${id}</code></p>
</article>`;
}

/** What people said of answers; undefined when nothing is kept. */
export function renderFeedbackPage(all: readonly FactFeedback[] | undefined, context: PageContext): Page {
  const { say } = context;
  return {
    title: say(heardWords.feedbackTitle),
    section: 'status',
    isLasting: false,
    body: html`<h1>${say(heardWords.feedbackTitle)}</h1>
<p class="lead">${say(all === undefined ? heardWords.off : heardWords.feedbackIntro)}</p>
${all?.length === 0 ? html`<p>${say(heardWords.noFeedback)}</p>` : ''}
<ul class="facts">${all?.map((one) => html`<li>${renderFeedback(one, context)}</li>`) ?? ''}</ul>`,
  };
}

function renderFeedback({ id, fact, useful, wrong, notes }: FactFeedback, { links, say }: PageContext): Html {
  const title =
    fact === undefined
      ? html`<code>${id}</code> ${say(heardWords.gone)}`
      : html`<a href="${links.toFact(id)}"${langOf(fact)}>${fact.title}</a>`;
  return html`<article class="card">
<p class="note">${say(heardWords.verdicts(wrong, useful))}</p>
<h2>${title}</h2>
${notes.length === 0 ? '' : html`<ul>${notes.map(({ date, text }) => html`<li><span class="note">${date}</span> ${text}</li>`)}</ul>`}
</article>`;
}

/** What is shown to whoever said something of an answer. */
export function renderThanks(text: string, { links, say }: PageContext): Page {
  return {
    title: say(heardWords.feedbackTitle),
    section: 'ask',
    isLasting: false,
    body: html`<h1>${say(heardWords.feedbackTitle)}</h1><p role="status">${text}</p>
<p><a class="button" href="${links.to('/')}">${say(heardWords.goOn)}</a></p>`,
  };
}
