import type { Language } from '../bot/language.ts';
import { titleOf } from '../commands/corpus-text.ts';
import type { Fact } from '../knowledge/corpus.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { createLines, type FactLine, type Named } from './fact-line.ts';
import { checkQuery, type Facet, type FactQuery, facets, matches, valuesOf } from './filter.ts';
import { kindNames, standingNames } from './wording.ts';

const factsPerPage = 20;

/** A value of a facet with the number of facts that choosing it would show. */
export interface FacetValue extends Named {
  readonly count: number;
}

/** One page of the facts that a query finds. */
export interface Browsing {
  readonly query: FactQuery;
  readonly problems: readonly string[];
  readonly facts: readonly FactLine[];
  /** Of all pages. */
  readonly total: number;
  /** Position of the page's first fact, from 1; 0 when nothing was found. */
  readonly first: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>>;
}

/**
 * Looks through the corpus: the best matches first when there is a text, else the latest.
 * @param search Ids of the facts with a text, best first.
 * @param page From 1; a page that does not exist is taken for the nearest one that does.
 */
export function browse(
  given: FactQuery,
  page: number,
  readers: {
    readonly knowledge: Knowledge;
    readonly language: Language;
    readonly search: (text: string) => readonly string[];
  },
): Browsing {
  const { knowledge, language, search } = readers;
  const { query, problems } = checkQuery(given, knowledge, language);
  const candidates =
    query.text === undefined
      ? [...knowledge.facts.values()].sort((a, b) => b.asOf.localeCompare(a.asOf))
      : search(query.text).flatMap((id) => knowledge.facts.get(id) ?? []);
  const found = candidates.filter((fact) => matches(fact, query));
  const pages = Math.max(1, Math.ceil(found.length / factsPerPage));
  const shownPage = Math.min(Math.max(1, page), pages);
  const start = (shownPage - 1) * factsPerPage;
  return {
    query,
    problems,
    facts: found.slice(start, start + factsPerPage).map(createLines(knowledge, language)),
    total: found.length,
    first: found.length === 0 ? 0 : start + 1,
    page: shownPage,
    pages,
    facets: countFacets(candidates, query, { knowledge, language }),
  };
}

function countFacets(
  candidates: readonly Fact[],
  query: FactQuery,
  { knowledge, language }: { readonly knowledge: Knowledge; readonly language: Language },
): Record<Facet, readonly FacetValue[]> {
  const topics = knowledge.topics.map((topic) => [topic.id, titleOf(topic, language)] as const);
  const named = (names: Readonly<Record<string, Readonly<Record<Language, string>>>>) =>
    Object.entries(names).map(([id, name]) => [id, name[language]] as const);
  const count = (facet: Facet) => {
    const counts = new Map<string, number>();
    for (const fact of candidates.filter((one) => matches(one, query, facet))) {
      for (const value of valuesOf(fact, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  const counts = Object.fromEntries(facets.map((facet) => [facet, count(facet)])) as Record<
    Facet,
    Map<string, number>
  >;
  const inOrder = (facet: Facet, values: readonly (readonly [string, string])[]): FacetValue[] =>
    values
      .map(([id, name]) => ({ id, name, count: counts[facet].get(id) ?? 0 }))
      .filter(({ id, count }) => count > 0 || query[facet] === id);
  const publishers = [...counts.publisher]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .map(([name]) => [name, name] as const);
  return {
    topic: inOrder('topic', topics),
    kind: inOrder('kind', named(kindNames)),
    standing: inOrder('standing', named(standingNames)),
    publisher: inOrder('publisher', publishers),
  };
}
