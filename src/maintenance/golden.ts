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

/** Asks a golden question and compares. */
export function judge({ ask, expect }: GoldenQuestion, knowledge: Knowledge): Judgement {
  const answer = knowledge.answer(ask);
  const shown = answer.status === 'answered' ? answer.facts.map(({ fact }) => fact.id) : [];
  const wanted = expect === 'unanswered' ? undefined : expect[0];
  const outcome = outcomeOf(shown, wanted);
  const isRight = outcome === (wanted === undefined ? 'refused' : 'lead');
  return { outcome, isRight, shown, confidence: answer.confidence };
}

function outcomeOf(shown: readonly string[], wanted: string | undefined): Outcome {
  if (shown.length === 0) return 'refused';
  if (wanted === undefined || !shown.includes(wanted)) return 'missed';
  return shown[0] === wanted ? 'lead' : 'beside';
}
