import { html } from 'hono/html';
import type { Html } from '../page.ts';

/** The part of Discord's Markdown that the bot's messages use, as HTML: headings, small print, bold, links, escapes. */
export function renderMarkdown(content: string): Html {
  return html`<div class="text">${content.split('\n').map(renderLine)}</div>`;
}

function renderLine(line: string): Html {
  const [, heading] = /^### (.*)$/.exec(line) ?? [];
  if (heading !== undefined) return html`<p class="heading">${renderInline(heading)}</p>`;
  const [, small] = /^-# (.*)$/.exec(line) ?? [];
  if (small !== undefined) return html`<p class="small">${renderInline(small)}</p>`;
  return html`<p>${renderInline(line)}</p>`;
}

const inline =
  /\\([^\p{L}\p{N}\s])|\*\*((?:\\.|(?!\*\*).)+)\*\*|\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)|([^\\*[]+|.)/gsu;

function renderInline(text: string): Html {
  const parts = [...text.matchAll(inline)].map(([, escaped, bold, label, url, plain]) => {
    if (bold !== undefined) return html`<strong>${renderInline(bold)}</strong>`;
    if (url !== undefined) return html`<a href="${url}" rel="noreferrer">${renderInline(label ?? '')}</a>`;
    return escaped ?? plain ?? '';
  });
  return html`${parts}`;
}
