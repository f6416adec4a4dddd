import { html } from 'hono/html';
import type { Html, PageContext } from './page.ts';
import { askWords, factsWords } from './wording.ts';

/** One thing to choose from; an empty value stands for any. */
export interface FieldOption {
  readonly value: string;
  readonly text: string;
}

export interface Field {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
}

export function renderSelect({ id, name, label, value }: Field, options: readonly FieldOption[]): Html {
  return html`<p class="field"><label for="${id}">${label}</label>
<select id="${id}" name="${name}">
${options.map((one) => html`<option value="${one.value}"${one.value === (value ?? '') ? html` selected` : ''}>${one.text}</option>`)}</select></p>`;
}

export function renderInput(
  { id, name, label, value, hint }: Field,
  { type = 'text', extra = '' }: { readonly type?: string; readonly extra?: Html | '' } = {},
): Html {
  const described = hint === undefined ? '' : html` aria-describedby="${id}-hint"`;
  return html`<p class="field"><label for="${id}">${label}</label>
<input id="${id}" name="${name}" type="${type}" value="${value ?? ''}" autocomplete="off"${described}${extra}>
${hint === undefined ? '' : html`<span class="hint" id="${id}-hint">${hint}</span>`}</p>`;
}

/** One end of a period. */
export function renderDateInput(
  name: 'from' | 'to',
  value: string | undefined,
  { say }: Pick<PageContext, 'say'>,
): Html {
  return renderInput({ id: name, name, label: say(factsWords[name]), value, hint: say(askWords.date) });
}

/** What a form sends along unseen. */
export function renderHidden(values: Readonly<Record<string, string | undefined>>): Html {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return html`${given.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

/** What was not understood of a form. */
export function renderProblems(problems: readonly string[], title: string): Html | '' {
  return problems.length === 0
    ? ''
    : html`<section class="problems" role="alert"><h2>${title}</h2>
<ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul></section>`;
}

export function renderLanguageField({ links }: PageContext): Html {
  return renderHidden(links.hidden);
}
