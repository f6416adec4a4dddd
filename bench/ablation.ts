import { bestThreshold, confidenceBy, confidenceSignalNames, fitConfidence } from './fit-confidence.ts';
import { fitRanking, measureOrder, rankingSignalNames } from './fit-ranking.ts';
import type { Observation } from './observations.ts';

/**
 * What each signal is worth: everything is fitted anew on the tuning half without it, and measured on the reporting
 * half.
 */
export function renderAblation(tuning: readonly Observation[], reporting: readonly Observation[]): string {
  const order = [undefined, ...rankingSignalNames].map((left) => {
    const names = rankingSignalNames.filter((name) => name !== left);
    const { first, reciprocalRank } = measureOrder(reporting, names, fitRanking(tuning, names));
    return `${label(left)} ${percent(first)}  ${reciprocalRank.toFixed(4)}`;
  });
  const trust = [undefined, ...confidenceSignalNames].map((left) => {
    const names = confidenceSignalNames.filter((name) => name !== left);
    const confidenceOf = confidenceBy(fitConfidence(tuning, names), names);
    const threshold = bestThreshold(tuning, confidenceOf);
    const refused = (one: Observation) => confidenceOf(one) < threshold;
    const answerable = reporting.filter(({ isAnswerable }) => isAnswerable);
    const others = reporting.filter(({ isAnswerable }) => !isAnswerable);
    const area = areaUnderCurve(answerable.map(confidenceOf), others.map(confidenceOf));
    return `${label(left)} ${area.toFixed(4)}  ${percent(share(answerable, refused))}        ${percent(share(others, refused))}`;
  });
  return [
    'Ranking, before the confidence decides  right first  MRR',
    ...order,
    '',
    'Confidence                              AUROC   wrongly refused  rightly refused',
    ...trust,
  ].join('\n');
}

/** The probability that an answerable question is trusted more than another (AUROC). */
export function areaUnderCurve(right: readonly number[], wrong: readonly number[]): number {
  const wins = right.map((a) => wrong.reduce((sum, b) => sum + (a > b ? 1 : a === b ? 0.5 : 0), 0));
  return wins.reduce((sum, one) => sum + one, 0) / (right.length * wrong.length);
}

function label(left: string | undefined): string {
  return (left === undefined ? 'all signals' : `without ${left}`).padEnd(39);
}

function share<T>(of: readonly T[], hits: (one: T) => boolean): number {
  return of.filter(hits).length / of.length;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1).padStart(5)} %   `;
}
