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

/** The ways of asking for a fact in one language. */
export interface Asking {
  readonly phrases: readonly Phrase[];
  /** The share of them that holds each term. */
  readonly usage: ReadonlyMap<number, number>;
  /** The share of them that asks for each kind of thing. */
  readonly kinds: ReadonlyMap<QuestionKind, number>;
}

/** A fact as the ranking sees it. */
export interface Profile {
  readonly fact: Fact;
  /** All terms that stand anywhere in it. */
  readonly terms: ReadonlySet<number>;
  readonly english: Asking;
  /** Undefined when nothing of the fact is in Ukrainian. */
  readonly ukrainian: Asking | undefined;
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
    counter.countFact(draft.terms);
    return draft;
  });
  const table = counter.finish({ isKnownWord: (word) => analyser.glossaryWords.has(word) });
  const weigh = (terms: Uint32Array) => terms.reduce((sum, term) => sum + table.weightOf(term), 0);
  const weighAll = (phrases: readonly Draft[]) =>
    phrases.map((phrase) => ({ ...phrase, weight: weigh(phrase.terms) }));
  const profiles = drafts.map(({ fact, terms, english, ukrainian }): [string, Profile] => [
    fact.id,
    {
      fact,
      terms,
      english: toAsking(weighAll(english)),
      ukrainian: ukrainian.length === 0 ? undefined : toAsking(weighAll(ukrainian)),
    },
  ]);
  return { profiles: new Map(profiles), table };
}

type Draft = Omit<Phrase, 'weight'>;

function readFact(fact: Fact, analyser: Analyser, counter: TermCounter) {
  const toDraft = (text: string, hasAssumption = false): Draft => {
    const words = analyser.words(text);
    return { terms: counter.number(analyser.termsOf(words)), kind: questionKind(words), hasAssumption };
  };
  const { title, statement, speaker, questions, corrects, tags, uk } = fact;
  const english = [
    ...[title, ...questions].map((text) => toDraft(text)),
    ...(corrects?.questions ?? []).map((text) => toDraft(text, true)),
  ];
  const ukrainian = [...(uk?.title === undefined ? [] : [uk.title]), ...(uk?.questions ?? [])].map((text) =>
    toDraft(text),
  );
  const rest = [statement, speaker ?? '', uk?.statement ?? '', ...tags].map((text) =>
    counter.number(analyser.analyse(text)),
  );
  const all = [...rest, ...[...english, ...ukrainian].map(({ terms }) => terms)];
  return { fact, english, ukrainian, terms: new Set(all.flatMap((numbers) => [...numbers])) };
}

function toAsking(phrases: readonly Phrase[]): Asking {
  const usage = new Map<number, number>();
  const kinds = new Map<QuestionKind, number>();
  const share = 1 / (phrases.length + unseenPhrases);
  for (const { terms, kind } of phrases) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + share);
    for (const term of terms) usage.set(term, (usage.get(term) ?? 0) + share);
  }
  return { phrases, usage, kinds };
}
