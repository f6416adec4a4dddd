import type { CitedFact } from './answer.ts';
import type { Fact, NonEmpty } from './corpus.ts';
import type { Explanation } from './index.ts';
import { toPlainLine } from './text/clean.ts';

/**
 * How a sentence compares with the fact nearest to it. agrees: the fact holds all its figures and dates; differs: the
 * fact has other figures of the same sort; bears: the fact is about the same thing, and there is no figure to compare;
 * uncovered: no fact bears on it. Never true or false: the corpus may not hold all there is to know.
 */
export type Comparison = 'agrees' | 'differs' | 'bears' | 'uncovered';

export interface CheckedSentence {
  /** The sentence, as one line without control characters. */
  readonly quote: string;
  readonly comparison: Comparison;
  /** The fact nearest to it, and what stands against that; empty if no fact bears on it. */
  readonly facts: readonly CitedFact[];
}

/** What the check needs of the knowledge. */
interface Reader {
  explain(text: string): Explanation;
  /** The facts to show for a ranking, with their citations. */
  select(top: Fact, found: Explanation): NonEmpty<CitedFact>;
  /** The figures of a text, as terms. */
  figuresOf(text: string): readonly string[];
}

const longestMessage = 6_000;
const mostSentences = 5;
/** Below this confidence a sentence is not taken to be about the fact nearest to it. */
const bearsFrom = 0.3;
/** A sentence touches the subject when it holds at least this share of known words, and a name or a figure. */
const touchesFrom = 0.35;

/**
 * Sets the facts beside each sentence of a message that touches the subject.
 * @returns The first sentences that do, and how many more there are; none if nothing touches it.
 */
export function checkMessage(
  message: string,
  reader: Reader,
): { readonly sentences: readonly CheckedSentence[]; readonly more: number } {
  const checked = splitSentences(message.slice(0, longestMessage)).flatMap((quote) => {
    const sentence = checkSentence(quote, reader);
    return sentence === undefined ? [] : [sentence];
  });
  return { sentences: checked.slice(0, mostSentences), more: Math.max(0, checked.length - mostSentences) };
}

function checkSentence(quote: string, reader: Reader): CheckedSentence | undefined {
  const found = reader.explain(quote);
  const { ranked, confidence, question, signals } = found;
  const figures = reader.figuresOf(quote);
  const [top] = ranked;
  if (top === undefined || (confidence < bearsFrom && signals.unknown > 1 - touchesFrom)) return undefined;
  if (confidence < bearsFrom) {
    const isSpecific = figures.length > 0 || question.terms.filter(({ isName }) => isName).length > 1;
    return isSpecific ? { quote, comparison: 'uncovered', facts: [] } : undefined;
  }
  const facts = reader.select(top.fact, found);
  return { quote, comparison: compare(figures, facts, reader), facts };
}

function compare(figures: readonly string[], facts: NonEmpty<CitedFact>, reader: Reader): Comparison {
  if (figures.length === 0) return 'bears';
  const [lead] = facts;
  const known = new Set(reader.figuresOf(`${lead.fact.statement} ${lead.fact.title}`));
  if (figures.every((figure) => known.has(figure))) return 'agrees';
  const sorts = new Set([...known].map(sortOf));
  return figures.some((figure) => !known.has(figure) && sorts.has(sortOf(figure))) ? 'differs' : 'bears';
}

/** Only figures of one sort can agree or differ. */
function sortOf(figure: string): string {
  if (figure.endsWith('%')) return 'share';
  if (/^\d\d-\d\d$/.test(figure)) return 'day';
  if (/^(19|20)\d\d$/.test(figure)) return 'year';
  return Number(figure) >= 1e6 ? 'amount' : 'count';
}

function splitSentences(message: string): string[] {
  return message
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map(toPlainLine)
    .filter((sentence) => sentence.split(' ').length >= 3);
}
