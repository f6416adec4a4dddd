import type { Analyser } from '../text/terms.ts';
import type { Question } from './question.ts';
import { createSearchIndex } from './search-index.ts';
import type { TermTable } from './term-table.ts';

/** How like a question is to those that are known to have no answer; likenesses are between 0 and 1. */
export interface UnansweredLikeness {
  /** To the nearest of them: weighted Dice coefficient of their words. */
  readonly nearest: number;
  /** Mean of the nearest three. */
  readonly nearestThree: number;
}

const averaged = 3;
/** How many of the index's hits are looked at closely. */
const candidateCount = 30;

/** Compares questions with those that are known to have no answer. */
export function createUnansweredLikeness(
  asked: readonly string[],
  analyser: Analyser,
  table: TermTable,
): (question: Question) => UnansweredLikeness {
  const known = asked.map((text) => {
    const terms = analyser.analyse(text).filter(({ isPart }) => !isPart);
    const weights = new Map(terms.map((term) => [term.text, table.weigh(term)]));
    return { weights, total: sumOf(weights.values()) };
  });
  const index = createSearchIndex(
    known.map(({ weights }, id) => ({
      id: String(id),
      title: '',
      questions: [...weights.keys()].join(' '),
      ukrainian: '',
      rest: '',
    })),
  );
  return ({ terms }) => {
    const own = terms.filter(({ isPart }) => !isPart);
    const content = own.filter(({ isFunctionWord }) => !isFunctionWord);
    const hits = index.search((content.length > 0 ? content : own).map(({ text }) => text));
    const total = sumOf(own.map((term) => table.weigh(term)));
    const likenesses = hits
      .slice(0, candidateCount)
      .map(({ id }) => {
        const other = known[Number(id)];
        const shared = sumOf(own.map(({ text }) => other?.weights.get(text) ?? 0));
        return Math.min(1, (2 * shared) / (total + (other?.total ?? 0)));
      })
      .sort((a, b) => b - a);
    return {
      nearest: likenesses[0] ?? 0,
      nearestThree: sumOf(likenesses.slice(0, averaged)) / averaged,
    };
  };
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
