import { confidenceBy, fitConfidence, namesOf } from './fit-confidence.ts';
import { fitRanking, measureOrder, rankingSignalNames } from './fit-ranking.ts';
import type { Observation } from './observations.ts';

/** What the reporting half makes of one corpus. */
export interface Reported {
  readonly name: string;
  /** Whether it lists questions without an answer. */
  readonly sort: keyof typeof namesOf;
  readonly observations: readonly Observation[];
}

const labelWidth = 26;
const columnWidth = 26;

/**
 * What each signal is worth: everything is fitted anew on the tuning half without it, and measured on the reporting
 * half, for each corpus.
 */
export function renderAblation(
  tuning: Readonly<Record<Reported['sort'], readonly Observation[]>>,
  reported: readonly Reported[],
): string {
  const all = [...tuning.listed, ...tuning.unlisted];
  const order = [undefined, ...rankingSignalNames].map((left) => {
    const names = rankingSignalNames.filter((name) => name !== left);
    const weights = fitRanking(all, names);
    const cells = reported.map(({ observations }) => {
      const { first, reciprocalRank } = measureOrder(observations, names, weights);
      return `${percent(first)}  ${reciprocalRank.toFixed(4)}`;
    });
    return row(label(left), cells);
  });
  const trust = [undefined, ...namesOf.listed].map((left) => {
    const cells = reported.map(({ sort, observations }) => {
      const names = namesOf[sort].filter((name) => name !== left);
      const isThere = left === undefined || names.length < namesOf[sort].length;
      if (!isThere) return '–';
      return describeTrust(observations, confidenceBy(fitConfidence(tuning[sort], names), names));
    });
    return row(label(left), cells);
  });
  const names = reported.map(({ name }) => name);
  return [
    row('Ranking', names),
    row('before the confidence', [...names].fill('right first    MRR')),
    ...order,
    '',
    row('Confidence', names),
    row('', [...names].fill('AUROC   refused at 95 %')),
    ...trust,
  ].join('\n');
}

/** AUROC, and the share of answerable questions refused when 95 % of the others are. */
function describeTrust(
  observations: readonly Observation[],
  confidenceOf: (one: Observation) => number,
): string {
  const right = observations.filter(({ isAnswerable }) => isAnswerable).map(confidenceOf);
  const wrong = observations.filter(({ isAnswerable }) => !isAnswerable).map(confidenceOf);
  const threshold = wrong.toSorted((a, b) => a - b)[Math.floor(0.95 * wrong.length)] ?? 1;
  const refused = right.filter((confidence) => confidence < threshold).length / right.length;
  return `${areaUnderCurve(right, wrong).toFixed(4)}  ${percent(refused)}`;
}

/** The probability that an answerable question is trusted more than another (AUROC). */
export function areaUnderCurve(right: readonly number[], wrong: readonly number[]): number {
  const wins = right.map((a) => wrong.reduce((sum, b) => sum + (a > b ? 1 : a === b ? 0.5 : 0), 0));
  return wins.reduce((sum, one) => sum + one, 0) / (right.length * wrong.length);
}

function label(left: string | undefined): string {
  return left === undefined ? 'all signals' : `without ${left}`;
}

function row(first: string, cells: readonly string[]): string {
  return `${first.padEnd(labelWidth)}${cells.map((cell) => cell.padEnd(columnWidth)).join('')}`.trimEnd();
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1).padStart(5)} %`;
}
