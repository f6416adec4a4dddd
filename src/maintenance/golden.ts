import { readFile } from 'node:fs/promises';
import type { Knowledge } from '../knowledge/index.ts';
import { type GoldenQuestion, goldenSchema } from '../knowledge/schema.ts';
import { parseYamlFile, readAs, type YamlFile } from '../knowledge/yaml-file.ts';

/**
 * What became of a golden question. lead: a fact that answers it leads or, for several questions in one breath, all
 * stand there; beside: one stands in the answer, but another leads; missed: an answer without it; refused: no answer.
 */
export type Outcome = 'lead' | 'beside' | 'missed' | 'refused';

export interface GoldenFile {
  readonly file: YamlFile;
  readonly questions: readonly GoldenQuestion[];
  readonly problems: ReturnType<typeof readAs>['problems'];
}

/** Reads golden questions; undefined when the file does not exist. */
export async function readGolden(path: string): Promise<GoldenFile | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  const file = parseYamlFile(path, text);
  const { value, problems } = readAs(file, goldenSchema);
  return { file, questions: value?.questions ?? [], problems };
}

export interface Judgement {
  readonly outcome: Outcome;
  /** Whether the outcome is the one that is wanted: the right lead or, for an unanswerable question, a refusal. */
  readonly isRight: boolean;
  /** Ids of the facts shown, the lead first. */
  readonly shown: readonly string[];
  readonly confidence: number;
}

/** Asks a golden question, after the one before it if there is one, and compares. */
export function judge(golden: GoldenQuestion, knowledge: Knowledge): Judgement {
  const answer = knowledge.answer(golden.ask, { after: leadBefore(golden, knowledge) });
  const shown = answer.status === 'answered' ? answer.facts.map(({ fact }) => fact.id) : [];
  const outcome = outcomeOf(shown, golden);
  const isRight = outcome === (golden.expect === 'unanswered' ? 'refused' : 'lead');
  return { outcome, isRight, shown, confidence: answer.confidence };
}

/** The fact that led the answer to the question before. */
export function leadBefore({ after }: GoldenQuestion, knowledge: Knowledge): string | undefined {
  const before = after === undefined ? undefined : knowledge.answer(after);
  return before?.status === 'answered' ? before.facts[0].fact.id : undefined;
}

function outcomeOf(shown: readonly string[], { expect, all }: GoldenQuestion): Outcome {
  const [lead] = shown;
  if (lead === undefined) return 'refused';
  if (expect === 'unanswered') return 'missed';
  if (all === true) return expect.every((id) => shown.includes(id)) ? 'lead' : 'missed';
  if (expect.includes(lead)) return 'lead';
  return shown.some((id) => expect.includes(id)) ? 'beside' : 'missed';
}
