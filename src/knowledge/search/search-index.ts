import MiniSearch from 'minisearch';
import type { FactReading, ReadText } from './read-fact.ts';

/** A fact as the index holds it: the terms of each field, separated by spaces. */
export interface Document {
  readonly id: string;
  readonly title: string;
  readonly questions: string;
  /** Title and questions in Ukrainian. */
  readonly ukrainian: string;
  /** Statement, speaker and tags. */
  readonly rest: string;
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
const fieldBoosts = { title: 4, questions: 4, ukrainian: 4, rest: 1 } as const;

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

export function toDocument(id: string, { english, ukrainian, rest }: FactReading): Document {
  const join = (texts: readonly ReadText[]) =>
    texts.flatMap(({ terms }) => terms.map(({ text }) => text)).join(' ');
  const [title, ...questions] = english;
  return {
    id,
    title: join(title === undefined ? [] : [title]),
    questions: join(questions),
    ukrainian: join(ukrainian),
    rest: join(rest),
  };
}
