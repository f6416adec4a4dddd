import { LRUCache } from 'lru-cache';
import type { Analyser, Term } from './terms.ts';

/** More texts than a corpus of thousands of facts has. */
const mostTexts = 50_000;

/**
 * An analyser that reads a text it has read before at no cost: a corpus is read several times over, and again after
 * each edit of a few of its texts. What it gives back must not be changed.
 */
export function createRememberingAnalyser(analyser: Analyser): Analyser {
  const wordsOf = new LRUCache<string, string[]>({ max: mostTexts });
  const termsOfWords = new WeakMap<readonly string[], Term[]>();

  const words = (text: string) => {
    const found = wordsOf.get(text) ?? analyser.words(text);
    wordsOf.set(text, found);
    return found;
  };
  const termsOf = (folded: readonly string[]) => {
    const found = termsOfWords.get(folded) ?? analyser.termsOf(folded);
    termsOfWords.set(folded, found);
    return found;
  };
  return { ...analyser, words, termsOf, analyse: (text) => termsOf(words(text)) };
}
