import { distinctiveness } from '../text/english.ts';
import type { Term } from '../text/terms.ts';

/** What function words weigh beside content words, whose weight is their inverse document frequency. */
const functionWordWeight = 0.7;
/** Names tell facts apart even when many facts hold them. */
const leastNameWeight = 1.2;
/** What a word out of an alias of several weighs beside the same word on its own. */
const partWeight = 0.4;
/** Of words that no fact holds, small talk weighs this share of what a name weighs. */
const smallTalkShare = 0.3;

/** The terms of all facts, numbered, with what each weighs. */
export interface TermTable {
  /** How many terms there are. */
  readonly size: number;
  /** The number of a term; undefined if no fact holds it. */
  numberOf(text: string): number | undefined;
  /** Weight of a numbered term as facts hold it. */
  weightOf(number: number): number;
  /** Weight of a term in a question. */
  weigh(term: Term): number;
  /** Whether more than half of the facts hold the term. */
  isCommon(text: string): boolean;
  /** The most that a term can weigh. */
  readonly heaviest: number;
}

/** Numbers terms as they come, and counts in how many facts each stands. */
export class TermCounter {
  readonly #numbers = new Map<string, number>();
  readonly #frequencies: number[] = [];
  readonly #functionWords = new Set<number>();
  #facts = 0;

  /** The distinct numbers of the terms. */
  number(terms: readonly Term[]): Uint32Array {
    return new Uint32Array(new Set(terms.map((term) => this.#numberOf(term))));
  }

  #numberOf({ text, isFunctionWord }: Term): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    this.#frequencies.push(0);
    if (isFunctionWord) this.#functionWords.add(number);
    return number;
  }

  countFact(terms: Iterable<number>): void {
    this.#facts += 1;
    for (const term of terms) this.#frequencies[term] = (this.#frequencies[term] ?? 0) + 1;
  }

  /** @param options.isKnownWord Whether the glossary holds a word, though perhaps no fact. */
  finish(options: { readonly isKnownWord: (word: string) => boolean }): TermTable {
    const numbers = this.#numbers;
    const frequencies = Uint32Array.from(this.#frequencies);
    const count = this.#facts;
    const heaviest = inverseFrequency(0, count);
    const weights = Float64Array.from(frequencies, (frequency, number) =>
      this.#functionWords.has(number) ? functionWordWeight : inverseFrequency(frequency, count),
    );
    return {
      size: numbers.size,
      heaviest,
      numberOf: (text) => numbers.get(text),
      weightOf: (number) => weights[number] ?? 0,
      isCommon: (text) => (frequencies[numbers.get(text) ?? -1] ?? 0) > count / 2,
      weigh: ({ text, words, isFunctionWord, isName, isPart }) => {
        if (isFunctionWord) return functionWordWeight;
        const number = numbers.get(text);
        if (number !== undefined) {
          const least = isName ? leastNameWeight : 0;
          return Math.max(least, weights[number] ?? 0) * (isPart ? partWeight : 1);
        }
        if (isPart || options.isKnownWord(words)) return functionWordWeight;
        return heaviest * (smallTalkShare + (1 - smallTalkShare) * distinctiveness(words));
      },
    };
  }
}

/** Inverse document frequency, as in BM25 (Robertson and Zaragoza 2009). */
export function inverseFrequency(frequency: number, count: number): number {
  return Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
}
