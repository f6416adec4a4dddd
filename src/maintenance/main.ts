import { relative } from 'node:path';
import { corpusDirectory, loadEnvironment } from '../config.ts';
import { StartupError } from '../errors.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { checkCorpus } from './check.ts';
import { writeJsonSchemas } from './json-schema.ts';

const usage = `Usage: npm run corpus -- check    report every problem of the corpus and its golden questions
       npm run corpus -- schema   write the JSON Schemas for editors

CORPUS_DIR names another corpus; its golden questions stand in ../test/questions.yaml beside it.`;

const tasks: Readonly<Record<string, (directory: string) => Promise<number>>> = { check, schema };

const [name = '', ...rest] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) && rest.length === 0 ? tasks[name] : undefined;
try {
  process.exitCode = task === undefined ? explainUsage() : await task(corpusDirectory(loadEnvironment()));
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error([error.message, ...error.problems].join('\n'));
  process.exitCode = 1;
}

async function check(directory: string): Promise<number> {
  const { problems, counts } = await checkCorpus(directory);
  for (const problem of problems) {
    const near = relative(process.cwd(), problem.file);
    console.log(formatProblem({ ...problem, file: near.startsWith('..') ? problem.file : near }));
  }
  const what = `${counts.facts} facts, ${counts.sources} sources, ${counts.goldenQuestions} golden questions`;
  console.log(
    problems.length === 0 ? `The corpus is sound: ${what}.` : `\n${problems.length} problems in ${what}.`,
  );
  return problems.length === 0 ? 0 : 1;
}

async function schema(directory: string): Promise<number> {
  for (const path of await writeJsonSchemas(directory)) console.log(relative(process.cwd(), path));
  return 0;
}

function explainUsage(): number {
  console.error(name === '' ? usage : `There is no task "${[name, ...rest].join(' ')}".\n\n${usage}`);
  return 2;
}
