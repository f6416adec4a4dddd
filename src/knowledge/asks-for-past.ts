import type { Fact } from './corpus.ts';
import type { Question } from './search/question.ts';
import type { RankedFact } from './search/ranking.ts';

/** Words by which people say that they mean what was once proposed or so, not what holds; folded. */
const wordsOfThen =
  /^(drafts?|versions?|propos(al|als|ed)|leaked|original(ly)?|initial(ly)?|earlier|previous(ly)?|early|чернет\p{L}*|проє?кт\p{L}*|версі\p{L}*|пропоз\p{L}*|спочатку|початков\p{L}*|попередн\p{L}*|раніш\p{L}*)$/u;

/** Words for what somebody was after at the time, whatever came of it. */
const wishesOfThen = /^(wanted|wanting|demanded|sought|hoped|intended|хоті\p{L}*|вимага\p{L}*)$/u;
const wishes = /^(want|demand|seek|hope|intend)$/;

/**
 * Whether a question asks for a fact as it was, though another has overtaken it: it names a draft, a proposal or the
 * month of that fact and not of the later one, asks what somebody wanted then, or when an event took place, which
 * nothing undoes.
 */
export function asksForPast({ words, terms, kind }: Question, older: RankedFact, later: Fact): boolean {
  if (kind === 'time' && older.fact.kind === 'event') return true;
  if (words.includes(monthOf(older.fact)) && !words.includes(monthOf(later))) return true;
  if (words.some((word) => wishesOfThen.test(word) || (wishes.test(word) && words.includes('did'))))
    return true;
  return terms.some((term) => wordsOfThen.test(term.words) && older.holds(term.text));
}

/** The month of its date in the form that questions have it; no word at all if the date is a year. */
function monthOf({ asOf }: Fact): string {
  return `month-${asOf.slice(5, 7)}`;
}
