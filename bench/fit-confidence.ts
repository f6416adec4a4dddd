import { type ConfidenceSignals, confidenceModels, signalNames } from '../src/knowledge/confidence.ts';
import { fitLogistic, type LogisticModel, predict } from './logistic.ts';
import { balance, type Observation } from './observations.ts';

const ridge = 0.4;

/** The signals that count in either sort of corpus. */
export const namesOf = {
  listed: signalNames(confidenceModels.listed.weights),
  unlisted: signalNames(confidenceModels.unlisted.weights),
};

/** Fits the probability that the best fact is the right one, by the confidence signals of these names. */
export function fitConfidence(
  observations: readonly Observation[],
  names: readonly (keyof ConfidenceSignals)[],
): LogisticModel {
  const weightOf = balance(observations);
  const rows = observations.map((one) => ({
    values: names.map((name) => one.confidenceSignals[name]),
    isRight: one.right === 0,
    weight: weightOf(one),
  }));
  return fitLogistic(rows, ridge);
}

export function confidenceBy(
  model: LogisticModel,
  names: readonly (keyof ConfidenceSignals)[],
): (one: Observation) => number {
  return ({ confidenceSignals }) =>
    predict(
      model,
      names.map((name) => confidenceSignals[name]),
    );
}

/** The threshold at which the share of answerable questions refused and of others answered is least in sum. */
export function bestThreshold(
  observations: readonly Observation[],
  confidenceOf: (one: Observation) => number,
): number {
  const scored = observations.map((one) => ({
    one,
    confidence: confidenceOf(one),
    weight: balance(observations)(one),
  }));
  const costAt = (threshold: number) =>
    scored.reduce(
      (sum, { one, confidence, weight }) => sum + (confidence >= threshold === one.isAnswerable ? 0 : weight),
      0,
    );
  const steps = Array.from({ length: 61 }, (_, i) => 0.2 + i / 100);
  return steps.reduce((best, step) => (costAt(step) < costAt(best) ? step : best));
}
