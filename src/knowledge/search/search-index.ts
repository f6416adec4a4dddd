import MiniSearch from 'minisearch';
import type { Fact } from '../corpus.ts';
import type { Analyser, Term } from '../text/terms.ts';

/** A fact as the index holds it: the terms of each field, separated by spaces. */
export interface Document {
  readonly id: string;
  readonly title: string;
  readonly questions: string;
  readonly statement: string;
  readonly tags: string;
  readonly ukTitle: string;
  readonly ukQuestions: string;
  readonly ukStatement: string;
}

export interface Hit {
  readonly id: string;
  /** BM25F score; comparable only within one search. */
  readonly score: number;
}

/** Finds the facts whose words are those of a question, best first. */
export interface SearchIndex {
  search(terms: readonly string[]): readonly Hit[];
}

/** How much a word weighs by the field that it stands in: what people ask for counts most (measured). */
const fieldBoosts = {
  title: 4,
  questions: 4,
  statement: 1,
  tags: 1,
  ukTitle: 4,
  ukQuestions: 4,
  ukStatement: 1,
} as const;

/** BM25 as Lucene sets it (Robertson and Zaragoza 2009), without MiniSearch's delta, which helps only long texts. */
const bm25 = { k: 1.2, b: 0.75, d: 0 };

export function createSearchIndex(documents: readonly Document[]): SearchIndex {
  const index = new MiniSearch<Document>({
    fields: Object.keys(fieldBoosts),
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
    searchOptions: { boost: fieldBoosts, bm25, prefix: false, fuzzy: false },
  });
  index.addAll(documents);
  return {
    search: (terms) => index.search(terms.join(' ')).map(({ id, score }) => ({ id, score })),
  };
}

export function toDocument(fact: Fact, analyser: Analyser): Document {
  const join = (texts: readonly string[]) =>
    texts.flatMap((text) => analyser.analyse(text).map(({ text }: Term) => text)).join(' ');
  return {
    id: fact.id,
    title: join([fact.title]),
    questions: join([...fact.questions, ...(fact.corrects?.questions ?? [])]),
    statement: join([fact.statement]),
    tags: join([...fact.tags, ...(fact.speaker === undefined ? [] : [fact.speaker])]),
    ukTitle: join([fact.uk?.title ?? '']),
    ukQuestions: join(fact.uk?.questions ?? []),
    ukStatement: join([fact.uk?.statement ?? '']),
  };
}
