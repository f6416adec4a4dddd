import { type QuestionKind, questionKind } from '../text/question-kind.ts';
import type { Analyser, Term } from '../text/terms.ts';
import { isCyrillic } from '../text/ukrainian.ts';
import { isPronoun } from './pronouns.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A question as the search sees it. */
export interface Question {
  readonly kind: QuestionKind;
  /** Whether it is in Cyrillic letters, as far as it is in words. */
  readonly isUkrainian: boolean;
  readonly terms: readonly QuestionTerm[];
  /** Its folded words, corrected, in their order. */
  readonly words: readonly string[];
  /** How many content words it leans on that were not said in it but before. */
  readonly contextLength: number;
  /** The thing asked for, where the question names it: "pages" in "how many pages has the text". */
  readonly focus: Term | undefined;
}

export interface QuestionTerm extends Term {
  /** Whether the word was misspelt and stands here as the known word nearest to it. */
  readonly isCorrected: boolean;
}

/** Longer questions are read up to here; nobody's question needs more. */
const longestQuestion = 4_000;
const mostWords = 120;

/** Whom a text is addressed to, as people and platforms write it: @anna, <@123>, <!here>. It is no part of the question. */
const mentions = /<[@#!][^>]{0,80}>|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+/gu;

/** What people begin with before they ask; folded. */
const openings = new Set('ok okay okey thanks thx hi hello hey yo lol hmm ок окей дякую привіт'.split(' '));

/** The words without those of a set that they begin with, unless there are no others. */
function withoutLeading(words: readonly string[], leading: ReadonlySet<string>): readonly string[] {
  const start = words.findIndex((word) => !leading.has(word));
  return words.slice(Math.max(0, start));
}

/** Reads a question; words that the vocabulary does not hold are corrected where a known one is near. */
export function readQuestion(text: string, analyser: Analyser, vocabulary: Vocabulary): Question {
  const written = analyser.words(text.slice(0, longestQuestion).replace(mentions, ' '));
  const words = withoutLeading(written, openings).slice(0, mostWords);
  const corrections = new Set<string>();
  const corrected = words.map((word) => {
    const better = vocabulary.mend(word);
    if (better !== word) corrections.add(better);
    return better;
  });
  const terms = analyser.termsOf(corrected);
  const focus = findFocus(terms.filter(({ isPart }) => !isPart));
  const unique = new Map(
    terms.toSorted((a, b) => Number(b.isPart) - Number(a.isPart)).map((term) => [term.text, term]),
  );
  return {
    kind: questionKind(words),
    isUkrainian: 2 * words.filter(isCyrillic).length > words.filter((word) => /^\p{L}/u.test(word)).length,
    words: corrected,
    contextLength: 0,
    focus,
    terms: [...unique.values()].map((term) => ({
      ...term,
      isCorrected: term.words.split(' ').some((word) => corrections.has(word)),
    })),
  };
}

/** The question with what was said before, words that only ever speak for a fact, in place of what stood for it. */
export function withContext(question: Question, context: readonly Term[]): Question {
  const own = new Set(question.terms.map(({ text }) => text));
  const added = context.filter(({ text, isFunctionWord }) => !isFunctionWord && !own.has(text));
  return {
    ...question,
    contextLength: added.length,
    terms: [
      ...question.terms.filter(({ words }) => !isPronoun(words)),
      ...added.map((term) => ({ ...term, isPart: true, isCorrected: false })),
    ],
  };
}

/** Shorter questions are read as a whole only. */
const longQuestion = 7;
const mostClauses = 6;
const clauseEnd =
  /[.?!;:…\n]+|,\s|\s[-–—&+]\s|\b(?:and|but|so|because)\b|(?<=\s)(?:і|й|та|а|але|бо|тому)(?=\s)/u;

/**
 * The clauses of a long question, each of at least three words: what people tell before they ask, and questions in
 * one breath, would hide each other. Empty for a short question.
 */
export function splitClauses(text: string): string[] {
  const start = text.slice(0, longestQuestion);
  if (start.trim().split(/\s+/).length < longQuestion) return [];
  const clauses = start.split(clauseEnd).map((clause) => clause.trim());
  const whole = clauses.filter((clause) => clause.split(/\s+/).length >= 3);
  return clauses.length === 1 ? [] : whole.slice(0, mostClauses);
}

/** How many words of a question say what it is about. */
export function countContent(question: Pick<Question, 'terms'>): number {
  return contentOf(question).length;
}

/** The terms of a text that say what it is about. */
export function contentOf<T extends Term>({ terms }: { readonly terms: readonly T[] }): T[] {
  return terms.filter(({ isFunctionWord, isPart }) => !isFunctionWord && !isPart);
}

const askingWords = new Set(
  `who whos whom whose when whens where wheres why whys what whats which how hows
  is isnt are arent was wasnt were do does doesnt did didnt has have had can could will would should
  хто кого кому ким коли де куди звідки чому навіщо що чого який яка яке які якого якої яких скільки як чи`
    .trim()
    .split(/\s+/),
);
/** What a question may begin with, in front of the question word. */
const leadIns = new Set(
  'and but so then also please pls tell me us explain скажи скажіть розкажи поясни а і та ще'.split(' '),
);
/** The question word is one of so many first words after that: "in which …". */
const latestStart = 2;

/** Whether it begins as a question, unlike "the man who …". */
export function startsAsking({ words }: Pick<Question, 'words'>): boolean {
  return withoutLeading(words, leadIns)
    .slice(0, latestStart)
    .some((word) => askingWords.has(word));
}

const asksForNoun = new Set(['what', 'whats', 'which', 'whose', 'many', 'much']);
/** Between the question word and the thing asked for stand at most this many function words: "what is the name". */
const longestGap = 3;

function findFocus(terms: readonly Term[]): Term | undefined {
  const start = terms.findIndex(({ words }, index) =>
    words === 'how'
      ? !isFollowedBy(terms, index, ['do', 'does', 'did', 'is', 'are', 'was', 'will', 'can', 'come'])
      : words === 'who' || words === 'whos'
        ? true
        : asksForNoun.has(words),
  );
  if (start < 0) return undefined;
  const rest = terms.slice(start + 1);
  const distance = rest.findIndex(({ isFunctionWord }) => !isFunctionWord);
  const isPerson = terms[start]?.words.startsWith('whos') || terms[start]?.words === 'who';
  if (isPerson && !['is', 'was', 'the', 'are'].includes(rest[0]?.words ?? '')) return undefined;
  return distance >= 0 && distance <= longestGap ? rest[distance] : undefined;
}

function isFollowedBy(terms: readonly Term[], index: number, words: readonly string[]): boolean {
  return words.includes(terms[index + 1]?.words ?? '');
}
