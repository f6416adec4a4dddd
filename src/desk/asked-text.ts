import { fold, toPlainLine } from '../knowledge/text/clean.ts';

/** Longest question that is kept, in characters. */
const longestQuestion = 200;

/** Whatever may name a person, a page, an account or a secret. */
const personal: readonly RegExp[] = [
  // As platforms write mentions and links: <@U123>, <#C1|general>, <!here>, <https://example.org|text>.
  /<(?:[@#!:]|https?:|mailto:|tel:)[^>]*>/giu,
  /(?:https?:\/\/|(?<![\p{L}\p{N}])www\.)\S+/giu,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+/gu,
  // A token or a key, which nobody would ask about.
  /\S{30,}/gu,
];

/** Digits with what may part them in numbers of telephones, accounts and cards. */
const digitRun = /\+?\d(?:[ ().-]{0,2}\d){6,}/gu;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** The text without what may name a person, a page, an account or a secret. */
function withoutPersonal(text: string): string {
  const cleaned = personal.reduce((rest, pattern) => rest.replace(pattern, ' '), toPlainLine(text));
  return toPlainLine(cleaned.replace(digitRun, (run) => (isoDate.test(run) ? run : ' ')));
}

/** A remark as one line, without what may name a person, an account or a secret; addresses of pages stay. */
export function cleanNote(note: string): string {
  const parts = toPlainLine(note).split(/(https?:\/\/\S+)/iu);
  return toPlainLine(parts.map((part, index) => (index % 2 === 1 ? part : withoutPersonal(part))).join(' '));
}

/**
 * A question in the form in which it is counted: folded, without what may name anybody, without punctuation at its ends,
 * at most 200 characters. Undefined when no word is left.
 */
export function normaliseQuestion(question: string): string | undefined {
  // Without apostrophes and accents a text may hold an address that was none before.
  const text = withoutPersonal(fold(withoutPersonal(question)))
    .slice(0, longestQuestion)
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');
  return /\p{L}/u.test(text) ? text : undefined;
}
