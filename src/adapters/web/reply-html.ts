import { html } from 'hono/html';
import type { Language } from '../../bot/language.ts';
import { describeSource } from '../../bot/plain-text.ts';
import type { Block, Choice, FactBlock, ListItem, Reply, SourceLine } from '../../bot/reply.ts';
import { wording } from '../../bot/wording.ts';
import type { Html, PageContext } from './page.ts';
import { askWords, factWords } from './wording.ts';

/** A reply as the desk's own page shows it. What can be chosen are links. */
export function renderReply(reply: Reply, context: PageContext): Html {
  return html`<div class="reply" lang="${reply.language}">
${reply.blocks.map((block) => renderBlock(block, reply.language, context))}</div>`;
}

function renderBlock(block: Block, language: Language, context: PageContext): Html {
  switch (block.type) {
    case 'heading':
      return html`<h3>${block.text}</h3>`;
    case 'text':
      return html`<p class="aside">${lines(block.text)}${
        block.link === undefined
          ? ''
          : html` <a href="${block.link.url}" rel="noreferrer">${block.link.label}</a>`
      }</p>`;
    case 'fact':
      return renderFact(block, language, context);
    case 'sources':
      return html`<h3>${wording.sources[language]}</h3>
<ol class="sources">${block.sources.map((source) => renderSource(source, language))}</ol>`;
    case 'list':
      return html`<ul class="rows">${block.items.map((item) => renderItem(item, context))}</ul>`;
    case 'picture':
      // The desk has the figures as bars of its own; here are the same in words.
      return block.lines.length === 0
        ? html``
        : html`<ul class="rows">${block.lines.map((line) => html`<li>${line}</li>`)}</ul>`;
    case 'choices':
      return html`<h3>${block.title}</h3>
<ul class="choices">${block.choices.map((choice) => html`<li>${link(choice, choice.label, context)}</li>`)}</ul>`;
  }
}

function renderFact(
  { factId, label, statement, marks, note }: FactBlock,
  language: Language,
  { links }: PageContext,
): Html {
  return html`<article class="fact">
<p class="statement">${label === undefined ? '' : html`<strong>${label}:</strong> `}${statement}
<span class="marks">${marks.map((mark) => html`<a href="#source-${mark}">[${mark}]</a>`)}</span></p>
<p class="note">${note} · <a href="${links.toFact(factId)}">${askWords.permanent[language]}</a></p>
</article>`;
}

/** A source with its chain and link. */
export function renderSource(
  source: SourceLine & { readonly archiveUrl?: string | undefined },
  language: Language,
): Html {
  const { number, url, note, archiveUrl } = source;
  const words = describeSource(source, language);
  return html`<li id="source-${number}" value="${number}">${
    url === undefined ? words : html`<a href="${url}" rel="noreferrer">${words}</a>`
  }${note === undefined ? '' : html` <span class="note">(${note})</span>`}${
    archiveUrl === undefined
      ? ''
      : html` <a href="${archiveUrl}" rel="noreferrer">${factWords.archived[language]}</a>`
  }</li>`;
}

function renderItem({ label, text, choice }: ListItem, context: PageContext): Html {
  return html`<li><span class="label">${label}</span> ${choice === undefined ? text : link(choice, text, context)}</li>`;
}

function link(choice: Choice, text: string, { links }: PageContext): Html {
  return html`<a href="${links.toCall(choice)}">${text}</a>`;
}

function lines(text: string): readonly (string | Html)[] {
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [html`<br>`, line]));
}
