import type { Fact } from '../corpus.ts';
import { type QuestionKind, questionKind } from '../text/question-kind.ts';
import type { Analyser } from '../text/terms.ts';
import { TermCounter, type TermTable } from './term-table.ts';

/** One way of asking for a fact: one of its questions, or its title. */
export interface Phrase {
  readonly terms: Uint32Array;
  /** Sum of the weights of its terms. */
  readonly weight: number;
  readonly kind: QuestionKind;
  /** Whether it makes the assumption that the fact corrects. */
  readonly hasAssumption: boolean;
}

/** A fact as the ranking sees it. */
export interface Profile {
  readonly fact: Fact;
  /** The terms that stand anywhere in it, each with the share of the ways of asking that hold it. */
  readonly usage: ReadonlyMap<number, number>;
  readonly phrases: readonly Phrase[];
  /** Share of the ways of asking that ask for each kind of thing. */
  readonly kinds: ReadonlyMap<QuestionKind, number>;
}

/** People ask in more ways than are written down: the fewer there are, the less their habits say. */
const unseenPhrases = 2;

export function createProfiles(
  facts: readonly Fact[],
  analyser: Analyser,
): { readonly profiles: ReadonlyMap<string, Profile>; readonly table: TermTable } {
  const counter = new TermCounter();
  const drafts = facts.map((fact) => {
    const draft = readFact(fact, analyser, counter);
    counter.countFact(draft.usage.keys());
    return draft;
  });
  const table = counter.finish({ isKnownWord: (word) => analyser.glossaryWords.has(word) });
  const weigh = (terms: Uint32Array) => terms.reduce((sum, term) => sum + table.weightOf(term), 0);
  const profiles = drafts.map(({ phrases, ...draft }): [string, Profile] => [
    draft.fact.id,
    { ...draft, phrases: phrases.map((phrase) => ({ ...phrase, weight: weigh(phrase.terms) })) },
  ]);
  return { profiles: new Map(profiles), table };
}

function readFact(fact: Fact, analyser: Analyser, counter: TermCounter) {
  const read = (text: string) => counter.number(analyser.analyse(text));
  const toPhrase = (text: string, hasAssumption: boolean) => {
    const words = analyser.words(text);
    return { terms: counter.number(analyser.termsOf(words)), kind: questionKind(words), hasAssumption };
  };
  const phrases = [
    ...[fact.title, ...fact.questions].map((text) => toPhrase(text, false)),
    ...(fact.corrects?.questions ?? []).map((text) => toPhrase(text, true)),
  ];
  const rest = [fact.statement, fact.speaker ?? '', ...fact.tags].map(read);
  const usage = new Map(rest.flatMap((numbers) => [...numbers]).map((number) => [number, 0]));
  const kinds = new Map<QuestionKind, number>();
  const share = 1 / (phrases.length + unseenPhrases);
  for (const { terms, kind } of phrases) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + share);
    for (const term of terms) usage.set(term, (usage.get(term) ?? 0) + share);
  }
  return { fact, usage, kinds, phrases };
}
