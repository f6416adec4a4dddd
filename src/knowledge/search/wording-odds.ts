import type { Analyser, Term } from '../text/terms.ts';
import { collectFeatures } from './features.ts';
import type { Question } from './question.ts';

/** Tells by its words whether a question is more like those that facts answer or like those that none does. */
export interface WordingOdds {
  /** Of the question as a whole: 0 is worded like those that have an answer, 1 like those that have none. */
  ofQuestion(question: Question): number;
  /** How much a single term speaks against an answer, between 0 and 1. */
  ofTerm(term: Term): number;
}

/** Added to each count, so that what was never seen on one side is not impossible there. */
const smoothing = 0.5;
/** What occurs but once says too little. */
const leastCount = 2;
/** In natural logarithms, either way, so that no single word decides. */
const mostOdds = 3;
/** The sum of the odds grows with the length of a question, but not in step: neighbouring words repeat each other. */
const normalise = (sum: number, features: number) => sum / Math.sqrt(Math.max(1, features));
/** In natural logarithms; what is beyond counts as that. */
const range = 3;

const undecided: WordingOdds = { ofQuestion: () => 0.5, ofTerm: () => 0 };

/**
 * A naive Bayes classifier over terms, words and pairs of words (Maron 1961, "Automatic Indexing: An Experimental
 * Inquiry"). It takes all questions for undecided where none are known on one side.
 */
export function createWordingOdds(
  answered: Iterable<string>,
  unanswered: Iterable<string>,
  analyser: Analyser,
): WordingOdds {
  const featuresOf = (text: string) => {
    const words = analyser.words(text);
    return collectFeatures(words, analyser.termsOf(words));
  };
  const having = count(answered, featuresOf);
  const lacking = count(unanswered, featuresOf);
  if (having.questions === 0 || lacking.questions === 0) return undecided;

  const odds = new Map<string, number>();
  for (const feature of new Set([...having.counts.keys(), ...lacking.counts.keys()])) {
    const there = having.counts.get(feature) ?? 0;
    const missing = lacking.counts.get(feature) ?? 0;
    if (there + missing < leastCount) continue;
    const share = (times: number, questions: number) => (times + smoothing) / (questions + 2 * smoothing);
    const value = Math.log(share(missing, lacking.questions) / share(there, having.questions));
    odds.set(feature, Math.max(-mostOdds, Math.min(mostOdds, value)));
  }
  return {
    ofQuestion: ({ words, terms }) => {
      const features = collectFeatures(words, terms);
      let sum = 0;
      for (const feature of features) sum += odds.get(feature) ?? 0;
      const value = normalise(sum, features.size);
      return 0.5 + Math.max(-range, Math.min(range, value)) / (2 * range);
    },
    ofTerm: ({ text }) => Math.max(0, odds.get(text) ?? 0) / mostOdds,
  };
}

function count(texts: Iterable<string>, featuresOf: (text: string) => ReadonlySet<string>) {
  const counts = new Map<string, number>();
  let questions = 0;
  for (const text of texts) {
    questions += 1;
    for (const feature of featuresOf(text)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return { counts, questions };
}
