import { html } from 'hono/html';
import { brand } from '../../../bot/brand.ts';
import type { Html, PageContext } from '../page.ts';
import { askWords } from '../wording.ts';

/** The frame in which a platform's message stands; on a phone it can be folded away. */
export function renderLookalike(
  platform: { readonly name: 'discord' | 'slack'; readonly title: string },
  message: Html,
  { say }: PageContext,
): Html {
  return html`<details class="lookalike ${platform.name}" open><summary>${platform.title}</summary>
<div class="message">
<div class="avatar" aria-hidden="true">${brand.name.charAt(0)}</div>
<div class="content"><p class="author"><strong>${brand.name}</strong> <span class="badge">${say(askWords.app)}</span></p>
${message}
<p class="ephemeral">${say(askWords.onlyYou)}</p></div>
</div></details>`;
}
