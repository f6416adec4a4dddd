import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import { renderPlainText, type TextStyle } from '../../bot/plain-text.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Environment } from '../../settings.ts';

/** How a reply looks in a terminal. */
export interface TerminalStyle {
  render(reply: Reply): string;
  prompt(text: string): string;
}

const widest = 100;

/**
 * Bold and faint in a terminal, nothing of the kind elsewhere or under NO_COLOR (https://no-color.org); words are
 * wrapped only in a terminal.
 */
export function createTerminalStyle(
  output: { readonly isTTY?: boolean; readonly columns?: number },
  environment: Environment,
): TerminalStyle {
  const isTerminal = output.isTTY === true;
  const colors = createColors(isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb');
  const style: TextStyle = { strong: colors.bold, faint: colors.dim };
  // A terminal without a size reports 0 columns.
  const width = Math.min(widest, output.columns || widest);
  return {
    render: (reply) => {
      const text = renderPlainText(reply, style);
      return isTerminal ? wrapLines(text, width) : text;
    },
    prompt: colors.cyan,
  };
}

/** Addresses stay in one piece, so that they can be clicked. */
function wrapLines(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (line.includes('https://') ? line : wrapLine(line, width)))
    .join('\n');
}

/** What goes on below stands as far in as its first line. */
function wrapLine(line: string, width: number): string {
  const [indent = ''] = /^ */.exec(line) ?? [];
  const wrapped = wrapAnsi(line.slice(indent.length), width - indent.length);
  return wrapped.replace(/^/gm, indent);
}
