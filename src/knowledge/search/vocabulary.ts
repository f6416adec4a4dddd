import damerauLevenshtein from 'damerau-levenshtein';
import MiniSearch from 'minisearch';
import { isEnglishWord } from '../text/english.ts';
import { functionWords } from '../text/function-words.ts';

/** The words that the corpus and its glossary hold, for mending what is misspelt. */
export interface Vocabulary {
  has(word: string): boolean;
  /** The known word that a misspelt one most likely stands for; undefined when there is none near enough. */
  correct(word: string): string | undefined;
}

/** Shorter words are too close to too many others. */
const shortestCorrected = 4;
/** From this length on, two letters may be wrong. */
const longWord = 8;

/** @param words Folded words; see text/clean.ts. */
export function createVocabulary(words: ReadonlySet<string>): Vocabulary {
  const index = new MiniSearch<{ id: string; word: string }>({
    fields: ['word'],
    tokenize: (word) => [word],
    processTerm: (word) => word,
  });
  const correctable = [...words].filter(
    (word) => /^\p{L}+$/u.test(word) && word.length >= shortestCorrected - 1,
  );
  index.addAll(correctable.map((word) => ({ id: word, word })));

  return {
    has: (word) => words.has(word) || functionWords.has(word),
    correct: (word) => {
      const isCorrectable = word.length >= shortestCorrected && word.length <= 30 && /^\p{L}+$/u.test(word);
      if (!isCorrectable || isEnglishWord(word)) return undefined;
      const allowed = word.length >= longWord ? 2 : 1;
      // A swapped pair of letters is two edits to MiniSearch and one to Damerau.
      const candidates = index.search(word, { fuzzy: 2, maxFuzzy: 2 });
      let best: { word: string; steps: number } | undefined;
      for (const { id } of candidates) {
        if (id[0] !== word[0] && allowed < 2) continue;
        const { steps } = damerauLevenshtein(word, id);
        if (steps <= allowed && (best === undefined || steps < best.steps)) best = { word: id, steps };
      }
      return best?.word;
    },
  };
}
