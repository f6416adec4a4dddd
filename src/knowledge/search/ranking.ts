import type { Fact } from '../corpus.ts';
import type { Analyser } from '../text/terms.ts';
import type { FeatureCounter } from './features.ts';
import { compareLikelihood, likelihoodOf } from './likelihood.ts';
import { createProfiles } from './profile.ts';
import type { Question } from './question.ts';
import { createSearchIndex } from './search-index.ts';
import { asksWithAssumption, measureSignals, type Signals, weighQuestion } from './signals.ts';
import type { TermTable } from './term-table.ts';

export interface RankedFact {
  readonly fact: Fact;
  /** Between 0 and 1; see `rankingWeights`. */
  readonly score: number;
  readonly signals: Signals;
  /** Whether the fact holds the term anywhere. */
  holds(term: string): boolean;
  /** Whether the question makes the assumption that the fact corrects. */
  isAskedWithAssumption(): boolean;
}

/**
 * How much each signal counts for the order; they sum to 1. Fitted on the tuning half of the golden questions
 * (npm run bench:answers -- --fit).
 */
export const rankingWeights: Readonly<Record<keyof Signals, number>> = {
  index: 0.107,
  phrase: 0.099,
  phrases: 0.085,
  recall: 0.098,
  words: 0.06,
  pairs: 0.072,
  coverage: 0.101,
  usage: 0.074,
  kind: 0.054,
  names: 0.099,
  likelihood: 0.151,
};

/** How many of the index's hits are looked at closely. */
const candidateCount = 60;
/** When this many other content words remain, words that most facts hold are not searched for: they only cost time. */
const enoughWords = 3;

export interface Ranker {
  /** The facts that share words with the question, best first. */
  rank(question: Question): readonly RankedFact[];
  readonly table: TermTable;
  /** What the ways of asking for the facts hold. */
  readonly features: FeatureCounter;
}

export function createRanker(facts: readonly Fact[], analyser: Analyser): Ranker {
  const profiles = createProfiles(facts, analyser);
  const { byId, table, features } = profiles;
  const index = createSearchIndex(profiles.documents);

  const rank = (question: Question): readonly RankedFact[] => {
    const weighed = weighQuestion(question, profiles);
    const asked = [...features.read(question.words, question.terms)].filter(
      (one) => features.countOf(one) > 0,
    );
    const found = index
      .search(searchTerms(question, table))
      .slice(0, candidateCount)
      .flatMap(({ id, score }) => {
        const profile = byId.get(id);
        if (profile === undefined) return [];
        return [{ profile, score, likelihood: likelihoodOf(profile.asked, asked) }];
      });
    const bestScore = found[0]?.score ?? 1;
    const likeliest = found.reduce((best, { likelihood }) => Math.max(best, likelihood), -Infinity);
    const toRanked = ({ profile, score, likelihood }: (typeof found)[number]): RankedFact => {
      const signals = measureSignals(profile, weighed, {
        index: score / bestScore,
        likelihood: compareLikelihood(likelihood, likeliest, asked),
      });
      return {
        fact: profile.fact,
        score: combine(signals),
        signals,
        holds: (term) => profile.terms.has(table.numberOf(term) ?? -1),
        isAskedWithAssumption: () => asksWithAssumption(profile, weighed),
      };
    };
    return found.map(toRanked).sort((a, b) => b.score - a.score);
  };
  return { rank, table, features };
}

/** The terms worth searching for: all content words, without the commonest when enough others remain. */
function searchTerms({ terms }: Question, table: TermTable): string[] {
  const known = terms.filter(({ text }) => table.numberOf(text) !== undefined);
  const content = known.filter(({ isFunctionWord }) => !isFunctionWord).map(({ text }) => text);
  if (content.length === 0) return known.map(({ text }) => text);
  const telling = content.filter((text) => !table.isCommon(text));
  return telling.length >= enoughWords ? telling : content;
}

function combine(signals: Signals): number {
  let score = 0;
  for (const name of signalNames) score += rankingWeights[name] * signals[name];
  return score;
}

const signalNames = Object.keys(rankingWeights) as (keyof Signals)[];
