import { expect } from 'vitest';
import type { FactBlock, Reply, SourceLine } from '../../src/bot/reply.ts';

/** A reply as a platform shows it. */
export interface Shown {
  /** All texts, as they were sent. */
  readonly text: string;
  /** How the platform writes a text. */
  readonly escaped: (text: string) => string;
  readonly isListed: (source: SourceLine) => boolean;
}

export function factsOf({ blocks }: Reply): readonly FactBlock[] {
  return blocks.filter((block) => block.type === 'fact');
}

export function sourcesOf({ blocks }: Reply): readonly SourceLine[] {
  return blocks.flatMap((block) => (block.type === 'sources' ? block.sources : []));
}

/**
 * Holds a shown reply to the promise of every answer: a fact stands there whole or not at all, the first one always, and
 * each that does has all of its sources beside it.
 */
export function expectSources(reply: Reply, { text, escaped, isListed }: Shown): void {
  const sources = sourcesOf(reply);
  for (const [index, { statement, marks }] of factsOf(reply).entries()) {
    const isShown = text.includes(escaped(statement));
    if (index === 0) expect(isShown, 'the first fact is shown').toBe(true);
    if (!isShown) continue;
    const missing = sources.filter((source) => marks.includes(source.number) && !isListed(source));
    expect(missing, `sources of the fact ${index + 1}`).toEqual([]);
  }
}
