import { html } from 'hono/html';
import type { Option } from '../../bot/command.ts';
import type { Choice } from '../../bot/reply.ts';
import type { CommandShape } from '../adapter.ts';
import { renderHidden, renderInput, renderLanguageField, renderSelect } from './form-html.ts';
import type { Html, PageContext } from './page.ts';
import { askWords } from './wording.ts';

/** More topics than this are not offered to choose from. */
const mostTopics = 200;
const mostProposals = 20;

/**
 * A form for every command, made of its options.
 * @param current The command whose reply is shown; its form stays open and filled in.
 */
export function renderCommandForms(
  current: Pick<Choice, 'command' | 'arguments'> | undefined,
  context: PageContext,
): Html {
  const { bot, say } = context;
  return html`<section class="commands"><h2>${say(askWords.commands)}</h2>
<p class="note">${say(askWords.commandsNote)}</p>
${bot.commands.map((command) => {
  const isCurrent = command.name === current?.command && command.name !== 'ask';
  return renderForm(command, isCurrent ? current.arguments : undefined, context);
})}</section>`;
}

function renderForm(
  command: CommandShape,
  given: Readonly<Record<string, string>> | undefined,
  context: PageContext,
): Html {
  const { say } = context;
  const options = Object.entries(command.options);
  // What may be long goes in the body of a request: addresses have an end.
  const isLong = options.some(([, option]) => isLongText(option));
  return html`<details${given === undefined ? '' : html` open`}><summary><code>${command.name}</code> ${say(command.description)}</summary>
<form action="/" method="${isLong ? 'post' : 'get'}">
${renderLanguageField(context)}${renderHidden({ command: command.name })}
${options.map(([name, option]) => renderOption(command, name, option, given?.[name], context))}
<p class="actions"><button>${say(askWords.run)}<span class="visually-hidden"> ${command.name}</span></button></p>
</form></details>`;
}

function renderOption(
  command: CommandShape,
  name: string,
  option: Option,
  value: string | undefined,
  { bot, language, say }: PageContext,
): Html {
  const id = `${command.name}-${name}`;
  const end = option.required === true ? '' : ` (${say(askWords.optional)})`;
  const field = { id, name, value, label: `${say(option.description)}${end}` };
  const required = option.required === true ? html` required` : '';
  if (option.suggest === 'topics') {
    const topics = bot.suggest(command.name, name, '', { most: mostTopics, language });
    return renderSelect(field, [
      { value: '', text: say(askWords.any) },
      ...topics.map(({ label, value: topic }) => ({ value: topic, text: label })),
    ]);
  }
  if (isLongText(option)) {
    return html`<p class="field"><label for="${id}">${field.label}</label>
<textarea id="${id}" name="${name}" rows="4"${required}>${value ?? ''}</textarea></p>`;
  }
  if (option.type === 'count') return renderInput(field, { type: 'number', extra: html` min="1"` });
  if (option.type === 'date') return renderInput({ ...field, hint: say(askWords.date) });
  const proposals = bot.suggest(command.name, name, '', { most: mostProposals, language });
  return html`${renderInput(field, {
    extra: html` list="${id}-proposals" data-suggest="${command.name} ${name}"${required}`,
  })}
<datalist id="${id}-proposals">${proposals.map(
    ({ label, value: proposal }) =>
      html`<option value="${proposal}">${label === proposal ? '' : label}</option>`,
  )}</datalist>`;
}

/** Words that nothing can be proposed for. */
function isLongText({ type, suggest }: Option): boolean {
  return type === 'text' && suggest === undefined;
}
