/** How good one ranking is; each between 0 and 1. */
export interface RankingMeasures {
  /** Normalised discounted cumulative gain, linear in the relevance, as trec_eval and BEIR compute it. */
  readonly ndcg: number;
  readonly reciprocalRank: number;
  readonly recall: number;
  readonly precisionAtOne: number;
}

/**
 * @param ranked Ids, best first, at most `depth` of them.
 * @param relevance How relevant each relevant id is, above 0.
 */
export function measureRanking(
  ranked: readonly string[],
  relevance: ReadonlyMap<string, number>,
  depth: number,
): RankingMeasures {
  const gains = ranked.map((id) => relevance.get(id) ?? 0);
  const ideal = [...relevance.values()].sort((a, b) => b - a).slice(0, depth);
  const first = gains.findIndex((gain) => gain > 0);
  return {
    ndcg: ideal.length === 0 ? 0 : discount(gains) / discount(ideal),
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    recall: relevance.size === 0 ? 0 : gains.filter((gain) => gain > 0).length / relevance.size,
    precisionAtOne: (gains[0] ?? 0) > 0 ? 1 : 0,
  };
}

export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function discount(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}
