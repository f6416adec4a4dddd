import type { Fact } from './corpus.ts';
import type { Question } from './search/question.ts';
import type { RankedFact } from './search/ranking.ts';

/** Words by which people say that they mean what was once proposed or so, not what holds; folded. */
const wordsOfThen =
  /^(drafts?|versions?|propos(al|als|ed)|leaked|original(ly)?|initial(ly)?|earlier|previous(ly)?|early|чернет\p{L}*|проє?кт\p{L}*|версі\p{L}*|пропоз\p{L}*|спочатку|початков\p{L}*|попередн\p{L}*|раніш\p{L}*)$/u;

/** Words for what somebody was after at the time, whatever came of it. */
const wishesOfThen = /^(wanted|wanting|demanded|sought|hoped|intended|хоті\p{L}*|вимага\p{L}*)$/u;
const wishes = /^(want|demand|seek|hope|intend)$/;

/** What happened, was said or was claimed stays so, whatever came after; a term or a figure does not. */
const lastingKinds: ReadonlySet<Fact['kind']> = new Set(['event', 'claim', 'position']);
/** Words by which people ask what was, in Ukrainian by the endings of verbs, and what holds. */
const pastTense =
  /^(did|didnt|was|wasnt|were|werent|had|asked|said|told|wrote|called|offered|tried|pushed|complained|reported|put|paused|stopped|cut|banned|\p{L}{2,}([аиу]в|[аиуі](ла|ло|ли)))$/u;
const presentTense =
  /^(now|today|still|currently|current|final|signed|yet|anymore|зараз|тепер|досі|сьогодні)$/u;

/**
 * Whether a question asks for a fact as it was, though another has overtaken it: it names a draft, a proposal or the
 * month of that fact and not of the later one, asks what somebody wanted then, when an event took place or, in the past
 * tense, for what happened or was said, which nothing undoes.
 */
export function asksForPast({ words, terms, kind }: Question, older: RankedFact, later: Fact): boolean {
  if (kind === 'time' && older.fact.kind === 'event') return true;
  if (lastingKinds.has(older.fact.kind) && isInPastTense(words)) return true;
  if (words.includes(monthOf(older.fact)) && !words.includes(monthOf(later))) return true;
  if (words.some((word) => wishesOfThen.test(word) || (wishes.test(word) && words.includes('did'))))
    return true;
  return terms.some((term) => wordsOfThen.test(term.words) && older.holds(term.text));
}

function isInPastTense(words: readonly string[]): boolean {
  return words.some((word) => pastTense.test(word)) && !words.some((word) => presentTense.test(word));
}

/** The month of its date in the form that questions have it; no word at all if the date is a year. */
function monthOf({ asOf }: Fact): string {
  return `month-${asOf.slice(5, 7)}`;
}
