import { isSmallTalk } from './small-talk.ts';
import { isCyrillic, ukrainianKinds } from './ukrainian.ts';

/** What kind of thing a question asks for. */
export type QuestionKind =
  | 'person'
  | 'time'
  | 'amount'
  | 'place'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'yes-no'
  | 'which'
  | 'advice'
  | 'opinion'
  | 'future'
  | 'instruction'
  | 'small-talk'
  | 'other';

/** Tried in order; the words are folded, see text/clean.ts. */
const patterns: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'instruction',
    /\b((ignore|forget|disregard|override) (all|any|your|the|my|previous|prior|every)|(system|hidden|initial|secret) (prompt|instructions?|message)|(pretend|imagine) (you|to be|youre)|you are (now|no longer)|youre now|act as|role ?play|jailbreak|developer mode|(make|write|invent) (up|me)|write (a|an|some) (poem|song|story|joke|essay|code|script|letter|haiku|limerick)|repeat after me|print (your|the)|reveal (your|the)|no sources? needed)\b/,
  ],
  [
    'advice',
    /\b((should|can|could|shall|may) (i|we|my)|(my|our) (firm|company|money|savings|job|boss|landlord|wife|husband|son|daughter)|(advise|recommend|suggest) (me|us))\b/,
  ],
  [
    'opinion',
    /\b(do (you|u)( \w+)? (like|love|hate|think|believe|find|prefer|support|trust|feel)|(you|u) personally|your (take|gut|honest)|if you were|would you (have|rather|sign|invest|vote)|(your|ur) (opinion|view|favou?rite)|(is|was|are) [\p{L} ]{1,30} (a (good|bad|great|terrible)|better|worse|stupid|smart|hot|evil|hero)\b|(was|were|is|are) [\p{L} ]{1,30} (right|wrong|justified) (to|about|in|when)\b|who (was|is|were) (right|wrong|to blame|lying)\b|(pick|choose) (a|your) side|whose side|rate (it|this|him|her|the)|out of (10|ten)\b)/u,
  ],
  [
    'future',
    /\b(will|wont|gonna|going to|predict|prediction|forecast|tomorrow|next (year|month|week|summer|winter|spring|autumn|decade))\b/,
  ],
  [
    'time',
    /\b(when|whens|what (date|day|year|month|time)|which (date|day|year|month)|how (long ago|soon)|since when|until when)\b/,
  ],
  [
    'amount',
    /\b(how (much|many|big|large|long|often|high|far|old)|what (share|percent|percentage|proportion|amount|number|size|fraction)|number of|size of)\b/,
  ],
  ['person', /\b(who|whos|whom|whose|which (person|politician|minister|company))\b/],
  ['place', /\b(where|wheres|what (place|city|town|region)|which (place|city|region))\b/],
  ['reason', /\b(why|whys|how come|what (for|reason|caused)|reason for)\b/],
  ['manner', /\b(how|hows)\b/],
  [
    'definition',
    /\b(what (is|are|was|were|does)( the| a| an)? [\p{L}\d -]{1,30}$|whats( a| an| the)? [\p{L}\d -]{1,30}$|define|definition|meaning|stand for)/u,
  ],
  [
    'yes-no',
    /^((so|but|and|hey|ok|wait|hi|well) )*(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isnt|arent|wasnt|didnt|doesnt|dont|hasnt)\b|\b(is it true|true that|really)\b/,
  ],
  ['which', /\b(which|what|whats)\b/],
];

const ukrainianPatterns = Object.entries(ukrainianKinds) as [QuestionKind, RegExp][];

/** @param words The question's folded words. */
export function questionKind(words: readonly string[]): QuestionKind {
  if (isSmallTalk(words)) return 'small-talk';
  if (words.some(isCyrillic)) {
    const spaced = ` ${words.join(' ')} `;
    return ukrainianPatterns.find(([, pattern]) => pattern.test(spaced))?.[0] ?? 'other';
  }
  const text = words.join(' ');
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
