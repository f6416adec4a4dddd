import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StartupError } from '../errors.ts';
import { type Measure, measuresSchema } from './measure-schema.ts';
import { formatProblem, type Problem, sortProblems } from './problem.ts';
import { type LocatedEntries, locateEntries, structuralRules } from './rules.ts';
import {
  type FactEntry,
  type GlossaryEntry,
  glossarySchema,
  type Source,
  type Subject,
  subjectSchema,
  type Topic,
  topicSchema,
  unansweredSchema,
  type WithdrawnEntry,
} from './schema.ts';
import { parseYamlFile, readAs, type YamlFile } from './yaml-file.ts';

/** Files of a corpus that hold no facts. */
const namesNoSubject: ReadonlySet<string> = new Set(['glossary', 'measures', 'topic', 'unanswered']);

export type NonEmpty<T> = readonly [T, ...T[]];

/** claimed: it is worded as somebody's claim or position; disputed: another fact, not just a claim, says otherwise. */
export type Standing = 'established' | 'claimed' | 'disputed' | 'superseded';

/** A fact with all that the corpus knows of it: its sources, and its relations seen from both sides. */
export interface Fact extends FactEntry {
  /** The file it stands in, without ending: its topic. */
  readonly subject: string;
  /** Its place among the facts of that file, from 0. */
  readonly position: number;
  readonly standing: Standing;
  readonly sources: NonEmpty<Source>;
  /** Ids of the facts that say otherwise, whichever side names the conflict; those it names itself come first. */
  readonly conflicts: readonly string[];
  /** Ids of the older facts that this one has overtaken. */
  readonly supersedes: readonly string[];
}

/** A fact that was taken out; its id stays taken. */
export interface WithdrawnFact extends WithdrawnEntry {
  /** The topic that it stood in. */
  readonly subject: string;
}

export interface CorpusTopic {
  readonly id: string;
  readonly title: string;
  /** The same in Ukrainian. */
  readonly uk?: { readonly title: string };
}

export interface Corpus {
  readonly about: Topic;
  readonly glossary: readonly GlossaryEntry[];
  /** In the order of their file, which is the order of the charts. */
  readonly measures: readonly Measure[];
  /** Questions that are known to have no answer in it. */
  readonly unanswered: readonly string[];
  readonly topics: readonly CorpusTopic[];
  readonly facts: ReadonlyMap<string, Fact>;
  /** The facts of each topic, in the order of its file. */
  readonly bySubject: ReadonlyMap<string, readonly Fact[]>;
  readonly withdrawn: readonly WithdrawnFact[];
}

/** All that was read from a folder, whether or not it makes a corpus. */
export interface CorpusReading {
  readonly located: LocatedEntries;
  readonly glossary: readonly GlossaryEntry[];
  readonly glossaryFile: YamlFile | undefined;
  /** What keeps the corpus from being used. */
  readonly problems: readonly Problem[];
  /** Undefined when there are problems. */
  readonly corpus: Corpus | undefined;
  /** Tells one state of the files from another: 12 hexadecimal digits. */
  readonly version: string;
}

/**
 * Loads the corpus of a folder.
 * @throws StartupError that lists every problem, when there is any.
 */
export async function loadCorpus(directory: string): Promise<Corpus> {
  const { corpus, problems } = await readCorpus(directory);
  if (corpus !== undefined) return corpus;
  throw new StartupError(
    `The corpus in ${directory} can't be used:`,
    sortProblems(problems).map(formatProblem),
  );
}

/**
 * Reads and checks all YAML files of a folder.
 * @param parse May remember what it parsed before, or take an edit for what a file holds.
 * @throws StartupError when the folder itself can't be read or holds no subject file.
 */
export async function readCorpus(
  directory: string,
  parse: typeof parseYamlFile = parseYamlFile,
): Promise<CorpusReading> {
  const { files, version } = await readYamlFiles(directory, parse);
  const glossaryFile = files.get('glossary');
  const topicFile = files.get('topic');
  const unansweredFile = files.get('unanswered');
  const glossary = glossaryFile && readAs(glossaryFile, glossarySchema);
  const unanswered = unansweredFile && readAs(unansweredFile, unansweredSchema);
  const about = topicFile && readAs(topicFile, topicSchema);
  const measuresFile = files.get('measures');
  const measures = measuresFile && readAs(measuresFile, measuresSchema);
  const readings = [...files]
    .filter(([id]) => !namesNoSubject.has(id))
    .map(([id, file]) => ({ id, file, ...readAs(file, subjectSchema) }));
  const located = locateEntries(
    readings.map(({ file }) => file),
    measuresFile,
  );

  const problems = [
    ...[glossary, about, measures, unanswered, ...readings].flatMap((reading) => reading?.problems ?? []),
    ...structuralRules.flatMap((rule) => rule(located)),
  ];
  const subjects = readings.flatMap(({ id, value }) => (value ? [{ id, subject: value }] : []));
  const entries = glossary?.value?.entries ?? [];
  const topic = about?.value ?? {
    name: basename(directory),
    scope: 'The facts of this corpus.',
    outOfScope: [],
  };
  return {
    located,
    glossary: entries,
    glossaryFile,
    problems,
    corpus:
      problems.length === 0
        ? {
            ...buildCorpus(subjects, entries, topic, measures?.value?.measures),
            unanswered: unanswered?.value?.questions ?? [],
          }
        : undefined,
    version,
  };
}

/** Puts parsed subjects together; their references must hold. */
export function buildCorpus(
  subjects: readonly { readonly id: string; readonly subject: Subject }[],
  glossary: readonly GlossaryEntry[],
  about: Topic,
  measures: readonly Measure[] = [],
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
  return {
    about,
    glossary,
    measures,
    unanswered: [],
    topics: subjects.map(({ id, subject: { title, uk } }) => ({
      id,
      title: title ?? titleFromName(id),
      ...(uk === undefined ? {} : { uk }),
    })),
    facts: new Map(facts),
    bySubject: Map.groupBy(
      facts.map(([, fact]) => fact),
      ({ subject }) => subject,
    ),
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

async function readYamlFiles(
  directory: string,
  parse: typeof parseYamlFile,
): Promise<{ readonly files: Map<string, YamlFile>; readonly version: string }> {
  let names: string[];
  try {
    names = (await readdir(directory)).filter((name) => /\.ya?ml$/.test(name)).sort();
  } catch (error) {
    throw new StartupError(`The corpus folder ${directory} can't be read:`, [
      `${(error as NodeJS.ErrnoException).code}: set CORPUS_DIR to a folder that holds <subject>.yaml files`,
    ]);
  }
  const texts = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(directory, name), 'utf8') })),
  );
  const files = texts.map(({ name, text }): [string, YamlFile] => [
    name.replace(/\.ya?ml$/, ''),
    parse(join(directory, name), text),
  ]);
  if (files.every(([id]) => namesNoSubject.has(id))) {
    throw new StartupError(`The corpus folder ${directory} holds no subject:`, [
      'add at least one <subject>.yaml with sources: and facts:, or set CORPUS_DIR to the right folder',
    ]);
  }
  const version = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12);
  return { files: new Map(files), version };
}
