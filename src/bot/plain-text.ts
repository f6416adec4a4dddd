import type { Language, Localized } from './language.ts';
import type { Block, FactBlock, Reply, SourceLine } from './reply.ts';
import { wording } from './wording.ts';

/** How parts of a reply are set off; each takes a text and gives it back, with marks around it if it likes. */
export interface TextStyle {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const unstyled: TextStyle = { strong: (text) => text, faint: (text) => text };

/**
 * The whole reply as plain text: for the terminal, for scripts, and as what platforms show where they show no layout.
 * Choices are numbered through the reply, from 1.
 */
export function renderPlainText(reply: Reply, style: TextStyle = unstyled): string {
  let choice = 0;
  const next = () => {
    choice += 1;
    return choice;
  };
  const { language } = reply;
  return reply.blocks
    .map((block) => renderBlock(block, { style, language, next }))
    .filter((text) => text !== '')
    .join('\n\n');
}

interface Rendering {
  readonly style: TextStyle;
  readonly language: Language;
  readonly next: () => number;
}

function renderBlock(block: Block, { style, language, next }: Rendering): string {
  switch (block.type) {
    case 'heading':
      return style.strong(block.text);
    case 'text':
      return block.link === undefined ? block.text : `${block.text}\n${block.link.url}`;
    case 'fact':
      return renderFact(block, style);
    case 'sources':
      return [
        style.strong(wording.sources[language]),
        ...block.sources.map((source) => renderSource(source, { style, language })),
      ].join('\n');
    case 'list':
      return block.items
        .map(({ label, text, choice }) => {
          const number = choice === undefined ? '' : style.faint(` (${next()})`);
          return `${style.strong(label)}  ${text}${number}`;
        })
        .join('\n');
    case 'picture':
      return block.lines.join('\n');
    case 'choices':
      return [style.strong(block.title), ...block.choices.map(({ label }) => `  ${next()}  ${label}`)].join(
        '\n',
      );
  }
}

function renderFact({ label, statement, marks, note }: FactBlock, style: TextStyle): string {
  const lead = label === undefined ? '' : `${style.strong(`${label}:`)} `;
  return `${lead}${statement} ${marks.map((mark) => `[${mark}]`).join('')}\n${style.faint(note)}`;
}

function renderSource(
  source: SourceLine,
  { style, language }: Pick<Rendering, 'style' | 'language'>,
): string {
  return `[${source.number}] ${describeSource(source, language)}\n    ${style.faint(source.url ?? source.note ?? '')}`;
}

/** Who published what and when, with the chain: "UNITED24 Media, reporting Reuters, “Title”, 3 February 2025". */
export function describeSource(
  { publisher, reporting, title, date }: SourceLine,
  language: Language,
): string {
  return [
    publisher,
    reporting === undefined ? undefined : relaying(reporting)[language],
    title === undefined ? undefined : inQuotes(title)[language],
    date,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

const relaying = (reporting: string): Localized => ({
  en: `reporting ${reporting}`,
  uk: `з посиланням на ${reporting}`,
});

const inQuotes = (title: string): Localized => ({ en: `“${title}”`, uk: `«${title}»` });
