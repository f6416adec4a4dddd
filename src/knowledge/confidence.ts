import { contentOf, type Question } from './search/question.ts';
import type { RankedFact } from './search/ranking.ts';
import type { Signals } from './search/signals.ts';
import type { TermTable } from './search/term-table.ts';
import type { UnansweredLikeness } from './search/unanswered.ts';
import type { WordingOdds } from './search/wording-odds.ts';
import type { Term } from './text/terms.ts';

/** What speaks for or against answering at all; each between 0 and 1. */
export interface ConfidenceSignals extends Omit<Signals, 'index'> {
  /** How many ways of asking for the best fact are known; 1 for twenty or more. */
  readonly knownWays: number;
  /** 1 if the best fact is ever asked for this kind of thing. */
  readonly knownKind: number;
  /** Content words that it holds; 1 for six or more. */
  readonly sharedWords: number;
  /** Weighted share of the question's content words that no fact at all holds. */
  readonly unknown: number;
  /** How many content words the question has; 1 for six or more. */
  readonly length: number;
  /** How many words it has in all; 1 for twenty or more. */
  readonly wordiness: number;
  /** 1 if the best fact does not hold the thing that the question asks for, as far as it names it. */
  readonly missingFocus: number;
  /** Likeness to the nearest question that is known to have no answer. */
  readonly unanswered: number;
  /** Mean likeness to the nearest three of them. */
  readonly unansweredThree: number;
  /** How much the wording is that of questions without an answer; 0.5 if it is neither. */
  readonly wording: number;
  /** 1 if the question asks for advice or an opinion. */
  readonly personal: number;
  /** 1 if it asks for what will be. */
  readonly future: number;
  /** 1 if it tells the bot what to be or to write, instead of asking. */
  readonly instruction: number;
}

/** A logistic regression; a signal that it has no weight for does not count. */
export interface ConfidenceModel {
  /** A question that is less sure than this is not answered. */
  readonly threshold: number;
  readonly intercept: number;
  readonly weights: Readonly<Partial<Record<keyof ConfidenceSignals, number>>>;
}

/**
 * For a corpus that lists questions without an answer, and for one that does not, where less speaks against answering.
 * Fitted on the tuning half of the golden questions (npm run bench:answers -- --fit). Without a list, refusing too much
 * and too little weigh about the same at the threshold; with one, it is dearer to answer what has no answer.
 */
export const confidenceModels: { readonly listed: ConfidenceModel; readonly unlisted: ConfidenceModel } = {
  listed: {
    threshold: 0.42,
    intercept: -4.55,
    weights: {
      phrase: 1.48,
      phrases: 4.67,
      recall: 0.89,
      words: 1.63,
      pairs: 1.7,
      coverage: 1.33,
      usage: 1.58,
      kind: 1.87,
      names: 1.09,
      likelihood: 1.73,
      knownWays: -3.05,
      knownKind: 0.88,
      sharedWords: 3.2,
      unknown: -1.5,
      length: -2.33,
      wordiness: 2.9,
      missingFocus: -0.96,
      unanswered: -4.28,
      unansweredThree: -3.88,
      wording: -1.97,
      personal: -1.17,
      future: -1.72,
      instruction: -0.49,
    },
  },
  unlisted: {
    threshold: 0.4,
    intercept: -9.18,
    weights: {
      phrase: 2.17,
      phrases: 1.59,
      recall: 0.36,
      words: 0.71,
      pairs: 0.93,
      coverage: 1.32,
      usage: 2.38,
      kind: 3.16,
      names: 0.97,
      likelihood: 2.47,
      knownWays: -1.94,
      knownKind: 0.23,
      sharedWords: 4.07,
      unknown: -1.12,
      length: -2.42,
      wordiness: 3.9,
      missingFocus: -1.35,
      personal: -3.14,
      future: -2.6,
      instruction: -1.68,
    },
  },
};

const noSignals: Signals = {
  index: 0,
  likelihood: 0,
  phrase: 0,
  phrases: 0,
  recall: 0,
  words: 0,
  pairs: 0,
  coverage: 0,
  usage: 0,
  kind: 0,
  names: 0,
};

const manyWays = 20;
const manyWords = 6;
const veryManyWords = 20;

export function measureConfidence(
  question: Question,
  best: RankedFact | undefined,
  {
    table,
    unanswered,
    odds,
  }: { readonly table: TermTable; readonly unanswered: UnansweredLikeness; readonly odds: WordingOdds },
): ConfidenceSignals {
  const content = contentOf(question);
  const unknown = content.filter(({ text }) => table.numberOf(text) === undefined);
  const isMissing = ({ text }: Term) => best?.holds(text) !== true;
  const weightOf = (terms: readonly Term[]) => terms.reduce((sum, term) => sum + table.weigh(term), 0);
  const { index: _, ...ofBest } = best?.signals ?? noSignals;
  return {
    ...ofBest,
    knownWays: Math.min(1, (best?.fact.questions.length ?? 0) / manyWays),
    knownKind: ofBest.kind > 0 ? 1 : 0,
    sharedWords: Math.min(1, content.filter((term) => !isMissing(term)).length / manyWords),
    unknown: share(weightOf(unknown), weightOf(content)),
    length: Math.min(1, (content.length + question.contextLength) / manyWords),
    wordiness: Math.min(1, question.terms.length / veryManyWords),
    missingFocus: question.focus !== undefined && isMissing(question.focus) ? 1 : 0,
    unanswered: unanswered.nearest,
    unansweredThree: unanswered.nearestThree,
    wording: odds.ofQuestion(question),
    personal: question.kind === 'advice' || question.kind === 'opinion' ? 1 : 0,
    future: question.kind === 'future' ? 1 : 0,
    instruction: question.kind === 'instruction' ? 1 : 0,
  };
}

/** The probability that the best fact answers the question, between 0 and 1. */
export function toConfidence(signals: ConfidenceSignals, { intercept, weights }: ConfidenceModel): number {
  let sum = intercept;
  for (const name of signalNames(weights)) sum += (weights[name] ?? 0) * signals[name];
  return 1 / (1 + Math.exp(-sum));
}

/** The names of the signals that have a weight. */
export function signalNames(weights: ConfidenceModel['weights']): readonly (keyof ConfidenceSignals)[] {
  return Object.keys(weights) as (keyof ConfidenceSignals)[];
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
