import damerauLevenshtein from 'damerau-levenshtein';
import MiniSearch from 'minisearch';
import { frequencyOf } from '../text/english.ts';
import { functionWords } from '../text/function-words.ts';
import type { Analyser } from '../text/terms.ts';

/** The words that the corpus and its glossary hold, for mending what is misspelt. */
export interface Vocabulary {
  /** The known word that a misspelt one most likely stands for; the word itself when it is known, or none is near enough. */
  mend(word: string): string;
}

/** Shorter words are too close to too many others. */
const shortestCorrected = 4;
/** Words of everyday English that occur less often may be misspellings of words that occur so many times as often. */
const rareWord = 40;
const timesAsOften = 20;
/** Rarer ones are as often misspellings. */
const leastCount = 3;
/** From this length on, two letters may be wrong. */
const longWord = 8;

/** @param words Folded words (see text/clean.ts), and how many facts hold each. */
export function createVocabulary(words: ReadonlyMap<string, number>): Vocabulary {
  const index = new MiniSearch<{ id: string; word: string }>({
    fields: ['word'],
    tokenize: (word) => [word],
    processTerm: (word) => word,
  });
  const correctable = [...words.keys()].filter(
    (word) => /^\p{L}+$/u.test(word) && word.length >= shortestCorrected - 1,
  );
  index.addAll(correctable.map((word) => ({ id: word, word })));

  const isKnown = (word: string) => words.has(word) || functionWords.has(word);
  return {
    mend: (word) => {
      if (isKnown(word)) return word;
      const isCorrectable = word.length >= shortestCorrected && word.length <= 30 && /^\p{L}+$/u.test(word);
      const frequency = frequencyOf(word);
      if (!isCorrectable || frequency >= rareWord) return word;
      const isWord = frequency >= leastCount;
      const allowed = word.length >= longWord && !isWord ? 2 : 1;
      const near = index.search(word, { fuzzy: allowed, maxFuzzy: allowed }).map(({ id }): string => id);
      let best: { word: string; steps: number; facts: number } | undefined;
      for (const id of [...near, ...swaps(word).filter((swapped) => words.has(swapped))]) {
        if (id[0] !== word[0] && allowed < 2) continue;
        if (isWord && frequencyOf(id) < timesAsOften * frequency) continue;
        const { steps } = damerauLevenshtein(word, id);
        if (steps > allowed) continue;
        // Of several that are as near, the one that more facts hold is meant.
        const facts = words.get(id) ?? 0;
        if (best === undefined || steps < best.steps || (steps === best.steps && facts > best.facts)) {
          best = { word: id, steps, facts };
        }
      }
      return best?.word ?? word;
    },
  };
}

/** The word with two neighbouring letters swapped, for each pair: two edits to MiniSearch, and one to Damerau. */
function swaps(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, index) => `${word.slice(0, index)}${word[index + 1]}${word[index]}${word.slice(index + 2)}`,
  );
}

/** An analyser that reads what people wrote down as it reads questions: with misspelt words mended. */
export function createMendingAnalyser(analyser: Analyser, vocabulary: Vocabulary): Analyser {
  const mended = new Map<string, string>();
  const mend = (word: string): string => {
    const known = mended.get(word);
    if (known !== undefined) return known;
    const better = vocabulary.mend(word);
    mended.set(word, better);
    return better;
  };
  const words = (text: string) => {
    const written = analyser.words(text);
    // The array itself is what an analyser that remembers knows a text by.
    return written.every((word) => mend(word) === word) ? written : written.map(mend);
  };
  return { ...analyser, words, analyse: (text) => analyser.termsOf(words(text)) };
}
