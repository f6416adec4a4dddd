import type { Language } from '../bot/language.ts';
import type { Fact } from '../knowledge/corpus.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { compareDates, isPartialDate } from '../knowledge/partial-date.ts';
import { problemWords } from './wording.ts';

/** What to look for, as it was typed or chosen; an empty text is as good as none. */
export interface FactQuery {
  readonly text?: string | undefined;
  readonly topic?: string | undefined;
  readonly kind?: string | undefined;
  readonly standing?: string | undefined;
  readonly publisher?: string | undefined;
  /** First and last date, inclusive: day, month or year. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export type Facet = 'topic' | 'kind' | 'standing' | 'publisher';

export const facets = ['topic', 'kind', 'standing', 'publisher'] as const satisfies readonly Facet[];

/** What a fact has of a facet. */
export function valuesOf(fact: Fact, facet: Facet): readonly string[] {
  if (facet === 'publisher') return [...new Set(fact.sources.map(({ publisher }) => publisher))];
  return [facet === 'topic' ? fact.subject : fact[facet]];
}

export interface CheckedQuery {
  /** The query without what makes no sense. */
  readonly query: FactQuery;
  /** One sentence for each thing that was left out. */
  readonly problems: readonly string[];
}

/** Leaves out of a query what makes no sense, and says so. */
export function checkQuery(query: FactQuery, knowledge: Knowledge, language: Language): CheckedQuery {
  const problems: string[] = [];
  const given = (text: string | undefined) => text?.trim() || undefined;
  const facts = [...knowledge.facts.values()];
  const checkFacet = (facet: Facet) => {
    const value = given(query[facet]);
    if (value === undefined || facts.some((fact) => valuesOf(fact, facet).includes(value))) return value;
    problems.push(problemWords.choice(value.slice(0, 60))[language]);
    return undefined;
  };
  const checkDate = (text: string | undefined) => {
    const date = given(text);
    if (date === undefined || isPartialDate(date)) return date;
    problems.push(problemWords.date(date.slice(0, 40))[language]);
    return undefined;
  };
  const checked = {
    text: given(query.text),
    topic: checkFacet('topic'),
    kind: checkFacet('kind'),
    standing: checkFacet('standing'),
    publisher: checkFacet('publisher'),
    from: checkDate(query.from),
    to: checkDate(query.to),
  };
  if (checked.from !== undefined && checked.to !== undefined && compareDates(checked.from, checked.to) > 0)
    problems.push(problemWords.order[language]);
  return { query: checked, problems };
}

/** Whether a fact has what a checked query asks for, apart from its text. */
export function matches(fact: Fact, query: FactQuery, except?: Facet): boolean {
  const { from, to } = query;
  return (
    facets.every((facet) => {
      const value = query[facet];
      return facet === except || value === undefined || valuesOf(fact, facet).includes(value);
    }) &&
    (from === undefined || compareDates(fact.asOf, from) >= 0) &&
    (to === undefined || compareDates(fact.asOf, to) <= 0)
  );
}
