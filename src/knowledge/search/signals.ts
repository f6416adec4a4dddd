import type { Phrase, Profile } from './profile.ts';
import type { Question } from './question.ts';
import type { TermTable } from './term-table.ts';

/** What speaks for a fact as the answer to a question; each between 0 and 1. */
export interface Signals {
  /** The index's score, as a share of the best one for this question. */
  readonly index: number;
  /** Likeness to the nearest way of asking for the fact: weighted Dice coefficient of their words. */
  readonly phrase: number;
  /** Largest weighted share of a way of asking that the question holds. */
  readonly recall: number;
  /** Weighted share of the question's words that the fact holds anywhere. */
  readonly coverage: number;
  /** Share of the ways of asking for the fact that ask for the same kind of thing (who, when, how much …). */
  readonly kind: number;
  /** Share of the question's names that the fact holds; 1 if it has none. */
  readonly names: number;
}

/** The words of a question, weighed against the facts. */
export interface WeighedQuestion {
  readonly kind: Question['kind'];
  /** Weight by number, of the words that some fact holds. */
  readonly asked: ReadonlyMap<number, number>;
  /** Weight of all its words. */
  readonly total: number;
  /** Numbers of its names; -1 for a name that no fact holds. */
  readonly names: readonly number[];
}

/** What counts for the kind of a question that does not show what it asks for, such as bare keywords. */
const unknownKind = 0.3;
/** A corrected word is a guess. */
const correctedShare = 0.8;

export function weighQuestion(question: Question, table: TermTable): WeighedQuestion {
  const asked = new Map<number, number>();
  let total = 0;
  for (const term of question.terms) {
    const weight = table.weigh(term);
    const number = table.numberOf(term.text);
    // A part only ever speaks for a fact: the whole stands beside it.
    if (!term.isPart) total += weight;
    if (number !== undefined) asked.set(number, term.isCorrected ? weight * correctedShare : weight);
  }
  const names = question.terms.filter(({ isName }) => isName).map(({ text }) => table.numberOf(text) ?? -1);
  return { kind: question.kind, asked, total, names };
}

export function measureSignals(profile: Profile, question: WeighedQuestion, index: number): Signals {
  const { asked, total, names, kind } = question;
  let phrase = 0;
  let recall = 0;
  let sameKind = 0;
  for (const one of profile.phrases) {
    const shared = sharedWeight(one, asked);
    const likeness = Math.min(1, (2 * shared) / (total + one.weight));
    phrase = Math.max(phrase, likeness);
    recall = Math.max(recall, shared / one.weight);
    if (one.kind === kind) sameKind += 1;
  }
  let covered = 0;
  for (const [term, weight] of asked) {
    if (profile.terms.has(term)) covered += weight;
  }
  return {
    index,
    phrase,
    recall,
    coverage: Math.min(1, covered / total),
    kind: kind === 'other' ? unknownKind : sameKind / profile.phrases.length,
    names: names.length === 0 ? 1 : names.filter((name) => profile.terms.has(name)).length / names.length,
  };
}

/** Whether the way of asking that is nearest to the question makes the assumption that the fact corrects. */
export function asksWithAssumption({ phrases }: Profile, { asked, total }: WeighedQuestion): boolean {
  if (!phrases.some(({ hasAssumption }) => hasAssumption)) return false;
  const likeness = (phrase: Phrase) => (2 * sharedWeight(phrase, asked)) / (total + phrase.weight);
  return phrases.reduce((a, b) => (likeness(b) > likeness(a) ? b : a)).hasAssumption;
}

function sharedWeight({ terms }: Phrase, asked: ReadonlyMap<number, number>): number {
  let shared = 0;
  for (const term of terms) shared += asked.get(term) ?? 0;
  return shared;
}
