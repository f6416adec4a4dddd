import type { Knowledge } from '../../knowledge/index.ts';
import type { GoldenQuestion } from '../../knowledge/schema.ts';
import { judge } from '../golden.ts';

/** A golden question that is answered otherwise than before. */
export interface AnswerChange {
  readonly ask: string;
  /** The facts that led and stood beside; empty for a refusal. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** gained: right now, wrong before; lost: the other way round; changed: as right or wrong as before. */
  readonly verdict: 'gained' | 'lost' | 'changed';
}

/** Asks every golden question of two versions. */
export function compareAnswers(
  questions: readonly GoldenQuestion[],
  before: Knowledge,
  after: Knowledge,
): AnswerChange[] {
  return questions.flatMap((golden) => {
    const [was, is] = [judge(golden, before), judge(golden, after)];
    if (was.isRight === is.isRight && was.shown.join() === is.shown.join()) return [];
    const verdict = was.isRight === is.isRight ? 'changed' : is.isRight ? 'gained' : 'lost';
    return [{ ask: golden.ask, before: was.shown, after: is.shown, verdict }];
  });
}
