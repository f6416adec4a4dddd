import { type CountedNoun, countNoun, type Language, type Localized } from '../bot/language.ts';
import { today } from '../desk/days.ts';
import type { Desk } from '../desk/desk.ts';
import { findGaps, type LocatedGap } from '../desk/find-gaps.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { formatDate } from '../knowledge/partial-date.ts';
import { contentOf } from '../knowledge/search/question.ts';
import type { Outcome, StoredFeedback } from '../storage/storage.ts';
import { createLines, type FactLine } from './fact-line.ts';

/** What people asked and said, for those who keep the facts; nothing in it says who. */
export interface Heard {
  gaps(language: Language): Promise<GapList>;
  /** By the fact that led the answer; what was called wrong most comes first. */
  feedback(language: Language): Promise<readonly FactFeedback[]>;
}

export interface GapList {
  /** The most wanted first. */
  readonly gaps: readonly GapLine[];
  /** How many noted questions the corpus answers well by now; they are left out. */
  readonly answered: number;
}

export interface GapLine {
  /** The number to call it by on the command line. */
  readonly id: number;
  /** Ways in which it was asked. */
  readonly questions: readonly [string, ...string[]];
  /** How often, where, when and with what outcome, in words. */
  readonly asked: string;
  readonly nearest: readonly FactLine[];
}

export interface FactFeedback {
  readonly id: string;
  /** Undefined when the fact is no longer in the corpus. */
  readonly fact: FactLine | undefined;
  readonly useful: number;
  readonly wrong: number;
  readonly notes: readonly { readonly date: string; readonly text: string }[];
}

/** @param current The knowledge in use at the moment of asking. */
export function createHeard(desk: Pick<Desk, 'questions' | 'feedback'>, current: () => Knowledge): Heard {
  return {
    gaps: async (language) => {
      const questions = await desk.questions();
      const knowledge = current();
      const found = findGaps(questions, { knowledge, termsOf: termsBy(knowledge), day: today() });
      const toLine = createLines(knowledge, language);
      return { ...found, gaps: found.gaps.map((gap) => toGapLine(gap, { knowledge, toLine, language })) };
    },
    feedback: async (language) => {
      const all = await desk.feedback();
      const knowledge = current();
      const toLine = createLines(knowledge, language);
      return [...Map.groupBy(all, ({ factIds: [lead = ''] }) => lead)]
        .map(([id, said]) => {
          const fact = knowledge.facts.get(id);
          return { id, fact: fact && toLine(fact), ...countFeedback(said, language) };
        })
        .sort((a, b) => b.wrong - a.wrong || b.useful - a.useful || a.id.localeCompare(b.id));
    },
  };
}

function termsBy(knowledge: Knowledge): (text: string) => ReadonlySet<string> {
  return (text) => {
    const { terms } = knowledge.explain(text).question;
    return new Set(contentOf({ terms }).map((term) => term.text));
  };
}

function toGapLine(
  { id, questions: [first, ...others], outcome, times, places, firstDay, lastDay, nearest }: LocatedGap,
  readers: {
    readonly knowledge: Knowledge;
    readonly toLine: (fact: NonNullable<ReturnType<Knowledge['facts']['get']>>) => FactLine;
    readonly language: Language;
  },
): GapLine {
  const { knowledge, toLine, language } = readers;
  const [from, to] = [formatDate(firstDay, language), formatDate(lastDay, language)];
  const parts = [
    countNoun(times, timeNoun)[language],
    countNoun(places, placeNoun)[language],
    from === to ? from : `${from} – ${to}`,
    outcomes[outcome][language],
  ];
  return {
    id,
    questions: [first.text, ...others.map(({ text }) => text)],
    asked: parts.join(' · '),
    nearest: nearest.flatMap(({ id }) => knowledge.facts.get(id) ?? []).map(toLine),
  };
}

function countFeedback(said: readonly StoredFeedback[], language: Language) {
  const wrong = said.filter(({ verdict }) => verdict === 'wrong');
  const notes = wrong.flatMap(({ day, note }) =>
    note === undefined ? [] : [{ date: formatDate(day, language), text: note }],
  );
  return { useful: said.length - wrong.length, wrong: wrong.length, notes };
}

const timeNoun: CountedNoun = { en: ['time', 'times'], uk: ['раз', 'рази', 'разів'] };
const placeNoun: CountedNoun = { en: ['place', 'places'], uk: ['місце', 'місця', 'місць'] };

const outcomes: Readonly<Record<Outcome, Localized>> = {
  unanswered: { en: 'no answer', uk: 'без відповіді' },
  weak: { en: 'an unsure answer', uk: 'непевна відповідь' },
  contested: { en: 'somebody called the answer wrong', uk: 'хтось назвав відповідь хибною' },
};
