import type { Fact } from '../corpus.ts';
import type { Analyser, Term } from '../text/terms.ts';

/** A text of a fact, taken apart. */
export interface ReadText {
  readonly words: readonly string[];
  readonly terms: readonly Term[];
  /** Whether it asks with the assumption that the fact corrects. */
  readonly hasAssumption: boolean;
}

/** All texts of a fact. */
export interface FactReading {
  /** The ways of asking for it, its title first. */
  readonly english: readonly ReadText[];
  readonly ukrainian: readonly ReadText[];
  /** The ways of asking for it in any language, without titles. */
  readonly asked: readonly ReadText[];
  /** Statement, speaker and tags, in both languages. */
  readonly rest: readonly ReadText[];
}

export function readFact(
  { title, statement, speaker, questions, corrects, tags, uk }: Fact,
  analyser: Analyser,
): FactReading {
  const read = (text: string | undefined, hasAssumption = false): ReadText[] => {
    if (text === undefined) return [];
    const words = analyser.words(text);
    return [{ words, terms: analyser.termsOf(words), hasAssumption }];
  };
  const readAll = (texts: readonly string[]) => texts.flatMap((text) => read(text));
  const english = readAll(questions);
  const ukrainian = readAll(uk?.questions ?? []);
  const assuming = (corrects?.questions ?? []).flatMap((text) => read(text, true));
  return {
    english: [...read(title), ...english, ...assuming],
    ukrainian: [...read(uk?.title), ...ukrainian],
    asked: [...english, ...assuming, ...ukrainian],
    rest: [statement, uk?.statement, speaker, ...tags].flatMap((text) => read(text)),
  };
}
