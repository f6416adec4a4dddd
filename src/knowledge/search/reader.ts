import type { Fact } from '../corpus.ts';
import type { Analyser } from '../text/terms.ts';
import { createRanker, type Ranker } from './ranking.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** All that it takes to read a question and to rank facts for it. */
export interface Reader {
  readonly analyser: Analyser;
  readonly vocabulary: Vocabulary;
  readonly ranker: Ranker;
}

export function createReader(facts: readonly Fact[], analyser: Analyser): Reader {
  const vocabulary = createVocabulary(collectWords(facts, analyser));
  return { analyser, vocabulary, ranker: createRanker(facts, analyser) };
}

function collectWords(
  facts: readonly Fact[],
  { words: split, glossaryWords }: Analyser,
): ReadonlySet<string> {
  const words = new Set(glossaryWords);
  for (const { title, statement, speaker, tags, questions, corrects, uk } of facts) {
    const texts = [title, statement, speaker, ...tags, ...questions, ...(corrects?.questions ?? [])];
    for (const text of [...texts, uk?.title, uk?.statement, ...(uk?.questions ?? [])]) {
      for (const word of split(text ?? '')) words.add(word);
    }
  }
  return words;
}
