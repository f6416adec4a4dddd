import type { AnswerChange } from './compare-answers.ts';
import type { FactChanges } from './compare-facts.ts';

/** Part of a report: a heading, and entries with lines of their own below them. */
export interface Section {
  readonly title: string;
  readonly entries: readonly { readonly text: string; readonly lines: readonly string[] }[];
}

/** What a change does, in plain words; empty when it does nothing that readers would notice. */
export function describeChange(facts: FactChanges, answers: readonly AnswerChange[]): Section[] {
  const { added, altered, withdrawn, removed } = facts;
  const answersThat = (verdict: AnswerChange['verdict']) =>
    answers.filter((one) => one.verdict === verdict).map(toAnswerEntry);
  return [
    {
      title: 'Facts added',
      entries: added.map(({ id, statement, kind, sources }) => ({
        text: `${id} (${kind}, ${[...new Set(sources.map(({ publisher }) => publisher))].join(', ')})`,
        lines: [statement],
      })),
    },
    {
      title: 'Facts altered',
      entries: altered.map(({ fact, differences }) => ({ text: fact.id, lines: differences })),
    },
    {
      title: 'Facts withdrawn',
      entries: withdrawn.map(({ id, title, because }) => ({ text: `${id}: ${title}`, lines: [because] })),
    },
    {
      title: 'Facts removed without being listed under withdrawn',
      entries: removed.map(({ id, statement }) => ({ text: id, lines: [statement] })),
    },
    { title: 'Golden answers lost', entries: answersThat('lost') },
    { title: 'Golden answers gained', entries: answersThat('gained') },
    { title: 'Golden answers changed, as right or wrong as before', entries: answersThat('changed') },
  ].filter(({ entries }) => entries.length > 0);
}

function toAnswerEntry({ ask, before, after }: AnswerChange): Section['entries'][number] {
  return { text: `“${ask}”`, lines: [`${nameFacts(before)} → ${nameFacts(after)}`] };
}

function nameFacts(ids: readonly string[]): string {
  return ids.length === 0 ? 'no answer' : ids.join(', ');
}

export function renderReport(sections: readonly Section[]): string {
  return sections
    .map(({ title, entries }) => {
      const heading = `${title}: ${entries.length}`;
      const body = entries.flatMap(({ text, lines }) => [
        `  ${text}`,
        ...lines.map((line) => `      ${line}`),
      ]);
      return [heading, '-'.repeat(heading.length), ...body].join('\n');
    })
    .join('\n\n');
}

/** The same for a pull request; long sections are folded. */
export function renderMarkdownReport(sections: readonly Section[]): string {
  return sections
    .map(({ title, entries }) => {
      const body = entries.flatMap(({ text, lines }) => [
        `- **${escapeMarkdown(text)}**`,
        ...lines.map((line) => `  - ${escapeMarkdown(line)}`),
      ]);
      const heading = `${title}: ${entries.length}`;
      return entries.length > foldedFrom
        ? `<details><summary>${heading}</summary>\n\n${body.join('\n')}\n\n</details>`
        : `### ${heading}\n\n${body.join('\n')}`;
    })
    .join('\n\n');
}

const foldedFrom = 15;

/** Shows the text as it is: no markup, and no mention or reference, which an empty comment breaks up. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_{}[\]~|>]/g, '\\$&')
    .replaceAll(/[@#]/g, '$&<!-- -->')
    .replaceAll('://', ':<!-- -->//');
}
