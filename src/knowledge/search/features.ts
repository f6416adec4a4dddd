import type { Term } from '../text/terms.ts';
import type { ReadText } from './read-fact.ts';

/**
 * What a classifier goes by in a text: its terms, its words and the pairs of neighbouring words, as numbers. Where a
 * text begins and ends counts as a word.
 */
export type Features = ReadonlySet<number>;

/** What the ways of asking for one fact hold. */
export interface FeatureCounts {
  /** Sorted. */
  readonly features: Uint32Array;
  /** How many of the ways hold each of them and one more, as a logarithm. */
  readonly logCounts: Float32Array;
  readonly ways: number;
}

/** Numbers the features of the ways of asking, and counts how many hold each. */
export class FeatureCounter {
  readonly #words = new Map<string, number>([[edge, 0]]);
  readonly #terms = new Map<string, number>();
  readonly #counts = new Map<number, number>();
  #ways = 0;

  /** How many ways of asking were counted. */
  get ways(): number {
    return this.#ways;
  }

  /** How many of them hold a feature. */
  countOf(feature: number): number {
    return this.#counts.get(feature) ?? 0;
  }

  /** @param texts All ways of asking for a fact. */
  add(texts: readonly ReadText[]): FeatureCounts {
    const own = new Map<number, number>();
    for (const { words, terms } of texts) {
      for (const feature of this.number(words, terms)) own.set(feature, (own.get(feature) ?? 0) + 1);
    }
    for (const [feature, count] of own) this.#counts.set(feature, this.countOf(feature) + count);
    this.#ways += texts.length;
    const features = Uint32Array.from(own.keys()).sort();
    return {
      features,
      logCounts: Float32Array.from(features, (feature) => Math.log1p(own.get(feature) ?? 0)),
      ways: texts.length,
    };
  }

  /** The features of a text; new words get numbers. */
  number(words: readonly string[], terms: readonly Term[]): Features {
    return collect(words, terms, { wordOf: numbering(this.#words), termOf: numbering(this.#terms) });
  }

  /** The features of a text; what was never numbered counts, and is like nothing else. */
  read(words: readonly string[], terms: readonly Term[]): Features {
    let unknown = 0;
    const reading = (numbers: ReadonlyMap<string, number>) => (text: string) => {
      unknown += 1;
      return numbers.get(text) ?? -unknown;
    };
    return collect(words, terms, { wordOf: reading(this.#words), termOf: reading(this.#terms) });
  }
}

/** No word has a space. */
const edge = ' ';
const ofTerm = (number: number) => 4 * number;
const ofWord = (number: number) => 4 * number + 2;
/** Odd, unlike the others; two pairs may share a number, which is rare enough not to matter. */
const ofPair = (left: number, right: number) => (((Math.imul(left, 0x9e3779b1) ^ right) << 1) | 1) >>> 0;

function numbering(numbers: Map<string, number>): (text: string) => number {
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
}

function collect(
  words: readonly string[],
  terms: readonly Term[],
  { wordOf, termOf }: Readonly<Record<'wordOf' | 'termOf', (text: string) => number>>,
): Features {
  const features = new Set<number>();
  for (const { text, isPart } of terms) if (!isPart) features.add(ofTerm(termOf(text)));
  const start = wordOf(edge);
  let before = start;
  for (const word of words) {
    const number = wordOf(word);
    features.add(ofWord(number));
    features.add(ofPair(before, number));
    before = number;
  }
  return features.add(ofPair(before, start));
}
