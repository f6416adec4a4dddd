/**
 * How well the golden questions are answered: `npm run bench:answers`. They are split in halves by fact; only the
 * tuning half may be looked at when something is tuned, and the reporting half is what is quoted.
 *   -- --tuning       lists the failures of the tuning half only
 *   -- --fit          fits ranking and confidence on the tuning half and prints their constants
 *   -- --ablate       what each signal is worth: fitted without it on one half, measured on the other
 *   -- --calibration  how often answers are right at each confidence
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { corpusDirectory, loadEnvironment } from '../src/config.ts';
import type { Corpus, Fact } from '../src/knowledge/corpus.ts';
import { createKnowledge } from '../src/knowledge/index.ts';
import { loadCorpus } from '../src/knowledge/read-corpus.ts';
import type { GoldenQuestion } from '../src/knowledge/schema.ts';
import { judge, readGolden } from '../src/maintenance/golden.ts';
import { renderAblation } from './ablation.ts';
import { renderReport } from './answer-report.ts';
import { renderCalibration } from './calibration.ts';
import { bestThreshold, confidenceBy, fitConfidence, namesOf } from './fit-confidence.ts';
import { fitRanking, rankingSignalNames } from './fit-ranking.ts';
import { type Observation, observe } from './observations.ts';

const option = { type: 'boolean', default: false } as const;
const { values } = parseArgs({
  options: { tuning: option, fit: option, ablate: option, calibration: option },
});
const directory = corpusDirectory(loadEnvironment());
const corpus = await loadCorpus(directory);
const knowledge = createKnowledge(corpus);
const golden = await readGolden(resolve(directory, '..', 'test', 'questions.yaml'));
if (golden === undefined || golden.problems.length > 0)
  throw new Error('run "npm run corpus -- check" first');

const halves = Map.groupBy(golden.questions, halfOf);
const tuning = halves.get('tuning') ?? [];
const reporting = halves.get('reporting') ?? [];

if (values.fit) console.log(renderFit());
else if (values.ablate) {
  const few = createKnowledge({ ...thinOut(corpus, 3), unanswered: [] });
  const reported = [
    { name: 'this corpus', sort: 'listed', observations: observe(reporting, knowledge) },
    { name: 'three questions a fact', sort: 'unlisted', observations: observe(reporting, few) },
  ] as const;
  console.log(renderAblation(observeForFit(), reported));
} else if (values.calibration) console.log(renderCalibration(observe(reporting, knowledge)));
else {
  console.log(renderHalf('tuning', tuning));
  if (!values.tuning) console.log(renderHalf('reporting', reporting));
}

/** By the fact that is asked for, so that all its questions fall on one side; refusals by their text. */
function halfOf({ ask, expect }: GoldenQuestion): 'tuning' | 'reporting' {
  const key = expect === 'unanswered' ? ask : (expect[0] ?? '');
  const [byte = 0] = createHash('sha256').update(key).digest();
  return byte % 2 === 0 ? 'tuning' : 'reporting';
}

function renderHalf(name: string, questions: readonly GoldenQuestion[]): string {
  return renderReport(
    name,
    questions.map((one) => ({ golden: one, ...judge(one, knowledge) })),
  );
}

/** Other corpora have fewer ways of asking, and new facts fewer than old ones: the fit is to hold for them, too. */
function observeForFit(): Record<keyof typeof namesOf, Observation[]> {
  const withList = [corpus, thinOut(corpus, 12), thinOut(corpus, 4, { everyOther: true })];
  const withoutList = [corpus, thinOut(corpus, 6), thinOut(corpus, 3)].map((one) => ({
    ...one,
    unanswered: [],
  }));
  const observeEach = (all: readonly Corpus[]) => all.flatMap((one) => observe(tuning, createKnowledge(one)));
  return { listed: observeEach(withList), unlisted: observeEach(withoutList) };
}

/** The corpus with only so many ways of asking for each fact, or for every other one, in each language. */
function thinOut(full: Corpus, questionCount: number, { everyOther = false } = {}): Corpus {
  const facts = [...full.facts].map(([id, fact], at): [string, Fact] => {
    if (everyOther && at % 2 === 0) return [id, fact];
    const questions = fact.questions.slice(0, questionCount);
    const uk = fact.uk && { ...fact.uk, questions: fact.uk.questions.slice(0, questionCount) };
    return [id, { ...fact, questions, uk }];
  });
  return { ...full, facts: new Map(facts) };
}

function renderFit(): string {
  const observations = observeForFit();
  const list = (names: readonly string[], numbers: readonly number[], digits: number) =>
    names.map((name, i) => `${name}: ${(numbers[i] ?? 0).toFixed(digits)}`).join(', ');
  const models = (['listed', 'unlisted'] as const).map((sort) => {
    const model = fitConfidence(observations[sort], namesOf[sort]);
    const threshold = bestThreshold(observations[sort], confidenceBy(model, namesOf[sort]));
    const weights = list(namesOf[sort], model.weights, 2);
    return `${sort}: { intercept: ${model.intercept.toFixed(2)}, weights: { ${weights} } }, // threshold ${threshold.toFixed(2)}`;
  });
  const weights = fitRanking([...observations.listed, ...observations.unlisted]);
  return [`rankingWeights: { ${list(rankingSignalNames, weights, 3)} }`, ...models].join('\n');
}
