import { isPronoun } from './pronouns.ts';
import { countContent, type Question } from './question.ts';

/** A question of fewer content words than this may lean on what was said before even without a pronoun. */
const fewWords = 3;

/** Whether a question may only make sense after the one before it: "and when was it ratified?", "who is he?". */
export function isFollowUp(question: Question): boolean {
  if (question.kind === 'small-talk') return false;
  return countContent(question) < fewWords || question.terms.some(({ words }) => isPronoun(words));
}
