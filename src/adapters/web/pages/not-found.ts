import { html } from 'hono/html';
import { tellReference } from '../../../bot/reference.ts';
import type { Page, PageContext } from '../page.ts';
import { errorWords, frame } from '../wording.ts';

export function renderNotFound({ links, say }: PageContext): Page {
  return {
    status: 404,
    title: say(errorWords.notFoundTitle),
    section: undefined,
    body: html`<h1>${say(errorWords.notFoundTitle)}</h1>
<p>${say(errorWords.notFound)}</p>
<ul class="choices"><li><a href="${links.to('/facts')}">${say(frame.facts)}</a></li>
<li><a href="${links.to('/')}">${say(frame.ask)}</a></li></ul>`,
  };
}

/**
 * What is shown when a page could not be made.
 * @param reference What the log calls the reason.
 */
export function renderBroken({ say }: PageContext, reference: string): Page {
  return {
    status: 500,
    title: say(errorWords.brokenTitle),
    section: undefined,
    body: html`<h1>${say(errorWords.brokenTitle)}</h1><p>${say(errorWords.broken)} ${say(tellReference(reference))}</p>`,
  };
}
