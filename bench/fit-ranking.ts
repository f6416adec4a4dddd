import type { Knowledge } from '../src/knowledge/index.ts';
import type { GoldenQuestion } from '../src/knowledge/schema.ts';
import type { Signals } from '../src/knowledge/search/signals.ts';

const steps = 3_000;
const stepSize = 2;
const ridge = 0.0002;
/** Where the fit starts: how sharply the order of the candidates counts. */
const sharpness = 12;

/**
 * Fits the weights of the ranking: the right fact of each question is to stand above the other candidates (softmax
 * regression). No weight falls below 0; scaled to sum to 1.
 */
export function fitRanking(questions: readonly GoldenQuestion[], knowledge: Knowledge): string {
  const rows = questions.flatMap(({ ask, expect }) => {
    const candidates = knowledge.explain(ask).ranked.slice(0, 20);
    const right = candidates.findIndex(({ fact }) => expect !== 'unanswered' && expect[0] === fact.id);
    return right < 0 ? [] : [{ candidates: candidates.map(({ signals }) => signals), right }];
  });
  const names = Object.keys(rows[0]?.candidates[0] ?? {}) as (keyof Signals)[];
  let weights = names.map(() => 1 / names.length);
  for (let step = 0; step < steps; step += 1) {
    const gradient = names.map((_, i) => -ridge * (weights[i] ?? 0));
    for (const { candidates, right } of rows) {
      const odds = candidates.map((one) =>
        Math.exp(sharpness * names.reduce((sum, name, i) => sum + (weights[i] ?? 0) * one[name], 0)),
      );
      const total = odds.reduce((sum, one) => sum + one, 0);
      candidates.forEach((one, at) => {
        const error = ((at === right ? 1 : 0) - (odds[at] ?? 0) / total) / rows.length;
        names.forEach((name, i) => {
          gradient[i] = (gradient[i] ?? 0) + error * one[name];
        });
      });
    }
    weights = weights.map((weight, i) => Math.max(0, weight + stepSize * (gradient[i] ?? 0)));
  }
  const sum = weights.reduce((a, b) => a + b, 0);
  weights = weights.map((weight) => weight / sum);
  return `rankingWeights: { ${names.map((name, i) => `${name}: ${(weights[i] ?? 0).toFixed(3)}`).join(', ')} }`;
}
