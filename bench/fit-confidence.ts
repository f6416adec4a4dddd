import type { ConfidenceSignals } from '../src/knowledge/confidence.ts';
import type { Knowledge } from '../src/knowledge/index.ts';
import type { GoldenQuestion } from '../src/knowledge/schema.ts';

const steps = 20_000;
const stepSize = 0.5;
const ridge = 0.0005;

/**
 * Fits a logistic regression: the probability that the best fact is the right one, by the confidence signals.
 * Answerable and unanswerable questions count the same as a whole, however many there are of each.
 */
export function fitConfidence(questions: readonly GoldenQuestion[], knowledge: Knowledge): string {
  const rows = questions.map(({ ask, expect }) => {
    const { signals, ranked } = knowledge.explain(ask);
    const top = ranked[0]?.fact;
    const isRight = expect !== 'unanswered' && top !== undefined && expect.includes(top.id);
    return { signals, isRight, isAnswerable: expect !== 'unanswered' };
  });
  const names = Object.keys(rows[0]?.signals ?? {}) as (keyof ConfidenceSignals)[];
  const answerable = rows.filter(({ isAnswerable }) => isAnswerable).length;
  const weightOf = (isAnswerable: boolean) =>
    isAnswerable ? 0.5 / answerable : 0.5 / (rows.length - answerable);

  const weights = new Float64Array(names.length);
  let intercept = 0;
  for (let step = 0; step < steps; step += 1) {
    const gradient = new Float64Array(names.length);
    let interceptGradient = 0;
    for (const { signals, isRight, isAnswerable } of rows) {
      const sum = names.reduce((total, name, i) => total + (weights[i] ?? 0) * signals[name], intercept);
      const error = ((isRight ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * weightOf(isAnswerable);
      interceptGradient += error;
      names.forEach((name, i) => {
        gradient[i] = (gradient[i] ?? 0) + error * signals[name];
      });
    }
    intercept += stepSize * interceptGradient;
    for (const i of names.keys()) {
      weights[i] = (weights[i] ?? 0) + stepSize * ((gradient[i] ?? 0) - ridge * (weights[i] ?? 0));
    }
  }
  const rounded = names.map((name, i) => `${name}: ${(weights[i] ?? 0).toFixed(2)}`);
  return `intercept: ${intercept.toFixed(2)},\nweights: { ${rounded.join(', ')} },`;
}
