import { type LooseSubject, looseSubjectSchema } from './loose-schema.ts';
import { nearestName } from './nearest-name.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

type Path = readonly PropertyKey[];

/** An entry of the corpus with the means to say where it stands. */
export interface Located<T> {
  readonly entry: T;
  problem(path: Path, message: string, advice: string): Problem;
}

/** Every fact and source that could be made out, also in files with mistakes. */
export interface LocatedEntries {
  readonly facts: readonly Located<LooseSubject['facts'][number]>[];
  readonly sources: readonly Located<LooseSubject['sources'][number]>[];
  readonly withdrawn: readonly Located<LooseSubject['withdrawn'][number]>[];
  /** False when a file is not even YAML, so that what seems missing may stand there. */
  readonly complete: boolean;
}

export type CorpusRule = (entries: LocatedEntries) => Problem[];

/** What must hold before the corpus can be used at all. */
export const structuralRules: readonly CorpusRule[] = [
  checkUniqueIds,
  checkReferences,
  checkSupersessionEnds,
];

export function locateEntries(files: readonly YamlFile[]): LocatedEntries {
  const loose = files.map((file) => ({
    file,
    subject: looseSubjectSchema.catch({ sources: [], facts: [], withdrawn: [] }).parse(file.value),
  }));
  return {
    facts: loose.flatMap(({ file, subject }) =>
      subject.facts.map((entry, i) => locate(file, 'facts', i, entry)),
    ),
    sources: loose.flatMap(({ file, subject }) =>
      subject.sources.map((entry, i) => locate(file, 'sources', i, entry)),
    ),
    withdrawn: loose.flatMap(({ file, subject }) =>
      subject.withdrawn.map((entry, i) => locate(file, 'withdrawn', i, entry)),
    ),
    complete: files.every(({ problems }) => problems.length === 0),
  };
}

function locate<T extends { readonly id: string }>(
  file: YamlFile,
  list: 'facts' | 'sources' | 'withdrawn',
  index: number,
  entry: T,
): Located<T> {
  return {
    entry,
    problem: (path, message, advice) => ({
      ...file.locate([list, index, ...path]),
      message: `${list}[${index}] (${entry.id || 'without id'}) ${message}`,
      advice,
    }),
  };
}

function checkUniqueIds({ facts, sources }: LocatedEntries): Problem[] {
  return [facts, sources].flatMap((entries: readonly Located<{ readonly id: string }>[]) => {
    const first = new Map<string, Problem>();
    return entries.flatMap(({ entry, problem }) => {
      const before = first.get(entry.id);
      if (before === undefined) first.set(entry.id, problem(['id'], '', ''));
      if (before === undefined || entry.id === '') return [];
      const advice = `it is taken at ${before.file}:${before.line}; give this one an id of its own`;
      return [problem(['id'], `has an id that is used twice: "${entry.id}"`, advice)];
    });
  });
}

function checkReferences({ facts, sources, withdrawn, complete }: LocatedEntries): Problem[] {
  const ids = { fact: facts.map(({ entry }) => entry.id), source: sources.map(({ entry }) => entry.id) };
  const gone = new Set(withdrawn.map(({ entry }) => entry.id));
  const known = { fact: new Set(ids.fact), source: new Set(ids.source) };

  return facts.flatMap(({ entry, problem }) => {
    const check = (kind: 'fact' | 'source', id: string, path: Path): Problem[] => {
      if (id === '') return [];
      if (kind === 'fact' && id === entry.id) {
        return [problem(path, `refers to itself in ${String(path[0])}`, 'remove this line')];
      }
      // What seems to be missing may stand in a file that can't be read.
      if (known[kind].has(id) || !complete) return [];
      if (kind === 'fact' && gone.has(id)) {
        return [problem(path, `refers to a fact that was withdrawn: "${id}"`, 'remove this reference')];
      }
      const guess = nearestName(id, ids[kind]);
      const advice = guess ? `did you mean "${guess}"?` : `add the ${kind} or correct the id`;
      return [problem(path, `refers to a ${kind} that does not exist: "${id}"`, advice)];
    };
    return [
      ...entry.citations.flatMap(({ source }, index) =>
        check('source', source, ['citations', index, 'source']),
      ),
      ...entry.conflictsWith.flatMap((id, index) => check('fact', id, ['conflictsWith', index])),
      ...check('fact', entry.supersededBy, ['supersededBy']),
    ];
  });
}

function checkSupersessionEnds({ facts }: LocatedEntries): Problem[] {
  const next = new Map(facts.map(({ entry }) => [entry.id, entry.supersededBy]));
  return facts.flatMap(({ entry, problem }) => {
    const chain = [entry.id];
    for (let id: string | undefined = entry.supersededBy; id; id = next.get(id)) {
      if (id === entry.id && chain.length > 1) {
        const circle = [...chain, id].join(' -> ');
        return [
          problem(
            ['supersededBy'],
            `is overtaken in a circle: ${circle}`,
            'only the older fact names the newer one',
          ),
        ];
      }
      if (chain.includes(id)) break;
      chain.push(id);
    }
    return [];
  });
}
