import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.ts';
import type { Knowledge } from './index.ts';

/** In memory only, and gone with the version of the corpus: many people ask the same in the same words. */
const mostAnswers = 2_000;
/** In characters; what is longer is hardly asked twice. */
const longestQuestion = 300;

/** The same knowledge, which answers at once what it was asked lately in the same words. */
export function rememberAnswers(knowledge: Knowledge): Knowledge {
  const remembered = new LRUCache<string, Answer>({ max: mostAnswers });
  return {
    ...knowledge,
    answer: (question, options = {}) => {
      if (question.length > longestQuestion) return knowledge.answer(question, options);
      const key = JSON.stringify([question, options.after]);
      const answer = remembered.get(key) ?? knowledge.answer(question, options);
      remembered.set(key, answer);
      return answer;
    },
  };
}
