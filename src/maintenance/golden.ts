import { readFile } from 'node:fs/promises';
import type { Knowledge } from '../knowledge/index.ts';
import { type GoldenQuestion, goldenSchema } from '../knowledge/schema.ts';
import { parseYamlFile, readAs, type YamlFile } from '../knowledge/yaml-file.ts';

/**
 * What became of a golden question. lead: its fact leads; beside: its fact stands in the answer, but another leads;
 * missed: an answer without its fact; refused: no answer.
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
  const { expect } = golden;
  const answer = knowledge.answer(golden.ask, { after: leadBefore(golden, knowledge) });
  const shown = answer.status === 'answered' ? answer.facts.map(({ fact }) => fact.id) : [];
  const wanted = expect === 'unanswered' ? [] : expect.slice(0, golden.all === true ? undefined : 1);
  const outcome = outcomeOf(shown, wanted);
  const isRight = outcome === (wanted.length === 0 ? 'refused' : 'lead');
  return { outcome, isRight, shown, confidence: answer.confidence };
}

/** The fact that led the answer to the question before. */
export function leadBefore({ after }: GoldenQuestion, knowledge: Knowledge): string | undefined {
  const before = after === undefined ? undefined : knowledge.answer(after);
  return before?.status === 'answered' ? before.facts[0].fact.id : undefined;
}

function outcomeOf(shown: readonly string[], wanted: readonly string[]): Outcome {
  if (shown.length === 0) return 'refused';
  if (wanted.length === 0 || !wanted.every((id) => shown.includes(id))) return 'missed';
  return shown[0] === wanted[0] || wanted.length > 1 ? 'lead' : 'beside';
}
