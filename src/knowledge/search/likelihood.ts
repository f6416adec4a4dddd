import { collectFeatures } from './features.ts';
import type { Question } from './question.ts';
import type { ReadText } from './read-fact.ts';

/** What the ways of asking for one fact hold. */
export interface FeatureCounts {
  /** By number of the feature: logarithm of how many of them hold it, and one more. */
  readonly counts: ReadonlyMap<number, number>;
  readonly ways: number;
}

/** The features of a question that some way of asking holds. */
export type AskedFeatures = readonly number[];

/**
 * As if there were so many more ways of asking for each fact, one of which holds the feature: no fact is ruled out by
 * what it was never asked with, and one that few ways are known for is neither hidden by the others nor hides them.
 */
const unseenWays = 10;
/** So far behind the likeliest fact a likelihood is worth nothing, in natural logarithms for a question of one feature. */
const range = 4;

/**
 * Tells which facts a question most likely asks for by all the ways of asking that hold its features, where the
 * nearest way of asking would tell by one: naive Bayes (Maron 1961, "Automatic Indexing: An Experimental Inquiry"),
 * by the features that are there alone.
 */
export class LikelihoodCounter {
  readonly #numbers = new Map<string, number>();

  /** @param texts All ways of asking for a fact. */
  add(texts: readonly ReadText[]): FeatureCounts {
    const counts = new Map<number, number>();
    for (const { words, terms } of texts) {
      for (const feature of collectFeatures(words, terms)) {
        const number = this.#numberOf(feature);
        counts.set(number, (counts.get(number) ?? 0) + 1);
      }
    }
    for (const [number, count] of counts) counts.set(number, Math.log(count + 1));
    return { counts, ways: texts.length };
  }

  featuresOf({ words, terms }: Question): AskedFeatures {
    return [...collectFeatures(words, terms)].flatMap((feature) => this.#numbers.get(feature) ?? []);
  }

  #numberOf(feature: string): number {
    const known = this.#numbers.get(feature);
    if (known !== undefined) return known;
    this.#numbers.set(feature, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** Logarithm of how likely the fact is asked for so; it only means something beside those of other facts. */
export function likelihoodOf({ counts, ways }: FeatureCounts, asked: AskedFeatures): number {
  let sum = -asked.length * Math.log(ways + unseenWays);
  for (const feature of asked) sum += counts.get(feature) ?? 0;
  return sum;
}

/** A likelihood beside the best one: 1 is as likely, 0 is out of reach. */
export function compareLikelihood(likelihood: number, best: number, asked: AskedFeatures): number {
  // Features that stand together say the same again: what they tell grows with the root of their number.
  const behind = (best - likelihood) / Math.sqrt(Math.max(1, asked.length));
  return Math.max(0, 1 - behind / range);
}
