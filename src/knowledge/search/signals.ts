import type { Asking, Phrase, Profile, Profiles } from './profile.ts';
import type { Question } from './question.ts';
import { shareOfPairs, shareOfWords, type WeighedWording } from './wording.ts';

/** What speaks for a fact as the answer to a question; each between 0 and 1. */
export interface Signals {
  /** The index's score, as a share of the best one for this question. */
  readonly index: number;
  /** Likeness to the nearest way of asking for the fact: weighted Dice coefficient of their words. */
  readonly phrase: number;
  /** Mean likeness to the nearest three ways of asking for it; one that is not there is unlike. */
  readonly phrases: number;
  /** Largest weighted share of a way of asking that the question holds. */
  readonly recall: number;
  /** Weighted share of the question's words that the fact holds anywhere. */
  readonly coverage: number;
  /** Weighted share of the question's content words that the fact holds as they are written. */
  readonly words: number;
  /** Share of the pairs of neighbouring words in the question that stand so in the fact. */
  readonly pairs: number;
  /** In what share of the ways of asking for the fact a word of the question occurs, on weighted average. */
  readonly usage: number;
  /** Share of the ways of asking for the fact that ask for the same kind of thing (who, when, how much …). */
  readonly kind: number;
  /** Share of the question's names that the fact holds; 1 if it has none. */
  readonly names: number;
  /** How likely the fact is asked for in these words by all that is asked of the facts, beside the likeliest one. */
  readonly likelihood: number;
}

/** The words of a question, weighed against the facts. */
export interface WeighedQuestion {
  readonly isUkrainian: boolean;
  readonly kind: Question['kind'];
  /** Numbers of the words that some fact holds. */
  readonly asked: ReadonlySet<number>;
  /** Their weights by number; 0 for what is not asked. */
  readonly weights: Float64Array;
  /** Weight of all its words. */
  readonly total: number;
  readonly wording: WeighedWording;
  /** Numbers of its names; -1 for a name that no fact holds. */
  readonly names: readonly number[];
}

/** What counts for the kind of a question that does not show what it asks for, such as bare keywords. */
const unknownKind = 0.3;
/** How many of the nearest ways of asking are averaged. */
const nearestPhrases = 3;
/** A corrected word is a guess. */
const correctedShare = 0.8;

export function weighQuestion(
  question: Question,
  { table, wordings }: Pick<Profiles, 'table' | 'wordings'>,
): WeighedQuestion {
  const asked = new Set<number>();
  const weights = new Float64Array(table.size);
  let total = 0;
  for (const term of question.terms) {
    const weight = table.weigh(term);
    const number = table.numberOf(term.text);
    // A part only ever speaks for a fact: the whole stands beside it.
    if (!term.isPart) total += weight;
    if (number === undefined) continue;
    asked.add(number);
    weights[number] = term.isCorrected ? weight * correctedShare : weight;
  }
  const names = question.terms.filter(({ isName }) => isName).map(({ text }) => table.numberOf(text) ?? -1);
  const wording = wordings.weigh(question.words);
  return { isUkrainian: question.isUkrainian, kind: question.kind, asked, weights, total, wording, names };
}

/** @param beside What only means something beside the other facts that were found. */
export function measureSignals(
  profile: Profile,
  question: WeighedQuestion,
  beside: Pick<Signals, 'index' | 'likelihood'>,
): Signals {
  const { asked, weights, total, names, kind } = question;
  const { phrases, usage, kinds } = askingFor(profile, question);
  const nearest = new Array<number>(nearestPhrases).fill(0);
  let recall = 0;
  for (const phrase of phrases) {
    const shared = sharedWeight(phrase, weights);
    insertSorted(nearest, Math.min(1, (2 * shared) / (total + phrase.weight)));
    recall = Math.max(recall, shared / phrase.weight);
  }
  let covered = 0;
  let used = 0;
  for (const term of asked) {
    if (!profile.terms.has(term)) continue;
    const weight = weights[term] ?? 0;
    covered += weight;
    used += weight * (usage.get(term) ?? 0);
  }
  const [phrase = 0] = nearest;
  return {
    ...beside,
    phrase,
    phrases: nearest.reduce((sum, likeness) => sum + likeness, 0) / nearestPhrases,
    recall: Math.min(1, recall),
    coverage: Math.min(1, covered / total),
    words: shareOfWords(profile.wording, question.wording),
    pairs: shareOfPairs(profile.wording, question.wording),
    usage: Math.min(1, used / total),
    kind: kind === 'other' ? unknownKind : (kinds.get(kind) ?? 0),
    names: names.length === 0 ? 1 : names.filter((name) => profile.terms.has(name)).length / names.length,
  };
}

/** Puts a value into its place among descending ones, and drops the last. */
function insertSorted(values: number[], value: number): void {
  for (let at = 0; at < values.length; at += 1) {
    if (value > (values[at] ?? 0)) {
      values.splice(at, 0, value);
      values.pop();
      return;
    }
  }
}

/** The ways of asking in the language of the question; English ones where there are no others. */
function askingFor(profile: Profile, { isUkrainian }: WeighedQuestion): Asking {
  return (isUkrainian ? profile.ukrainian : undefined) ?? profile.english;
}

/** Whether the way of asking that is nearest to the question makes the assumption that the fact corrects. */
export function asksWithAssumption(profile: Profile, { weights, total }: WeighedQuestion): boolean {
  const { phrases } = profile.english;
  if (!phrases.some(({ hasAssumption }) => hasAssumption)) return false;
  const likeness = (phrase: Phrase) => (2 * sharedWeight(phrase, weights)) / (total + phrase.weight);
  return phrases.reduce((a, b) => (likeness(b) > likeness(a) ? b : a)).hasAssumption;
}

function sharedWeight({ terms }: Phrase, weights: Float64Array): number {
  let shared = 0;
  for (const term of terms) shared += weights[term] ?? 0;
  return shared;
}
