import type { Knowledge } from '../knowledge/index.ts';
import type { Day, NotedQuestion } from '../storage/storage.ts';
import { weakBelow } from './desk.ts';
import { type Gap, rankGaps, type TermsOf } from './gaps.ts';

const mostNearest = 3;

/** A gap with the facts that come nearest to it, nearest first. */
export interface LocatedGap extends Gap {
  readonly nearest: readonly { readonly id: string; readonly title: string; readonly subject: string }[];
}

export interface Gaps {
  readonly gaps: readonly LocatedGap[];
  /** How many noted questions the corpus, as it is now, answers well; they are left out. */
  readonly answered: number;
}

/** What people asked and found no good answer to, grouped by likeness, the most wanted first. */
export function findGaps(
  noted: readonly NotedQuestion[],
  {
    knowledge,
    termsOf,
    day,
  }: { readonly knowledge: Knowledge; readonly termsOf: TermsOf; readonly day: Day },
): Gaps {
  const open = noted.filter((question) => !isAnsweredBy(knowledge, question));
  const gaps = rankGaps(open, { termsOf, day }).map((gap) => {
    const { ranked } = knowledge.explain(gap.questions[0].text);
    const nearest = ranked.slice(0, mostNearest);
    return { ...gap, nearest: nearest.map(({ fact: { id, title, subject } }) => ({ id, title, subject })) };
  });
  return { gaps, answered: noted.length - open.length };
}

/** A contested answer does not get better by itself. */
function isAnsweredBy(knowledge: Knowledge, { text, outcome }: NotedQuestion): boolean {
  const { status, confidence } = knowledge.answer(text);
  return outcome !== 'contested' && status === 'answered' && confidence >= weakBelow;
}
