import type { Term } from '../text/terms.ts';

/**
 * What a classifier goes by in a text: its terms, its words and the pairs of neighbouring words, kept apart by marks
 * that no word holds. Where a text begins and ends counts as a word.
 */
export function collectFeatures(words: readonly string[], terms: readonly Term[]): Set<string> {
  const features = new Set<string>();
  for (const { text, isPart } of terms) if (!isPart) features.add(text);
  let before = '^';
  for (const word of words) {
    features.add(`=${word}`);
    features.add(`${before}_${word}`);
    before = word;
  }
  return features.add(`${before}_$`);
}
