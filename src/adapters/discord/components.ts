import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord.js';
import { LIMITS } from './limits.ts';

/** Buttons in as few rows as hold them. */
export function rows(buttons: readonly APIButtonComponent[]): APIActionRowComponent<APIButtonComponent>[] {
  const count = Math.ceil(buttons.length / LIMITS.buttonsPerRow);
  return Array.from({ length: count }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(row * LIMITS.buttonsPerRow, (row + 1) * LIMITS.buttonsPerRow),
  }));
}

export function text(content: string): APIComponentInContainer {
  return { type: ComponentType.TextDisplay, content };
}

/** Whether a message of these components is within Discord's limits. */
export function fits(components: readonly APIMessageTopLevelComponent[]): boolean {
  const all = flatten(components);
  const characters = all.reduce((sum, one) => sum + ('content' in one ? String(one.content).length : 0), 0);
  return all.length <= LIMITS.components && characters <= LIMITS.text;
}

/** A component and all that it holds. */
function flatten(components: readonly object[]): object[] {
  return components.flatMap((one) => [
    one,
    ...('components' in one ? flatten(one.components as object[]) : []),
  ]);
}
