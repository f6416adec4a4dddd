import { stemmer } from 'stemmer';
import type { GlossaryEntry } from '../schema.ts';
import { fold } from './clean.ts';
import { functionWords } from './function-words.ts';
import { mergeQuantities, splitWords } from './quantities.ts';
import { isCyrillic, stemUkrainian } from './ukrainian.ts';

/** One word of a text in the form that the index holds. */
export interface Term {
  /** What is compared: a stem, an amount or date in its one form, or the standard form of a glossary entry. */
  readonly text: string;
  /** The folded words it came from. */
  readonly words: string;
  /** Whether it carries little of what the text is about. */
  readonly isFunctionWord: boolean;
  /** Whether the glossary knows it as a person, an institution, a place or a mineral. */
  readonly isName: boolean;
  /** Whether it is one word out of an alias of several, and stands beside the term for the whole. */
  readonly isPart: boolean;
}

const mostRemembered = 50_000;

/** Turns texts into terms, the same way for facts and for questions. */
export interface Analyser {
  analyse(text: string): Term[];
  /** Words of the text, folded, with amounts and dates in their one form. */
  words(text: string): string[];
  /** Terms of words that were folded before; lets a question's words be corrected in between. */
  termsOf(words: readonly string[]): Term[];
  /** A folded word without its endings; the glossary does not change it. */
  stem(word: string): string;
  /** All words that occur in the glossary. */
  readonly glossaryWords: ReadonlySet<string>;
}

interface Alias {
  readonly term: string;
  readonly isFunctionWord: boolean;
  readonly kind: GlossaryEntry['kind'];
}

/** @param glossary Its aliases are replaced by their standard form, the longest first. */
export function createAnalyser(glossary: readonly GlossaryEntry[]): Analyser {
  const words = (text: string) => mergeQuantities(splitWords(fold(text)));
  const stem = remember(stemOf);
  const spellings = glossary.flatMap(({ term, kind, aliases }) =>
    [term, ...aliases].map((spelling) => ({
      words: words(spelling),
      term: termFor(words(term), stem),
      isFunctionWord: functionWords.has(words(term).join(' ')),
      kind,
    })),
  );
  const exact = new Map<string, Alias>(spellings.map((alias) => [alias.words.join(' '), alias]));
  const inflected = new Map<string, Alias>(
    spellings
      .filter(({ kind, words }) => kind === 'word' || kind === 'mineral' || words.every(isInflectedName))
      .map((alias) => [alias.words.map(withoutEnding).join(' '), alias]),
  );
  const longestFrom = new Map<string, number>();
  for (const { words } of spellings) {
    for (const first of [words[0] ?? '', withoutEnding(words[0] ?? '')]) {
      longestFrom.set(first, Math.max(longestFrom.get(first) ?? 0, words.length));
    }
  }

  const bare = remember(withoutEnding);
  const longestAt = remember((word) =>
    Math.max(longestFrom.get(word) ?? 0, longestFrom.get(withoutEnding(word)) ?? 0),
  );

  const aliasAt = (folded: readonly string[], start: number): (Alias & { length: number }) | undefined => {
    const longest = longestAt(folded[start] ?? '');
    for (let length = Math.min(longest, folded.length - start); length > 0; length -= 1) {
      const span = folded.slice(start, start + length);
      const alias = exact.get(span.join(' ')) ?? inflected.get(span.map(bare).join(' '));
      if (alias !== undefined) return { ...alias, length };
    }
    return undefined;
  };

  const termOf = remember((word): Term => {
    const alias = aliasAt([word], 0);
    const text = alias?.term ?? stem(word);
    const isFunctionWord = alias?.isFunctionWord ?? functionWords.has(word);
    return {
      text,
      words: word,
      isFunctionWord,
      isName: alias !== undefined && alias.kind !== 'word',
      isPart: false,
    };
  });

  const termsOf = (folded: readonly string[]): Term[] => {
    const terms: Term[] = [];
    for (let index = 0; index < folded.length; ) {
      const alias = aliasAt(folded, index);
      if (alias === undefined || alias.length === 1) {
        terms.push(termOf(folded[index] ?? ''));
        index += 1;
        continue;
      }
      const span = folded.slice(index, index + alias.length);
      const { term, isFunctionWord, kind } = alias;
      terms.push({
        text: term,
        words: span.join(' '),
        isFunctionWord,
        isName: kind !== 'word',
        isPart: false,
      });
      // "consider them critical" is to meet "critical minerals", and "Ksenia" her whole name.
      for (const part of span.map(termOf)) {
        const isElsewhere = kind === 'person' && part.isName;
        if (!part.isFunctionWord && part.text !== term && !isElsewhere)
          terms.push({ ...part, isName: false, isPart: true });
      }
      index += alias.length;
    }
    return terms;
  };

  return {
    words,
    stem,
    termsOf,
    analyse: (text) => termsOf(words(text)),
    glossaryWords: new Set(spellings.flatMap(({ words }) => words)),
  };
}

/** Ukrainian declines names, English does not. Short ones are abbreviations. */
function isInflectedName(word: string): boolean {
  return isCyrillic(word) && word.length > 3;
}

/** A single word keeps its stem, so that it meets its own derivations: "invest" and "investment". */
function termFor(words: readonly string[], stem: (word: string) => string): string {
  return words.length === 1 ? stem(words[0] ?? '') : words.join('_');
}

/**
 * The word without its grammatical ending. Lighter than a stem, which would make "critical" the same as "criticise":
 * aliases of the glossary are to be found in their inflections and nowhere else.
 */
function withoutEnding(word: string): string {
  if (word.length < 4 || functionWords.has(word)) return word;
  if (isCyrillic(word)) return stemUkrainian(word);
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=[^aeiou])(?:ed|ing)$|(?<=[aeiou])(?:d|ing)$|(?<=sh|ch|ss|x|z)es$|(?<!s|u)s$/, '')
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/e$/, '');
}

/** The function, which gives the same for the same word, with what it gave for the words of late. */
function remember<T>(ofWord: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = ofWord(word);
    // Questions bring words without end: what is remembered stays bounded.
    if (known.size >= mostRemembered) known.clear();
    known.set(word, found);
    return found;
  };
}

function stemOf(word: string): string {
  if (/\d/.test(word)) return word;
  if (isCyrillic(word)) return stemUkrainian(word);
  const stem = stemmer(word);
  // "Ore" would become "or".
  return functionWords.has(stem) && !functionWords.has(word) ? word : stem;
}
