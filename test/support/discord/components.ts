import { ComponentType } from 'discord-api-types/v10';
import { isJson, type Json, recordsOf, textIn } from './json.ts';

/** Every component of a message or modal, nested ones too, in the order they are shown. */
export function allComponents(message: Json): Json[] {
  return [...recordsOf(message.components), ...[message.accessory, message.component].filter(isJson)].flatMap(
    (component) => [component, ...allComponents(component)],
  );
}

/** All that a reader of the message sees as text: the content and every text display, one a line. */
export function textOf(message: Json): string {
  const displays = allComponents(message).filter(({ type }) => type === ComponentType.TextDisplay);
  return [message, ...displays]
    .map(({ content }) => textIn(content))
    .filter((text) => text !== '')
    .join('\n');
}

/** The custom ids of a message, in the order they are shown. */
export function customIdsOf(message: Json): string[] {
  return allComponents(message)
    .map(({ custom_id }) => textIn(custom_id))
    .filter((id) => id !== '');
}
