import type { Language } from '../bot/language.ts';
import { aboutOf } from '../commands/corpus-text.ts';
import { citedPublishers } from '../commands/sources.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { formatDate } from '../knowledge/partial-date.ts';
import { type Browsing, browse } from './browse.ts';
import { type Chart, chartsOf } from './charts.ts';
import { type Chronicle, chronicle } from './chronicle.ts';
import { createLines, type FactLine } from './fact-line.ts';
import { type FactRecord, recordOf } from './fact-record.ts';
import type { FactQuery } from './filter.ts';
import { createTextSearch } from './text-search.ts';

/** What there is to read in one version of the corpus. */
export interface Catalogue {
  browse(query: FactQuery, page: number, language: Language): Browsing;
  /** Undefined when there is no such fact. */
  record(factId: string, language: Language): FactRecord | undefined;
  /** A fact that was taken out, and why; undefined when there never was one with this id, or it is still there. */
  withdrawn(factId: string, language: Language): WithdrawnRecord | undefined;
  /** The facts nearest to an id or text that names none. */
  nearest(text: string, language: Language): readonly FactLine[];
  chronicle(query: FactQuery, language: Language): Chronicle;
  charts(language: Language): readonly Chart[];
  summary(language: Language): CorpusSummary;
}

export interface WithdrawnRecord {
  readonly title: string;
  readonly because: string;
  /** As people write it. */
  readonly date: string;
}

export interface CorpusSummary {
  readonly subject: string;
  readonly scope: string;
  readonly facts: number;
  readonly inUkrainian: number;
  readonly questions: number;
  readonly sources: number;
  readonly publishers: number;
  /** As people write it; undefined when the corpus does not say. */
  readonly reviewedOn: string | undefined;
}

export function createCatalogue(knowledge: Knowledge): Catalogue {
  const search = createTextSearch(knowledge.facts.values());
  return {
    browse: (query, page, language) => browse(query, page, { knowledge, language, search }),
    record: (factId, language) => {
      const fact = knowledge.facts.get(factId);
      return fact && recordOf(fact, knowledge, language);
    },
    withdrawn: (factId, language) => {
      const found = knowledge.withdrawn.find(({ id }) => id === factId);
      if (found === undefined) return undefined;
      const { title, because } = language === 'uk' ? { ...found, ...found.uk } : found;
      return { title, because, date: formatDate(found.on, language) };
    },
    nearest: (text, language) =>
      knowledge.findFact(text.replaceAll('-', ' ')).nearest.map(createLines(knowledge, language)),
    chronicle: (query, language) => chronicle(query, knowledge, language),
    charts: (language) => chartsOf(knowledge, language),
    summary: (language) => summarise(knowledge, language),
  };
}

/** Opens the catalogue of whatever corpus is in use at that moment; it is made anew only when that has changed. */
export function createCatalogueOpener(current: () => Knowledge): () => Catalogue {
  let opened: { readonly knowledge: Knowledge; readonly catalogue: Catalogue } | undefined;
  return () => {
    const knowledge = current();
    if (opened?.knowledge !== knowledge) opened = { knowledge, catalogue: createCatalogue(knowledge) };
    return opened.catalogue;
  };
}

function summarise(knowledge: Knowledge, language: Language): CorpusSummary {
  const facts = [...knowledge.facts.values()];
  const publishers = citedPublishers(knowledge);
  const { name, scope, reviewedOn } = aboutOf(knowledge.about, language);
  return {
    subject: name,
    scope,
    facts: facts.length,
    inUkrainian: facts.filter(({ uk }) => uk?.statement !== undefined).length,
    questions: facts.reduce(
      (sum, { questions, uk }) => sum + questions.length + (uk?.questions.length ?? 0),
      0,
    ),
    sources: publishers.reduce((sum, { reports }) => sum + reports.length, 0),
    publishers: publishers.length,
    reviewedOn: reviewedOn && formatDate(reviewedOn, language),
  };
}
