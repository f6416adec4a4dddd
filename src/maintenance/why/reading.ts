import type { Explanation } from '../../knowledge/index.ts';
import { readQuestion, splitClauses } from '../../knowledge/search/question.ts';
import type { Reader } from '../../knowledge/search/reader.ts';

/** How the words of a question were taken. */
export interface Reading {
  /** The part of the text that was taken for the question, when it is not the whole. */
  readonly clause: string | undefined;
  /** Misspelt words, and the known words that they were taken for. */
  readonly corrections: readonly { readonly typed: string; readonly taken: string }[];
  readonly terms: readonly ReadTerm[];
}

export interface ReadTerm {
  readonly words: string;
  readonly term: string;
  /** How much it tells one fact from another. */
  readonly weight: number;
  /** "name", "function word", "in no fact" …; empty for a plain word. */
  readonly note: string;
}

/** Retraces how a question was read. */
export function readAgain(
  text: string,
  { question }: Explanation,
  { analyser, vocabulary, ranker }: Reader,
): Reading {
  const reads = (part: string) => wordsOf(readQuestion(part, analyser, vocabulary)) === wordsOf(question);
  const clause = reads(text) ? undefined : splitClauses(text).find(reads);
  const corrections = analyser.words(clause ?? text).flatMap((typed) => {
    const taken = vocabulary.mend(typed);
    return taken === typed ? [] : [{ typed, taken }];
  });
  const firstLeanedOn = question.terms.length - question.contextLength;
  const terms = question.terms.map((term, index) => {
    const isOwn = index < firstLeanedOn;
    const notes = [
      isOwn ? '' : 'said before',
      term.isFunctionWord ? 'function word' : '',
      term.isName ? 'name' : '',
      term.isPart && isOwn ? 'part of a name or expression' : '',
      term.isCorrected ? 'corrected' : '',
      term.text === question.focus?.text ? 'asked for' : '',
      ranker.table.numberOf(term.text) === undefined ? 'in no fact' : '',
    ];
    return {
      words: term.words,
      term: term.text,
      weight: ranker.table.weigh(term),
      note: notes.filter(Boolean).join(', '),
    };
  });
  return { clause, corrections, terms };
}

/** What identifies a reading: its own words, without those that it leans on. */
function wordsOf({ words }: Explanation['question']): string {
  return words.join(' ');
}
