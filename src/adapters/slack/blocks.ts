import type { KnownBlock } from '@slack/types';
import { LIMITS } from './limits.ts';

/** Lines in as few sections as hold them; a line is never parted. */
export function gather(lines: readonly string[]): string[] {
  const sections: string[] = [];
  for (const line of lines) {
    const last = sections.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= LIMITS.section)
      sections[sections.length - 1] = `${last}\n${line}`;
    else sections.push(line);
  }
  return sections;
}

/** Formatted text; what it holds has to be escaped. */
export function section(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

/** Whether a message of these blocks is within Slack's limits. */
export function fitsMessage(blocks: readonly KnownBlock[]): boolean {
  const isWhole = blocks.every(
    (block) => block.type !== 'section' || (block.text?.text.length ?? 0) <= LIMITS.section,
  );
  return (
    isWhole && blocks.length <= LIMITS.blocks && JSON.stringify(blocks).length <= LIMITS.messageCharacters
  );
}
