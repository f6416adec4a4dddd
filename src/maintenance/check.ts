import { resolve } from 'node:path';
import { createKnowledge } from '../knowledge/index.ts';
import { type Problem, sortProblems } from '../knowledge/problem.ts';
import type { CorpusReading } from '../knowledge/read-corpus.ts';
import { createAnalyser } from '../knowledge/text/terms.ts';
import { checkCharts } from './chart-rules.ts';
import { readEdited } from './edited-corpus.ts';
import { editorialRules } from './editorial-rules.ts';
import { checkGlossary } from './glossary-rules.ts';
import { type GoldenFile, judge, readGolden } from './golden.ts';
import { historyRules, latestToday } from './history-rules.ts';
import { checkUnanswered } from './unanswered-rules.ts';

export interface CheckResult {
  readonly problems: readonly Problem[];
  /** What was checked, for a closing line. */
  readonly counts: { readonly facts: number; readonly sources: number; readonly goldenQuestions: number };
}

/** Where the golden questions of a corpus stand: in the folder test beside it. */
export function goldenPath(directory: string): string {
  return resolve(directory, '..', 'test', 'questions.yaml');
}

export interface CheckOptions {
  /** Texts to check instead of what files of the folder hold, by file name: an edit before it is saved. */
  readonly edited?: ReadonlyMap<string, string> | undefined;
  /** Dates after this day are mistakes. */
  readonly today?: string;
}

/**
 * Every problem of a corpus and of its golden questions, in the order of files and lines.
 * @throws StartupError when the folder can't be read.
 */
export async function checkCorpus(
  directory: string,
  { edited, today = latestToday() }: CheckOptions = {},
): Promise<CheckResult> {
  const reading = await readEdited(directory, edited);
  const golden = await readGolden(goldenPath(directory));
  const glossary = reading.glossary;
  const analyser = createAnalyser(glossary);
  const statements = new Map(reading.located.facts.map(({ entry }) => [entry.id, entry.statement]));
  const problems = [
    ...reading.problems,
    ...editorialRules(analyser).flatMap((rule) => rule(reading.located)),
    ...historyRules(today).flatMap((rule) => rule(reading.located)),
    ...checkGlossary(glossary, reading.glossaryFile),
    ...checkUnanswered(reading.unanswered, reading.located, reading.unansweredFile),
    ...checkCharts(reading.charts, reading.chartsFile, { statements, analyser }),
    ...(golden === undefined ? [] : [...golden.problems, ...checkGolden(golden, reading)]),
  ];
  return {
    problems: sortProblems(problems),
    counts: {
      facts: reading.located.facts.length,
      sources: reading.located.sources.length,
      goldenQuestions: golden?.questions.length ?? 0,
    },
  };
}

/** Golden questions that name no fact, or that no longer find theirs; asked only of a corpus that can be used. */
function checkGolden({ file, questions }: GoldenFile, { corpus, located }: CorpusReading): Problem[] {
  const ids = new Set(located.facts.map(({ entry }) => entry.id));
  const dangling = questions.flatMap(({ expect }, index) =>
    (expect === 'unanswered' ? [] : expect).flatMap((id, at) =>
      ids.has(id)
        ? []
        : [
            {
              ...file.locate(['questions', index, 'expect', at]),
              message: `questions[${index}] expects a fact that does not exist: "${id}"`,
              advice: 'correct the id, or remove the question with its fact',
            },
          ],
    ),
  );
  if (corpus === undefined) return dangling;
  const knowledge = createKnowledge(corpus);
  const changed = questions.flatMap((golden, index) => {
    const { outcome, shown } = judge(golden, knowledge);
    const isFound =
      golden.expect === 'unanswered' ? outcome === 'refused' : outcome === 'lead' || outcome === 'beside';
    if (isFound === (golden.knownMiss !== true)) return [];
    const place = file.locate(['questions', index, 'ask']);
    if (isFound) {
      const message = `questions[${index}] is marked knownMiss, but gets what it expects`;
      return [{ ...place, message, advice: 'remove knownMiss' }];
    }
    const wanted = golden.expect === 'unanswered' ? 'no answer' : `"${golden.expect[0]}"`;
    const got = shown.length === 0 ? 'no answer' : shown.join(', ');
    return [
      {
        ...place,
        message: `questions[${index}] "${golden.ask.slice(0, 80)}" should get ${wanted}, but gets ${got}`,
        advice: 'add this way of asking to the questions of its fact, or a word to the glossary',
      },
    ];
  });
  return [...dangling, ...changed];
}
