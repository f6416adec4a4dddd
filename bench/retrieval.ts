/**
 * How well the index and the ranking find documents that have nothing to do with the corpus:
 * `npm run bench:retrieval -- DIR`, DIR holding a data set in BEIR's format (corpus.jsonl, queries.jsonl,
 * qrels/test.tsv). Beside it, in the same run, plain MiniSearch with its default options.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { z } from 'zod';
import { buildCorpus } from '../src/knowledge/build-corpus.ts';
import { readQuestion } from '../src/knowledge/search/question.ts';
import { createReader } from '../src/knowledge/search/reader.ts';
import { createAnalyser } from '../src/knowledge/text/terms.ts';
import { meanOf, measureRanking, type RankingMeasures } from './ranking-measures.ts';

const documentSchema = z.object({ _id: z.string(), title: z.string().default(''), text: z.string() });
const depth = 10;

const directory = process.argv[2];
if (directory === undefined) {
  console.error('Usage: npm run bench:retrieval -- DIR   (corpus.jsonl, queries.jsonl, qrels/test.tsv)');
  process.exit(2);
}
const documents = await readLines(join(directory, 'corpus.jsonl'));
const judgements = readJudgements(await readFile(join(directory, 'qrels', 'test.tsv'), 'utf8'));
const queries = (await readLines(join(directory, 'queries.jsonl'))).filter(({ _id }) => judgements.has(_id));

const ours = createOurs();
const plain = createPlain();
console.log(`${documents.length} documents, ${queries.length} queries\n`);
console.log('                    nDCG@10  MRR@10  recall@10  P@1');
report('ours              ', ours);
report('plain MiniSearch  ', plain);

function createOurs(): (query: string) => readonly string[] {
  const corpus = buildCorpus(
    [
      {
        id: 'documents',
        subject: {
          sources: [{ id: 'source', publisher: 'Data set', url: 'https://example.org/', language: 'en' }],
          withdrawn: [],
          facts: documents.map(({ _id, title, text }) => ({
            id: _id,
            kind: 'event' as const,
            title: title || text,
            statement: text,
            asOf: '2000',
            conflictsWith: [],
            corrections: [],
            questions: [],
            tags: [],
            citations: [{ source: 'source' }],
          })),
        },
      },
    ],
    [],
    { name: 'a data set', scope: '', outOfScope: [] },
  );
  const reader = createReader([...corpus.facts.values()], createAnalyser([]));
  return (query) =>
    reader.ranker.rank(readQuestion(query, reader.analyser, reader.vocabulary)).map(({ fact }) => fact.id);
}

function createPlain(): (query: string) => readonly string[] {
  const index = new MiniSearch({ fields: ['title', 'text'], idField: '_id' });
  index.addAll(documents);
  return (query) => index.search(query).map(({ id }) => id as string);
}

function report(name: string, search: (query: string) => readonly string[]): void {
  const measured = queries.map(({ _id, text }) =>
    measureRanking(search(text).slice(0, depth), judgements.get(_id) ?? new Map(), depth),
  );
  const mean = (of: keyof RankingMeasures) => meanOf(measured.map((one) => one[of])).toFixed(3);
  console.log(
    `${name}  ${mean('ndcg')}    ${mean('reciprocalRank')}   ${mean('recall')}      ${mean('precisionAtOne')}`,
  );
}

async function readLines(path: string): Promise<z.infer<typeof documentSchema>[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => documentSchema.parse(JSON.parse(line)));
}

/** Relevance by query and document; lines are query, document and score, the first line is a heading. */
function readJudgements(text: string): Map<string, Map<string, number>> {
  const judged = new Map<string, Map<string, number>>();
  for (const line of text.split('\n').slice(1)) {
    const [query, document, score] = line.trim().split('\t');
    if (query === undefined || document === undefined || !(Number(score) > 0)) continue;
    judged.set(query, (judged.get(query) ?? new Map()).set(document, Number(score)));
  }
  return judged;
}
