import type { ConfidenceSignals } from '../src/knowledge/confidence.ts';
import type { Knowledge } from '../src/knowledge/index.ts';
import type { GoldenQuestion } from '../src/knowledge/schema.ts';
import type { Signals } from '../src/knowledge/search/signals.ts';
import { leadBefore } from '../src/maintenance/golden.ts';

/** What the knowledge made of a golden question, before it decided. */
export interface Observation {
  readonly confidenceSignals: ConfidenceSignals;
  readonly confidence: number;
  /** Signals of the facts that were looked at, best first. */
  readonly candidates: readonly Signals[];
  /** Place of the right fact among them; -1 if it is not there or there is none. */
  readonly right: number;
  readonly isAnswerable: boolean;
}

const mostCandidates = 20;

export function observe(questions: readonly GoldenQuestion[], knowledge: Knowledge): Observation[] {
  return questions.map((golden) => {
    const { signals, ranked, confidence } = knowledge.explain(golden.ask, {
      after: leadBefore(golden, knowledge),
    });
    const candidates = ranked.slice(0, mostCandidates);
    const { expect } = golden;
    const isWanted = (id: string) => expect !== 'unanswered' && expect.includes(id);
    return {
      confidenceSignals: signals,
      confidence,
      candidates: candidates.map((one) => one.signals),
      right: candidates.findIndex(({ fact }) => isWanted(fact.id)),
      isAnswerable: expect !== 'unanswered',
    };
  });
}

/** Answerable and unanswerable questions count the same as a whole, however many there are of each. */
export function balance(observations: readonly Observation[]): (one: Observation) => number {
  const answerable = observations.filter(({ isAnswerable }) => isAnswerable).length;
  const size = observations.length;
  return ({ isAnswerable }) => (0.5 * size) / (isAnswerable ? answerable : size - answerable);
}
