import { functionWords } from '../text/function-words.ts';
import type { Analyser } from '../text/terms.ts';
import { placeOf } from './sorted-numbers.ts';
import { inverseFrequency } from './term-table.ts';

/**
 * The words that a fact is told and asked for in, as they are written but for their endings: what the glossary makes
 * of them, which brings together what belongs together, also blurs what tells facts apart.
 */
export interface Wording {
  /** Sorted numbers of its content words. */
  readonly words: Uint32Array;
  /** Sorted marks of the words that stand next to each other somewhere in it. */
  readonly pairs: Uint32Array;
}

/** The words of a question, weighed against all facts. */
export interface WeighedWording {
  /** Its content words by number with their weights. */
  readonly words: readonly (readonly [number, number])[];
  /** Weight of all its content words, known or not. */
  readonly total: number;
  readonly pairs: readonly number[];
}

/** Numbers words as they come, and counts in how many facts each stands. */
export class WordingCounter {
  readonly #numbers = new Map<string, number>();
  readonly #frequencies: number[] = [];
  readonly #analyser: Pick<Analyser, 'stem'>;
  #facts = 0;

  constructor(analyser: Pick<Analyser, 'stem'>) {
    this.#analyser = analyser;
  }

  /** @param texts The folded words of each text of a fact. */
  add(texts: readonly (readonly string[])[]): Wording {
    const words = new Set<number>();
    const pairs = new Set<number>();
    for (const text of texts) {
      const numbers = text.map((word) => this.#numberOf(word));
      for (const pair of pairsOf(numbers)) pairs.add(pair);
      text.forEach((word, at) => {
        if (!functionWords.has(word)) words.add(numbers[at] ?? 0);
      });
    }
    this.#facts += 1;
    for (const word of words) this.#frequencies[word] = (this.#frequencies[word] ?? 0) + 1;
    return { words: Uint32Array.from(words).sort(), pairs: Uint32Array.from(pairs).sort() };
  }

  weigh(folded: readonly string[]): WeighedWording {
    const numbers = folded.map((word) => this.#numbers.get(this.#analyser.stem(word)) ?? -1);
    const content = new Set(numbers.filter((_, at) => !functionWords.has(folded[at] ?? '')));
    const words = [...content].map((number) => [number, this.#weightOf(number)] as const);
    return {
      words,
      total: words.reduce((sum, [, weight]) => sum + weight, 0),
      pairs: pairsOf(numbers),
    };
  }

  #numberOf(word: string): number {
    const stem = this.#analyser.stem(word);
    const known = this.#numbers.get(stem);
    if (known !== undefined) return known;
    this.#numbers.set(stem, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  #weightOf(number: number): number {
    return inverseFrequency(this.#frequencies[number] ?? 0, this.#facts);
  }
}

/** Weighted share of the question's content words that the wording holds. */
export function shareOfWords({ words }: Wording, question: WeighedWording): number {
  if (question.total === 0) return 0;
  const held = question.words.reduce(
    (sum, [word, weight]) => (placeOf(words, word) >= 0 ? sum + weight : sum),
    0,
  );
  return held / question.total;
}

/** Share of the pairs of neighbouring words in the question that stand so in the wording. */
export function shareOfPairs({ pairs }: Wording, question: WeighedWording): number {
  if (question.pairs.length === 0) return 0;
  return question.pairs.filter((pair) => placeOf(pairs, pair) >= 0).length / question.pairs.length;
}

/** Marks of neighbours; two pairs may share a mark, which is rare enough not to matter. */
function pairsOf(numbers: readonly number[]): number[] {
  return numbers.slice(1).map((number, at) => (Math.imul(numbers[at] ?? 0, 0x9e3779b1) ^ number) >>> 0);
}
