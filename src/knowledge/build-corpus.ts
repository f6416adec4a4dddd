import type { ChartsFile } from './chart-schema.ts';
import { buildCharts } from './charts.ts';
import type { Corpus, Fact, Standing } from './corpus.ts';
import type { FactEntry, GlossaryEntry, Subject, Topic } from './schema.ts';

/** Puts parsed subjects together; their references must hold. */
export function buildCorpus(
  subjects: readonly { readonly id: string; readonly subject: Subject }[],
  glossary: readonly GlossaryEntry[],
  about: Topic,
  { charts, milestones }: ChartsFile = { charts: [], milestones: [] },
): Corpus {
  const sources = new Map(
    subjects.flatMap(({ subject }) => subject.sources.map((source) => [source.id, source])),
  );
  const entries = subjects.flatMap(({ id, subject }) =>
    subject.facts.map((entry, position) => ({ id, entry, position })),
  );
  const conflicts = relate(
    entries.flatMap(({ entry }) => entry.conflictsWith.map((other) => [entry.id, other])),
  );
  const supersedes = invert(entries.map(({ entry }) => [entry.id, entry.supersededBy]));
  const isSaid = new Set(
    entries.filter(({ entry }) => isStatementOfSomeone(entry)).map(({ entry }) => entry.id),
  );
  const facts = entries.map(({ id, entry, position }): [string, Fact] => {
    const [first, ...others] = entry.citations.flatMap(({ source }) => sources.get(source) ?? []);
    if (first === undefined) throw new Error(`fact ${entry.id} has no source`);
    const own = conflicts.get(entry.id) ?? [];
    return [
      entry.id,
      {
        ...entry,
        subject: id,
        position,
        sources: [first, ...others],
        conflicts: own,
        supersedes: supersedes.get(entry.id) ?? [],
        standing: standingOf(
          entry,
          own.some((other) => !isSaid.has(other)),
        ),
      },
    ];
  });
  const all = facts.map(([, fact]) => fact);
  return {
    about,
    glossary,
    unanswered: [],
    topics: subjects.map(({ id, subject: { title, uk } }) => ({
      id,
      title: title ?? titleFromName(id),
      ...(uk === undefined ? {} : { uk }),
    })),
    charts: buildCharts(charts, new Map(facts)),
    milestones,
    facts: new Map(facts),
    bySubject: Map.groupBy(all, ({ subject }) => subject),
    byTag: groupByTag(all),
    withdrawn: subjects.flatMap(({ id, subject }) =>
      subject.withdrawn.map((entry) => ({ ...entry, subject: id })),
    ),
  };
}

/** That somebody says otherwise makes no fact disputed; that another fact does, makes it so. */
function standingOf(entry: FactEntry, hasRival: boolean): Standing {
  if (entry.supersededBy !== undefined) return 'superseded';
  if (isStatementOfSomeone(entry)) return 'claimed';
  return hasRival ? 'disputed' : 'established';
}

function isStatementOfSomeone({ kind }: FactEntry): boolean {
  return kind === 'claim' || kind === 'position';
}

/** A relation that holds in both directions; what an entry names itself comes first. */
function relate(pairs: readonly (readonly [string, string])[]): Map<string, readonly string[]> {
  const both = Map.groupBy([...pairs, ...pairs.map(([a, b]) => [b, a] as const)], ([a]) => a);
  return new Map([...both].map(([a, found]) => [a, [...new Set(found.map(([, b]) => b))]]));
}

function invert(pairs: readonly (readonly [string, string | undefined])[]): Map<string, readonly string[]> {
  const inverted = new Map<string, string[]>();
  for (const [older, newer] of pairs) {
    if (newer !== undefined) inverted.set(newer, [...(inverted.get(newer) ?? []), older]);
  }
  return inverted;
}

function titleFromName(name: string): string {
  const words = name.replaceAll(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function groupByTag(facts: readonly Fact[]): Map<string, readonly Fact[]> {
  const tagged = facts.flatMap((fact) => [...new Set(fact.tags)].map((tag) => [tag, fact] as const));
  return new Map(
    [...Map.groupBy(tagged, ([tag]) => tag)].map(([tag, found]) => [tag, found.map(([, fact]) => fact)]),
  );
}
