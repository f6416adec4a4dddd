import type { Language } from '../bot/language.ts';
import type { SourceLine } from '../bot/reply.ts';
import { chartTextOf } from '../commands/chart-picture.ts';
import { toSourceLine } from '../commands/compose-answer.ts';
import { textOf } from '../commands/corpus-text.ts';
import type { Fact } from '../knowledge/corpus.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { formatDate } from '../knowledge/partial-date.ts';
import { createLines, type FactLine, type Named } from './fact-line.ts';

/** All that the corpus knows of one fact. */
export interface FactRecord {
  readonly fact: FactLine;
  readonly sources: readonly RecordedSource[];
  /** What says otherwise, whichever side names the conflict; with its own word on why they differ, if it has one. */
  readonly conflicts: readonly (FactLine & { readonly note: string | undefined })[];
  /** Why they differ, by this fact. */
  readonly conflictNote: string | undefined;
  /** What has overtaken it, the next one first, up to what holds now. */
  readonly later: readonly FactLine[];
  /** What it has overtaken, and what that had, the latest first. */
  readonly earlier: readonly FactLine[];
  /** Questions that lead to it, by language. */
  readonly questions: Readonly<Record<Language, readonly string[]>>;
  /** The misconception that it sets right: it completes "The question assumes …". */
  readonly corrects: { readonly assumption: string; readonly questions: readonly string[] } | undefined;
  readonly tags: readonly string[];
  /** When it came into the corpus, and since when that says that it is overtaken, as people write it. */
  readonly addedOn: string | undefined;
  readonly overtakenOn: string | undefined;
  /** What was wrong in it before, the latest first. */
  readonly corrections: readonly { readonly date: string; readonly was: string }[];
  /** Title and statement in each language that they are in. */
  readonly texts: Readonly<Partial<Record<Language, { readonly title: string; readonly statement: string }>>>;
  /** The charts that it stands in. */
  readonly charts: readonly Named[];
}

export interface RecordedSource extends SourceLine {
  readonly archiveUrl: string | undefined;
  /** Of the page: a code such as "en". */
  readonly language: string;
}

export function recordOf(fact: Fact, knowledge: Knowledge, language: Language): FactRecord {
  const toLine = createLines(knowledge, language);
  const factsOf = (ids: readonly string[]) => ids.flatMap((id) => knowledge.facts.get(id) ?? []);
  const { uk } = fact;
  return {
    fact: toLine(fact),
    sources: fact.sources.map((source, index) => ({
      ...toSourceLine({ number: index + 1, source }, language),
      archiveUrl: source.archiveUrl,
      language: source.language,
    })),
    conflicts: factsOf(fact.conflicts).map((other) => ({
      ...toLine(other),
      note: other.conflictsWith.includes(fact.id) ? textOf(other, language).conflictNote : undefined,
    })),
    conflictNote: textOf(fact, language).conflictNote,
    later: walk(fact, ({ supersededBy }) => factsOf(supersededBy === undefined ? [] : [supersededBy])).map(
      toLine,
    ),
    earlier: walk(fact, ({ supersedes }) => factsOf(supersedes)).map(toLine),
    questions: { en: fact.questions, uk: uk?.questions ?? [] },
    corrects: fact.corrects && {
      assumption: (language === 'uk' ? uk?.assumption : undefined) ?? fact.corrects.assumption,
      questions: fact.corrects.questions,
    },
    tags: fact.tags,
    addedOn: fact.addedOn && formatDate(fact.addedOn, language),
    overtakenOn: fact.overtakenOn && formatDate(fact.overtakenOn, language),
    corrections: fact.corrections
      .toSorted((a, b) => b.on.localeCompare(a.on))
      .map(({ on, was, uk }) => ({
        date: formatDate(on, language),
        was: language === 'uk' ? (uk?.was ?? was) : was,
      })),
    texts: {
      en: { title: fact.title, statement: fact.statement },
      ...(uk?.statement === undefined
        ? {}
        : { uk: { title: uk.title ?? fact.title, statement: uk.statement } }),
    },
    charts: knowledge.charts
      .filter(({ bars }) => bars.some((bar) => bar.fact.id === fact.id))
      .map((chart) => ({ id: chart.id, name: chartTextOf(chart, language).title })),
  };
}

/** All that can be reached in steps, each once, the nearest first. */
function walk(start: Fact, step: (fact: Fact) => readonly Fact[]): Fact[] {
  const reached = new Set<Fact>();
  for (let front = step(start); front.length > 0; front = front.flatMap(step)) {
    front = front.filter((fact) => fact !== start && !reached.has(fact));
    for (const fact of front) reached.add(fact);
  }
  return [...reached];
}
