import { html } from 'hono/html';
import type { Html } from '../page.ts';

// A character that sets off formatting stands between two zero-width spaces when it is meant as itself.
const inline = /<([^|>]+)\|([^>]*)>|\*(?!\u200b)((?:\u200b\*\u200b|[^*\n])+)\*|([^<*]+|.)/gsu;

/** The part of Slack's mrkdwn that the bot's messages use, as HTML: bold, links, escaped characters. */
export function renderMrkdwn(text: string): Html {
  const parts = [...text.matchAll(inline)].map(([, url, label, bold, plain]) => {
    if (url !== undefined)
      return html`<a href="${unescapeText(url)}" rel="noreferrer">${renderMrkdwn(label ?? '')}</a>`;
    if (bold !== undefined) return html`<strong>${renderMrkdwn(bold)}</strong>`;
    return unescapeText(plain ?? '');
  });
  return html`${parts}`;
}

function unescapeText(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '');
}
