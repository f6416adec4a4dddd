import { rankingWeights } from '../src/knowledge/search/ranking.ts';
import type { Signals } from '../src/knowledge/search/signals.ts';
import type { Observation } from './observations.ts';

const steps = 1_500;
const stepSize = 2;
/** The questions alone leave the weights loose: they are held near each other, as they then also serve other data. */
const ridge = 0.02;
/** Where the fit starts: how sharply the order of the candidates counts. */
const sharpness = 12;

export const rankingSignalNames = Object.keys(rankingWeights) as (keyof Signals)[];

/**
 * Fits weights of the ranking: the right fact of each question is to stand above the other candidates (softmax
 * regression). No weight falls below 0; they sum to 1.
 */
export function fitRanking(
  observations: readonly Observation[],
  names: readonly (keyof Signals)[] = rankingSignalNames,
): number[] {
  const rows = observations
    .filter(({ right }) => right >= 0)
    .map(({ candidates, right }) => ({
      candidates: candidates.map((one) => names.map((name) => one[name])),
      right,
    }));
  let weights = names.map(() => 1 / names.length);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map((weight) => ridge * (1 / names.length - weight));
    for (const { candidates, right } of rows) {
      const odds = candidates.map((values) => Math.exp(sharpness * dot(weights, values)));
      const total = odds.reduce((sum, one) => sum + one, 0);
      candidates.forEach((values, at) => {
        const error = ((at === right ? 1 : 0) - (odds[at] ?? 0) / total) / rows.length;
        values.forEach((value, i) => {
          gradient[i] = (gradient[i] ?? 0) + error * value;
        });
      });
    }
    weights = weights.map((weight, i) => Math.max(0, weight + stepSize * (gradient[i] ?? 0)));
  }
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** How often the right fact comes first, and the mean of the reciprocal of its place. */
export function measureOrder(
  observations: readonly Observation[],
  names: readonly (keyof Signals)[],
  weights: readonly number[],
): { readonly first: number; readonly reciprocalRank: number } {
  const places = observations
    .filter(({ isAnswerable }) => isAnswerable)
    .map(({ candidates, right }) => {
      const scoreOf = (one: Signals) =>
        dot(
          weights,
          names.map((name) => one[name]),
        );
      const wanted = candidates[right];
      if (wanted === undefined) return Number.POSITIVE_INFINITY;
      return candidates.filter((one) => scoreOf(one) > scoreOf(wanted)).length + 1;
    });
  return {
    first: places.filter((place) => place === 1).length / places.length,
    reciprocalRank: places.reduce((sum, place) => sum + 1 / place, 0) / places.length,
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
