/**
 * How well the golden questions are answered: `npm run bench:answers`. They are split in halves by fact; only the
 * tuning half may be looked at when something is tuned, and the reporting half is what is quoted.
 *   -- --fit     fits the confidence model on the tuning half and prints its constants
 *   -- --tuning  lists the failures of the tuning half only
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { corpusDirectory, loadEnvironment } from '../src/config.ts';
import { loadCorpus } from '../src/knowledge/corpus.ts';
import { createKnowledge } from '../src/knowledge/index.ts';
import type { GoldenQuestion } from '../src/knowledge/schema.ts';
import { type Judgement, judge, readGolden } from '../src/maintenance/golden.ts';
import { fitConfidence } from './fit-confidence.ts';
import { fitRanking } from './fit-ranking.ts';

interface Judged extends Judgement {
  readonly golden: GoldenQuestion;
}

const { values } = parseArgs({
  options: { fit: { type: 'boolean', default: false }, tuning: { type: 'boolean', default: false } },
});
const directory = corpusDirectory(loadEnvironment());
const knowledge = createKnowledge(await loadCorpus(directory));
const golden = await readGolden(resolve(directory, '..', 'test', 'questions.yaml'));
if (golden === undefined || golden.problems.length > 0)
  throw new Error('run "npm run corpus -- check" first');

const halves = Map.groupBy(golden.questions, halfOf);
const tuning = halves.get('tuning') ?? [];

if (values.fit) {
  console.log(fitRanking(tuning, knowledge));
  console.log(fitConfidence(tuning, knowledge));
} else {
  for (const name of values.tuning ? (['tuning'] as const) : (['tuning', 'reporting'] as const)) {
    report(
      name,
      (halves.get(name) ?? []).map((one) => ({ golden: one, ...judge(one, knowledge) })),
    );
  }
}

/** By the fact that is asked for, so that all its questions fall on one side; refusals by their text. */
function halfOf({ ask, expect }: GoldenQuestion): 'tuning' | 'reporting' {
  const key = expect === 'unanswered' ? ask : expect[0];
  return (createHash('sha256')
    .update(key ?? '')
    .digest()[0] ?? 0) %
    2 ===
    0
    ? 'tuning'
    : 'reporting';
}

function report(name: string, judged: readonly Judged[]): void {
  const answerable = judged.filter(({ golden }) => golden.expect !== 'unanswered');
  const unanswerable = judged.filter(({ golden }) => golden.expect === 'unanswered');
  const share = (of: readonly Judged[], hits: (one: Judged) => boolean) =>
    `${((100 * of.filter(hits).length) / of.length).toFixed(1)} %`;

  console.log(`\n== ${name} half: ${answerable.length} answerable, ${unanswerable.length} unanswerable`);
  for (const { golden, outcome, shown, confidence, isRight } of judged) {
    if (isRight) continue;
    const wanted = golden.expect === 'unanswered' ? 'no answer' : golden.expect.join(', ');
    console.log(
      `${outcome.padEnd(8)} ${confidence.toFixed(2)}  ${golden.ask}\n    wanted ${wanted}; shown ${shown.join(', ') || 'nothing'}`,
    );
  }
  for (const [of, title] of [
    [answerable, 'all'],
    [answerable.filter(({ golden }) => golden.near !== true), 'in words of their own'],
  ] as const) {
    console.log(`-- ${of.length} answerable, ${title}`);
    console.log(`lead correct              ${share(of, ({ outcome }) => outcome === 'lead')}`);
    console.log(
      `right fact shown          ${share(of, ({ outcome }) => outcome === 'lead' || outcome === 'beside')}`,
    );
    console.log(`answerable refused        ${share(of, ({ outcome }) => outcome === 'refused')}`);
  }
  console.log(`-- ${unanswerable.length} unanswerable`);
  console.log(`unanswerable refused      ${share(unanswerable, ({ outcome }) => outcome === 'refused')}`);
}
