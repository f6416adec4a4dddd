import type { Fact } from '../corpus.ts';
import { type QuestionKind, questionKind } from '../text/question-kind.ts';
import type { Analyser } from '../text/terms.ts';
import { FeatureCounter, type FeatureCounts } from './features.ts';
import { type ReadText, readFact } from './read-fact.ts';
import { type Document, toDocument } from './search-index.ts';
import { TermCounter, type TermTable } from './term-table.ts';
import { type Wording, WordingCounter } from './wording.ts';

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
  readonly wording: Wording;
  readonly asked: FeatureCounts;
  readonly english: Asking;
  /** Undefined when nothing of the fact is in Ukrainian. */
  readonly ukrainian: Asking | undefined;
}

/** People ask in more ways than are written down: the fewer there are, the less their habits say. */
const unseenPhrases = 2;

/** All that is known of the facts for finding them. */
export interface Profiles {
  readonly byId: ReadonlyMap<string, Profile>;
  readonly documents: readonly Document[];
  readonly table: TermTable;
  readonly wordings: WordingCounter;
  readonly features: FeatureCounter;
}

/** Reads every text of every fact once. */
export function createProfiles(facts: readonly Fact[], analyser: Analyser): Profiles {
  const counter = new TermCounter();
  const wordings = new WordingCounter(analyser);
  const features = new FeatureCounter();
  const drafts = facts.map((fact) => {
    const reading = readFact(fact, analyser);
    const number = (texts: readonly ReadText[]) => texts.map((text) => toDraft(text, counter));
    const draft = { english: number(reading.english), ukrainian: number(reading.ukrainian) };
    const rest = number(reading.rest);
    const terms = new Set([...draft.english, ...draft.ukrainian, ...rest].flatMap((text) => [...text.terms]));
    counter.countFact(terms);
    const texts = [...reading.english, ...reading.ukrainian, ...reading.rest];
    const wording = wordings.add(texts.map(({ words }) => words));
    const asked = features.add(reading.asked);
    return { fact, ...draft, terms, wording, asked, document: toDocument(fact.id, reading) };
  });
  const table = counter.finish({ isKnownWord: (word) => analyser.glossaryWords.has(word) });
  const weigh = (phrases: readonly Draft[]): Phrase[] =>
    phrases.map((phrase) => ({
      ...phrase,
      weight: phrase.terms.reduce((sum, term) => sum + table.weightOf(term), 0),
    }));
  const profiles = drafts.map(({ fact, terms, wording, asked, english, ukrainian }): [string, Profile] => [
    fact.id,
    {
      fact,
      terms,
      wording,
      asked,
      english: toAsking(weigh(english)),
      ukrainian: ukrainian.length === 0 ? undefined : toAsking(weigh(ukrainian)),
    },
  ]);
  return {
    byId: new Map(profiles),
    documents: drafts.map(({ document }) => document),
    table,
    wordings,
    features,
  };
}

type Draft = Omit<Phrase, 'weight'>;

function toDraft({ words, terms, hasAssumption }: ReadText, counter: TermCounter): Draft {
  return { terms: counter.number(terms), kind: questionKind(words), hasAssumption };
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
