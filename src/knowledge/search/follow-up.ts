import { countContent, type Question } from './question.ts';

/** Words that stand for something said before, in English and Ukrainian; folded, see text/clean.ts. */
const pronouns = new Set(
  `it its they them their theirs he him his she her hers this that these those there one ones
  він його йому ним вона її їй нею воно вони їх їм їхній їхня їхнє їхні цей ця це ці цього цієї цих той та те ті того там`
    .trim()
    .split(/\s+/),
);

/** A question of fewer content words than this may lean on what was said before even without a pronoun. */
const fewWords = 3;

/** Whether a question may only make sense after the one before it: "and when was it ratified?", "who is he?". */
export function isFollowUp(question: Question): boolean {
  if (question.kind === 'small-talk') return false;
  return (
    countContent(question) < fewWords || question.terms.some(({ words }) => pronouns.has(words.toLowerCase()))
  );
}
