import {
  InteractionResponseType as Callback,
  ComponentType,
  InteractionType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { allComponents, customIdsOf } from './components.ts';
import { isJson, type Json, recordOf, recordsOf } from './json.ts';
import { LIMITS } from './limits.ts';
import { checkList, checkText, duplicatesIn, each, type Problem, problem, within } from './problems.ts';

const anyReply = [Callback.ChannelMessageWithSource, Callback.DeferredChannelMessageWithSource];
const anyUpdate = [Callback.DeferredMessageUpdate, Callback.UpdateMessage];

/** How each kind of interaction may be answered. */
const answers: { readonly [Type in InteractionType]: readonly Callback[] } = {
  [InteractionType.Ping]: [Callback.Pong],
  [InteractionType.ApplicationCommand]: [...anyReply, Callback.Modal],
  [InteractionType.MessageComponent]: [...anyReply, ...anyUpdate, Callback.Modal],
  [InteractionType.ApplicationCommandAutocomplete]: [Callback.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: [...anyReply, ...anyUpdate],
};

/** Checks the kind of a callback, and its data where it is not a message. */
export function checkCallback({ type, data }: Json, interaction: InteractionType): Problem[] {
  const allowed = answers[interaction];
  if (!allowed.some((one) => one === type)) {
    return [problem('type', 'BASE_TYPE_CHOICES', `${type}: must be one of (${allowed.join(', ')}).`)];
  }
  if (type === Callback.ApplicationCommandAutocompleteResult) {
    return within('data', checkChoices(recordOf(data)));
  }
  return type === Callback.Modal ? within('data', checkModal(recordOf(data))) : [];
}

function checkChoices({ choices }: Json): Problem[] {
  const { name, value } = LIMITS.autocomplete;
  return [
    ...checkList('choices', choices, { max: LIMITS.autocomplete.choices }),
    ...each('choices', recordsOf(choices), (choice) => [
      ...checkText('name', choice.name, { min: 1, max: name }),
      ...(typeof choice.value === 'number' ? [] : checkText('value', choice.value, { min: 1, max: value })),
    ]),
  ];
}

function checkModal(modal: Json): Problem[] {
  const { title, rows, label, description } = LIMITS.modal;
  return [
    ...checkText('title', modal.title, { min: 1, max: title }),
    ...checkText('custom_id', modal.custom_id, { min: 1, max: LIMITS.components.customId }),
    ...checkList('components', modal.components, { min: 1, max: rows }),
    ...each('components', recordsOf(modal.components), (row) => [
      ...checkText('label', row.label, { min: row.type === ComponentType.Label ? 1 : 0, max: label }),
      ...checkText('description', row.description, { max: description }),
      ...(row.type === ComponentType.Label && !isJson(row.component)
        ? [problem('component', 'BASE_TYPE_REQUIRED', 'This field is required')]
        : []),
    ]),
    ...each('components', allComponents(modal), (component) =>
      component.type === ComponentType.TextInput ? checkInput(component) : [],
    ),
    ...duplicatesIn(customIdsOf({ components: modal.components })).map((id) =>
      problem(
        'components',
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        `Component custom id cannot be duplicated: ${id}`,
      ),
    ),
  ];
}

function checkInput({ custom_id, label, value, placeholder, style, max_length }: Json): Problem[] {
  const isLength = (length: unknown) =>
    Number.isInteger(length) && Number(length) >= 1 && Number(length) <= LIMITS.modal.input;
  return [
    ...(style === TextInputStyle.Short || style === TextInputStyle.Paragraph
      ? []
      : [problem('style', 'BASE_TYPE_CHOICES', 'Must be one of (1, 2).')]),
    ...(max_length === undefined || isLength(max_length)
      ? []
      : [problem('max_length', 'NUMBER_TYPE_MAX', `${max_length}: 1 to ${LIMITS.modal.input}.`)]),
    ...checkText('custom_id', custom_id, { min: 1, max: LIMITS.components.customId }),
    ...checkText('label', label, { max: LIMITS.modal.label }),
    ...checkText('value', value, { max: LIMITS.modal.input }),
    ...checkText('placeholder', placeholder, { max: LIMITS.modal.placeholder }),
  ];
}
