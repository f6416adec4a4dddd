/**
 * Start-up, time per question and heap: `npm run bench:speed`. Ours is the whole answer, from the typed text to the
 * facts with their citations; beside it, in turn and over the same texts, plain MiniSearch's search alone with its
 * default options.
 */
import { resolve } from 'node:path';
import MiniSearch from 'minisearch';
import { corpusDirectory, loadEnvironment } from '../src/config.ts';
import type { Corpus } from '../src/knowledge/corpus.ts';
import { createKnowledge } from '../src/knowledge/index.ts';
import { loadCorpus } from '../src/knowledge/read-corpus.ts';
import { readGolden } from '../src/maintenance/golden.ts';
import { createSyntheticCorpus } from './synthetic-corpus.ts';

const questionCount = 2_000;
/** Plain MiniSearch takes most of a second for each question over 100,000 facts. */
const questionCountOfLargest = 40;
const directory = corpusDirectory(loadEnvironment());
const golden = await readGolden(resolve(directory, '..', 'test', 'questions.yaml'));
const startOfLoad = performance.now();
const real = await loadCorpus(directory);
console.log(`Reading and checking the corpus: ${(performance.now() - startOfLoad).toFixed(0)} ms\n`);

const asked = (golden?.questions ?? []).map(({ ask }) => ask).filter((ask) => ask !== '');
measure('this corpus', real, asked.slice(0, questionCount));
for (const factCount of [1_000, 10_000, 100_000]) {
  const { corpus, questions } = createSyntheticCorpus(
    factCount,
    factCount === 100_000 ? questionCountOfLargest : questionCount,
  );
  measure(`${factCount.toLocaleString('en')} facts`, corpus, questions);
}

function measure(name: string, corpus: Corpus, questions: readonly string[]): void {
  const ours = build(() => {
    const knowledge = createKnowledge(corpus);
    return (question: string) => knowledge.answer(question);
  });
  const plain = build(() => {
    const index = new MiniSearch({ fields: ['title', 'questions', 'statement', 'tags'] });
    index.addAll(
      [...corpus.facts.values()].map(({ id, title, questions, statement, tags }) => ({
        id,
        title,
        questions: questions.join('\n'),
        statement,
        tags: tags.join(' '),
      })),
    );
    return (question: string) => index.search(question);
  });
  for (const question of questions.slice(0, questions.length / 5)) {
    ours.run(question);
    plain.run(question);
  }
  const times = { ours: [] as number[], plain: [] as number[] };
  for (const question of questions) {
    times.ours.push(time(() => ours.run(question)));
    times.plain.push(time(() => plain.run(question)));
  }
  console.log(`${name}, ${questions.length} questions`);
  console.log(`  whole answer      ${describe(ours, times.ours)}`);
  console.log(`  plain MiniSearch  ${describe(plain, times.plain)}\n`);
}

interface Built {
  readonly run: (question: string) => unknown;
  readonly buildMs: number;
  readonly heapMb: number;
}

function build(create: () => (question: string) => unknown): Built {
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const start = performance.now();
  const run = create();
  const buildMs = performance.now() - start;
  globalThis.gc?.();
  return { run, buildMs, heapMb: (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20 };
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function describe({ buildMs, heapMb }: Built, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => `${(sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(3)} ms`;
  return `p50 ${at(0.5)}  p99 ${at(0.99)}  build ${buildMs.toFixed(0)} ms  heap ${heapMb.toFixed(1)} MB`;
}
