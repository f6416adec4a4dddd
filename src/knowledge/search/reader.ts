import type { Fact } from '../corpus.ts';
import { frequencyOf } from '../text/english.ts';
import type { Analyser } from '../text/terms.ts';
import { isCyrillic } from '../text/ukrainian.ts';
import { createRanker, type Ranker } from './ranking.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** All that it takes to read a question and to rank facts for it. */
export interface Reader {
  readonly analyser: Analyser;
  readonly vocabulary: Vocabulary;
  readonly ranker: Ranker;
}

const fewFacts = 8;
const leastFrequency = 3;

export function createReader(facts: readonly Fact[], analyser: Analyser): Reader {
  const vocabulary = createVocabulary(collectWords(facts, analyser));
  return { analyser, vocabulary, ranker: createRanker(facts, analyser) };
}

/**
 * The words that count as spelt right. Ways of asking are written as people type: a word that stands nowhere else, is
 * no everyday English and is asked with for few facts may be misspelt.
 */
function collectWords(
  facts: readonly Fact[],
  { words: split, glossaryWords }: Analyser,
): ReadonlySet<string> {
  const words = new Set(glossaryWords);
  const typed = new Map<string, number>();
  for (const { title, statement, speaker, tags, questions, corrects, uk } of facts) {
    for (const text of [title, statement, speaker, ...tags, uk?.title, uk?.statement]) {
      for (const word of split(text ?? '')) words.add(word);
    }
    const asked = [...questions, ...(corrects?.questions ?? []), ...(uk?.questions ?? [])].flatMap(split);
    for (const word of new Set(asked)) typed.set(word, (typed.get(word) ?? 0) + 1);
  }
  for (const [word, count] of typed) {
    if (count >= fewFacts || isCyrillic(word) || frequencyOf(word) >= leastFrequency) words.add(word);
  }
  return words;
}
