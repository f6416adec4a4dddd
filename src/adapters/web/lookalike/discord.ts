import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { html } from 'hono/html';
import type { Html } from '../page.ts';
import { renderMarkdown } from './discord-markdown.ts';

type Component = APIMessageTopLevelComponent | APIComponentInContainer;

/** A message of Discord's Components V2, drawn as Discord draws it. Of kinds that the bot does not send nothing shows. */
export function drawDiscord(components: readonly Component[]): Html {
  return html`${components.map(drawComponent)}`;
}

function drawComponent(component: Component): Html | '' {
  switch (component.type) {
    case ComponentType.Container:
      return html`<div class="container">${drawDiscord(component.components)}</div>`;
    case ComponentType.TextDisplay:
      return renderMarkdown(component.content);
    case ComponentType.Separator:
      return html`<hr>`;
    case ComponentType.ActionRow:
      return html`<div class="row">${component.components.map((one) => {
        if (one.type === ComponentType.Button) return drawButton(one);
        if (one.type === ComponentType.StringSelect)
          return html`<span class="select">${one.placeholder ?? ''}</span>`;
        return '';
      })}</div>`;
    default:
      return '';
  }
}

function drawButton(button: APIButtonComponent): Html | '' {
  if (button.style === ButtonStyle.Link)
    return html`<a class="control link" href="${button.url}" rel="noreferrer">${button.label ?? ''}</a>`;
  return 'label' in button ? html`<span class="control">${button.label}</span>` : '';
}
