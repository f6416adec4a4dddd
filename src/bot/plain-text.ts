import type { Block, FactBlock, Reply, SourceLine } from './reply.ts';

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
  return reply.blocks.map((block) => renderBlock(block, style, next)).join('\n\n');
}

function renderBlock(block: Block, style: TextStyle, nextChoice: () => number): string {
  switch (block.type) {
    case 'heading':
      return style.strong(block.text);
    case 'text':
      return block.text;
    case 'fact':
      return renderFact(block, style);
    case 'sources':
      return [style.strong('Sources'), ...block.sources.map((source) => renderSource(source, style))].join(
        '\n',
      );
    case 'list':
      return block.items
        .map(({ label, text, choice }) => {
          const number = choice === undefined ? '' : style.faint(` (${nextChoice()})`);
          return `${style.strong(label)}  ${text}${number}`;
        })
        .join('\n');
    case 'choices':
      return [
        style.strong(block.title),
        ...block.choices.map(({ label }) => `  ${nextChoice()}  ${label}`),
      ].join('\n');
  }
}

function renderFact({ label, statement, marks, note }: FactBlock, style: TextStyle): string {
  const lead = label === undefined ? '' : `${style.strong(`${label}:`)} `;
  return `${lead}${statement} ${marks.map((mark) => `[${mark}]`).join('')}\n${style.faint(note)}`;
}

function renderSource(source: SourceLine, style: TextStyle): string {
  return `[${source.number}] ${describeSource(source)}\n    ${style.faint(source.url ?? source.note ?? '')}`;
}

/** Who published what and when, with the chain: "UNITED24 Media, reporting Reuters, “Title”, 3 February 2025". */
export function describeSource({ publisher, reporting, title, date }: SourceLine): string {
  return [
    publisher,
    reporting === undefined ? undefined : `reporting ${reporting}`,
    title === undefined ? undefined : `“${title}”`,
    date,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
