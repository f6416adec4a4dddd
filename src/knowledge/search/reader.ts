import type { Fact } from '../corpus.ts';
import { frequencyOf } from '../text/english.ts';
import type { Analyser } from '../text/terms.ts';
import { isCyrillic } from '../text/ukrainian.ts';
import type { Question } from './question.ts';
import { createRanker, type Ranker } from './ranking.ts';
import { createUnansweredLikeness, type UnansweredLikeness } from './unanswered.ts';
import { createMendingAnalyser, createVocabulary, type Vocabulary } from './vocabulary.ts';
import { createWordingOdds, type WordingOdds } from './wording-odds.ts';

/** All that it takes to read a question and to rank facts for it. */
export interface Reader {
  readonly analyser: Analyser;
  readonly vocabulary: Vocabulary;
  readonly ranker: Ranker;
  /** How like a question is to those that are known to have no answer. */
  readonly likenessToUnanswered: (question: Question) => UnansweredLikeness;
  /** Whether a question is worded like those. */
  readonly odds: WordingOdds;
  /** Whether any such questions are known. */
  readonly listsUnanswered: boolean;
}

const fewFacts = 8;
const timesAsMany = 3;
const leastFrequency = 3;

/** @param unanswered Questions that are known to have no answer. */
export function createReader(
  facts: readonly Fact[],
  analyser: Analyser,
  unanswered: readonly string[] = [],
): Reader {
  const vocabulary = createVocabulary(collectWords(facts, analyser));
  const mending = createMendingAnalyser(analyser, vocabulary);
  const ranker = createRanker(facts, mending);
  const likenessToUnanswered = createUnansweredLikeness(unanswered, mending, ranker.table);
  const odds = createWordingOdds(ranker.features, unanswered, mending);
  return {
    analyser,
    vocabulary,
    ranker,
    likenessToUnanswered,
    odds,
    listsUnanswered: unanswered.length > 0,
  };
}

/** Every way of asking for a fact that is written down, in any language. */
export function waysOfAsking({ questions, corrects, uk }: Fact): string[] {
  return [...questions, ...(corrects?.questions ?? []), ...(uk?.questions ?? [])];
}

/**
 * The words that count as spelt right, and how many facts hold each. Ways of asking are written as people type: a word
 * that stands nowhere else and is no everyday English may be misspelt, unless it is asked with for several facts and
 * is near no word that is asked with far more.
 */
function collectWords(
  facts: readonly Fact[],
  { words: split, glossaryWords }: Analyser,
): ReadonlyMap<string, number> {
  const words = new Map([...glossaryWords].map((word) => [word, 0]));
  const typed = new Map<string, number>();
  const countIn = (counts: Map<string, number>, texts: readonly string[]) => {
    for (const word of new Set(texts.flatMap(split))) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const fact of facts) {
    const { title, statement, speaker, tags, uk } = fact;
    countIn(words, [title, statement, speaker ?? '', ...tags, uk?.title ?? '', uk?.statement ?? '']);
    countIn(typed, waysOfAsking(fact));
  }
  const doubtful: (readonly [string, number])[] = [];
  for (const [word, count] of typed) {
    const isSure = words.has(word) || isCyrillic(word) || frequencyOf(word) >= leastFrequency;
    if (isSure) words.set(word, (words.get(word) ?? 0) + count);
    else if (count >= fewFacts) doubtful.push([word, count]);
  }
  const sure = createVocabulary(words);
  const isMisspelt = ([word, count]: readonly [string, number]) =>
    (words.get(sure.mend(word)) ?? 0) >= timesAsMany * count;
  return new Map([...words, ...doubtful.filter((one) => !isMisspelt(one))]);
}
