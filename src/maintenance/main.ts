import { relative } from 'node:path';
import { corpusDirectory, loadEnvironment } from '../config.ts';
import { StartupError, UserError } from '../errors.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { openStorage } from '../storage/index.ts';
import { checkCorpus } from './check.ts';
import { listFeedback } from './feedback.ts';
import { dismissGap, listGaps, stubGap } from './gaps/gaps.ts';
import { writeJsonSchemas } from './json-schema.ts';

const usage = `Usage: npm run corpus -- check    report every problem of the corpus and its golden questions
       npm run corpus -- schema   write the JSON Schemas for editors
       npm run corpus -- gaps     list what people asked and found no good answer to
       npm run corpus -- gaps stub <number> [topic]   begin a fact for one of them
       npm run corpus -- gaps dismiss <number>        leave one out until it is asked again
       npm run corpus -- feedback list what people said of answers

CORPUS_DIR names another corpus; its golden questions stand in ../test/questions.yaml beside it.`;

const environment = loadEnvironment();
const tasks: Readonly<Record<string, (directory: string, rest: readonly string[]) => Promise<number>>> = {
  check,
  schema,
  gaps,
  feedback,
};

const [name = '', ...rest] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) && (name === 'gaps' || rest.length === 0) ? tasks[name] : undefined;
try {
  process.exitCode = task === undefined ? explainUsage() : await task(corpusDirectory(environment), rest);
} catch (error) {
  if (error instanceof UserError) {
    console.error(`${error.message}\n${error.nextStep}`);
    process.exitCode = 2;
  } else if (error instanceof StartupError) {
    console.error([error.message, ...error.problems].join('\n'));
    process.exitCode = 1;
  } else throw error;
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

async function gaps(directory: string, [action, id = '', topic]: readonly string[]): Promise<number> {
  const isKnown = action === undefined || ((action === 'stub' || action === 'dismiss') && /^\d+$/.test(id));
  if (!isKnown) return explainUsage();
  const storage = await openStorage(environment);
  const run = (): Promise<string> => {
    if (action === 'stub') return stubGap(directory, storage, { id: Number(id), topic });
    return action === 'dismiss' ? dismissGap(directory, storage, Number(id)) : listGaps(directory, storage);
  };
  console.log(await run().finally(() => storage.close()));
  return 0;
}

async function feedback(directory: string): Promise<number> {
  const storage = await openStorage(environment);
  console.log(await listFeedback(directory, storage).finally(() => storage.close()));
  return 0;
}

function explainUsage(): number {
  console.error(name === '' ? usage : `There is no task "${[name, ...rest].join(' ')}".\n\n${usage}`);
  return 2;
}
