import type { FeatureCounts } from './features.ts';
import { placeOf } from './sorted-numbers.ts';

/**
 * As if there were so many more ways of asking for each fact, one of which holds the feature: no fact is ruled out by
 * what it was never asked with, and one that few ways are known for is neither hidden by the others nor hides them.
 */
const unseenWays = 15;
/** So far behind the likeliest fact a likelihood is worth nothing, in natural logarithms for a question of one feature. */
const range = 3;

/**
 * How likely a fact is asked for in a question of these features, by all the ways of asking for it, where the nearest
 * way would tell by one: naive Bayes (Maron 1961, "Automatic Indexing: An Experimental Inquiry"), by the features that
 * are there alone. A logarithm that only means something beside those of other facts.
 *
 * @param asked Features that some way of asking holds.
 */
export function likelihoodOf({ features, logCounts, ways }: FeatureCounts, asked: readonly number[]): number {
  let sum = -asked.length * Math.log(ways + unseenWays);
  for (const feature of asked) sum += logCounts[placeOf(features, feature)] ?? 0;
  return sum;
}

/** A likelihood beside the best one: 1 is as likely, 0 is out of reach. */
export function compareLikelihood(likelihood: number, best: number, asked: readonly number[]): number {
  // Features that stand together say the same again: what they tell grows with the root of their number.
  const behind = (best - likelihood) / Math.sqrt(Math.max(1, asked.length));
  return Math.max(0, 1 - behind / range);
}
