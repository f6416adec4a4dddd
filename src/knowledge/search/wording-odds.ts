import type { Analyser } from '../text/terms.ts';
import type { FeatureCounter } from './features.ts';
import type { Question } from './question.ts';

/** Tells by its words whether a question is more like those that facts answer or like those that none does. */
export interface WordingOdds {
  /** Of the question as a whole: 0 is worded like those that have an answer, 1 like those that have none. */
  ofQuestion(question: Question): number;
}

/** Added to each count, so that what was never seen on one side is not impossible there. */
const smoothing = 0.1;
/** What occurs but once says too little. */
const leastCount = 2;
/** In natural logarithms, either way, so that no single word decides. */
const mostOdds = 4;
/** The sum of the odds grows with the length of a question, but not in step: neighbouring words repeat each other. */
const normalise = (sum: number, features: number) => sum / Math.sqrt(Math.max(1, features));
/** In natural logarithms; what is beyond counts as that. */
const range = 3;

const undecided: WordingOdds = { ofQuestion: () => 0.5 };

/**
 * A naive Bayes classifier (Maron 1961, "Automatic Indexing: An Experimental Inquiry"). It takes all questions for
 * undecided where none are known on one side.
 */
export function createWordingOdds(
  answered: FeatureCounter,
  unanswered: readonly string[],
  analyser: Analyser,
): WordingOdds {
  if (answered.ways === 0 || unanswered.length === 0) return undecided;
  const lacking = countFeatures(unanswered, answered, analyser);
  const share = (times: number, questions: number) => (times + smoothing) / (questions + 2 * smoothing);
  const oddsOf = (feature: number): number => {
    const there = answered.countOf(feature);
    const missing = lacking.get(feature) ?? 0;
    if (there + missing < leastCount) return 0;
    const value = Math.log(share(missing, unanswered.length) / share(there, answered.ways));
    return Math.max(-mostOdds, Math.min(mostOdds, value));
  };
  return {
    ofQuestion: ({ words, terms }) => {
      const features = answered.read(words, terms);
      let sum = 0;
      for (const feature of features) sum += oddsOf(feature);
      const value = normalise(sum, features.size);
      return 0.5 + Math.max(-range, Math.min(range, value)) / (2 * range);
    },
  };
}

function countFeatures(
  texts: readonly string[],
  counter: FeatureCounter,
  analyser: Analyser,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const text of texts) {
    const words = analyser.words(text);
    for (const feature of counter.number(words, analyser.termsOf(words))) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
  }
  return counts;
}
