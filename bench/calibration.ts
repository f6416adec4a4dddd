import { confidenceModels } from '../src/knowledge/confidence.ts';
import { areaUnderCurve } from './ablation.ts';
import { balance, type Observation } from './observations.ts';

const binCount = 10;
const barWidth = 40;

/**
 * How often the best fact is right at each confidence, as if half of all questions were unanswerable, with the
 * expected calibration error (Naeini et al. 2015): the mean distance between confidence and rightness.
 */
export function renderCalibration(observations: readonly Observation[]): string {
  const weightOf = balance(observations);
  const total = observations.reduce((sum, one) => sum + weightOf(one), 0);
  const bins = Array.from({ length: binCount }, (_, bin) =>
    observations.filter(
      ({ confidence }) => Math.min(binCount - 1, Math.floor(confidence * binCount)) === bin,
    ),
  );
  let error = 0;
  const lines = bins.map((bin, index) => {
    const weight = bin.reduce((sum, one) => sum + weightOf(one), 0);
    const mean = (of: (one: Observation) => number) =>
      weight === 0 ? 0 : bin.reduce((sum, one) => sum + of(one) * weightOf(one), 0) / weight;
    const confidence = mean((one) => one.confidence);
    const right = mean((one) => (one.right === 0 ? 1 : 0));
    error += (weight / total) * Math.abs(confidence - right);
    const range = `${(index / binCount).toFixed(1)}–${((index + 1) / binCount).toFixed(1)}`;
    const bar = '█'.repeat(Math.round(right * barWidth)).padEnd(barWidth, '·');
    return `${range}  ${String(bin.length).padStart(4)}  ${confidence.toFixed(2)}        ${right.toFixed(2)}   ${bar}`;
  });
  const answerable = observations.filter(({ isAnswerable }) => isAnswerable);
  const others = observations.filter(({ isAnswerable }) => !isAnswerable);
  const area = areaUnderCurve(
    answerable.map(({ confidence }) => confidence),
    others.map(({ confidence }) => confidence),
  );
  return [
    'between  asked  confidence  right',
    ...lines,
    '',
    `expected calibration error ${error.toFixed(3)}, AUROC ${area.toFixed(4)}, threshold ${confidenceModels.listed.threshold}`,
  ].join('\n');
}
