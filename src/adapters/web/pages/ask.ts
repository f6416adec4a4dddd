import { html } from 'hono/html';
import { questionOf } from '../../../bot/language.ts';
import type { Choice, Reply } from '../../../bot/reply.ts';
import { renderCommandForms } from '../command-forms.ts';
import { renderFeedbackForm } from '../feedback-form.ts';
import { renderHidden, renderLanguageField } from '../form-html.ts';
import type { Html, Page, PageContext } from '../page.ts';
import { renderReply } from '../reply-html.ts';
import { askWords } from '../wording.ts';

/** What was asked and what the bot said to it. */
export interface Exchange {
  readonly call: Pick<Choice, 'command' | 'arguments'>;
  readonly reply: Reply;
  /** Names the conversation that it belongs to. */
  readonly talk: string;
  /** How the chat platforms show it. */
  readonly previews: Html;
}

const mostExamples = 6;
const mostProposals = 20;

/** The chat box, with the answer to what was asked, if anything was. */
export function renderAskPage(exchange: Exchange | undefined, context: PageContext): Page {
  const { bot, catalogue, language, say } = context;
  const title = say(askWords.title(catalogue.summary(language).subject));
  const question = exchange && questionOf(exchange.call);
  return {
    title: question === undefined ? title : question.slice(0, 80),
    section: 'ask',
    isLasting: exchange === undefined,
    body: html`<h1>${title}</h1>
<form class="ask" action="/" method="get">
${renderLanguageField(context)}${renderHidden({ talk: exchange?.talk })}
<label for="question">${say(askWords.question)}</label>
<div class="box"><input id="question" name="question" value="${question ?? ''}" list="question-proposals" required maxlength="2000" autocomplete="off" enterkeyhint="send" data-suggest="ask question"${language === 'uk' ? html` lang="uk"` : ''}>
<button>${say(askWords.button)}</button></div>
<datalist id="question-proposals">${bot
      .suggest('ask', 'question', '', { most: mostProposals, language })
      .map(({ value }) => html`<option value="${value}"></option>`)}</datalist>
</form>
${exchange === undefined ? renderExamples(context) : renderExchange(exchange, context)}
${renderCommandForms(exchange?.call, context)}`,
  };
}

function renderExamples({ bot, language, links, say }: PageContext): Html {
  const examples = bot.suggest('ask', 'question', '', { most: mostExamples, language });
  return html`<section><h2>${say(askWords.examples)}</h2>
<ul class="choices">${examples.map(
    ({ label, value }) =>
      html`<li><a href="${links.toCall({ command: 'ask', arguments: { question: value } })}">${label}</a></li>`,
  )}</ul></section>`;
}

function renderExchange({ reply, previews }: Exchange, context: PageContext): Html {
  const { say } = context;
  return html`<section class="answer" aria-labelledby="answer"><h2 id="answer">${say(askWords.answer)}</h2>
${renderReply(reply, context)}
${renderFeedbackForm(reply, context)}</section>
<section class="platforms" aria-labelledby="platforms"><h2 id="platforms">${say(askWords.platforms)}</h2>
<p class="note">${say(askWords.platformsNote)}</p>
<div class="previews">${previews}</div></section>`;
}
