import { basename } from 'node:path';
import { StartupError } from '../errors.ts';
import { buildCorpus } from './build-corpus.ts';
import { type ChartEntry, chartsSchema } from './chart-schema.ts';
import { checkChartReferences } from './charts.ts';
import type { Corpus } from './corpus.ts';
import { namesNoSubject, readYamlFiles } from './corpus-files.ts';
import { formatProblem, type Problem, sortProblems } from './problem.ts';
import { type LocatedEntries, locateEntries, structuralRules } from './rules.ts';
import {
  type GlossaryEntry,
  glossarySchema,
  subjectSchema,
  topicSchema,
  unansweredSchema,
} from './schema.ts';
import { parseYamlFile, readAs, type YamlFile } from './yaml-file.ts';

/** All that was read from a folder, whether or not it makes a corpus. */
export interface CorpusReading {
  readonly located: LocatedEntries;
  readonly glossary: readonly GlossaryEntry[];
  readonly glossaryFile: YamlFile | undefined;
  readonly charts: readonly ChartEntry[];
  readonly chartsFile: YamlFile | undefined;
  /** Questions that are known to have no answer. */
  readonly unanswered: readonly string[];
  readonly unansweredFile: YamlFile | undefined;
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
  const chartsFile = files.get('charts');
  const charts = chartsFile && readAs(chartsFile, chartsSchema);
  const readings = [...files]
    .filter(([id]) => !namesNoSubject.has(id))
    .map(([id, file]) => ({ id, file, ...readAs(file, subjectSchema) }));
  const located = locateEntries(readings.map(({ file }) => file));

  const problems = [
    ...[glossary, about, unanswered, charts, ...readings].flatMap((reading) => reading?.problems ?? []),
    ...structuralRules.flatMap((rule) => rule(located)),
    // What seems missing may stand in a file that is not even YAML.
    ...(chartsFile !== undefined && located.complete
      ? checkChartReferences(
          chartsFile,
          located.facts.map(({ entry }) => entry.id),
        )
      : []),
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
    charts: charts?.value?.charts ?? [],
    chartsFile,
    unanswered: unanswered?.value?.questions ?? [],
    unansweredFile,
    problems,
    corpus:
      problems.length === 0
        ? {
            ...buildCorpus(subjects, entries, topic, charts?.value),
            unanswered: unanswered?.value?.questions ?? [],
          }
        : undefined,
    version,
  };
}
