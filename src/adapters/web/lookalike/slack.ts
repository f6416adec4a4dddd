import type { KnownBlock } from '@slack/types';
import { html } from 'hono/html';
import type { Html } from '../page.ts';
import { renderMrkdwn } from './slack-mrkdwn.ts';

type Element = Extract<KnownBlock, { type: 'actions' }>['elements'][number];
type Text = { readonly type: string; readonly text: string };

/** Blocks of Slack's Block Kit, drawn as Slack draws them. Of kinds that the bot does not send nothing shows. */
export function drawSlack(blocks: readonly KnownBlock[]): Html {
  return html`${blocks.map(drawBlock)}`;
}

function drawBlock(block: KnownBlock): Html | '' {
  switch (block.type) {
    case 'header':
      return html`<p class="heading">${block.text.text}</p>`;
    case 'section':
      return block.text === undefined ? '' : html`<p class="text">${drawText(block.text)}</p>`;
    case 'context':
      return html`<p class="small">${block.elements.map((one) => ('text' in one ? drawText(one) : ''))}</p>`;
    case 'divider':
      return html`<hr>`;
    case 'actions':
      return html`<div class="row">${block.elements.map(drawElement)}</div>`;
    default:
      return '';
  }
}

function drawText({ type, text }: Text): Html | string {
  return type === 'mrkdwn' ? renderMrkdwn(text) : text;
}

function drawElement(element: Element): Html | '' {
  if (element.type === 'button') return html`<span class="control">${element.text.text}</span>`;
  if (element.type === 'static_select')
    return html`<span class="select">${element.placeholder?.text ?? ''}</span>`;
  return '';
}
