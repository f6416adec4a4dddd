import type { Day, NotedQuestion, Outcome } from '../storage/storage.ts';
import { daysBetween } from './days.ts';

/** Questions that are alike, the most wanted first. */
export interface Gap {
  /** Id of the first question; stays the same from one listing to the next unless another overtakes it. */
  readonly id: number;
  readonly questions: readonly [NotedQuestion, ...NotedQuestion[]];
  readonly outcome: Outcome;
  /** How often they were asked. */
  readonly times: number;
  /** At how many servers, workspaces and conversations. */
  readonly places: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** A maintainer took care of it on this day; since then it was asked again. */
  readonly handledOn: Day | undefined;
  /** See `halfLifeDays`. */
  readonly weight: number;
}

/** What tells whether two questions are alike: their terms. */
export type TermsOf = (text: string) => ReadonlySet<string>;

/** A place counts for half as much when it asked last so many days ago. However often it asks, it counts once. */
const halfLifeDays = 30;
/** Questions that share at least this share of their terms are alike. */
const alike = 0.5;

/** Groups questions by likeness and ranks the groups by how many places asked, and how lately. */
export function rankGaps(
  questions: readonly NotedQuestion[],
  { termsOf, day }: { readonly termsOf: TermsOf; readonly day: Day },
): Gap[] {
  const open = questions
    .filter(isOpen)
    .map((question) => ({ question, terms: termsOf(question.text), weight: weigh([question], day) }))
    .sort((a, b) => b.weight - a.weight || a.question.id - b.question.id);
  const groups: {
    readonly terms: ReadonlySet<string>;
    readonly questions: [NotedQuestion, ...NotedQuestion[]];
  }[] = [];
  for (const { question, terms } of open) {
    const group = groups.find((one) => likeness(one.terms, terms) >= alike);
    if (group === undefined) groups.push({ terms, questions: [question] });
    else group.questions.push(question);
  }
  return groups.map(({ questions }) => toGap(questions, day)).sort(compareGaps);
}

/** Not handled, or asked again on a later day. */
function isOpen({ handledOn, askings }: NotedQuestion): boolean {
  return handledOn === undefined || askings.some(({ day }) => day > handledOn);
}

function toGap(questions: readonly [NotedQuestion, ...NotedQuestion[]], day: Day): Gap {
  const askings = questions.flatMap((question) => question.askings);
  const days = askings.map((asking) => asking.day).sort();
  const handled = questions.flatMap(({ handledOn }) => handledOn ?? []).sort();
  return {
    id: questions[0].id,
    questions,
    outcome: questions[0].outcome,
    times: askings.reduce((sum, { times }) => sum + times, 0),
    places: new Set(askings.map(({ place }) => place)).size,
    firstDay: days.at(0) ?? day,
    lastDay: days.at(-1) ?? day,
    handledOn: handled.at(-1),
    weight: weigh(questions, day),
  };
}

/** Each place counts once, by the day on which it asked last. */
function weigh(questions: readonly NotedQuestion[], day: Day): number {
  const last = new Map<string, Day>();
  for (const { place, day } of questions.flatMap(({ askings }) => askings)) {
    if (day > (last.get(place) ?? '')) last.set(place, day);
  }
  const weights = [...last.values()].map((one) => 0.5 ** (Math.max(0, daysBetween(one, day)) / halfLifeDays));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function compareGaps(a: Gap, b: Gap): number {
  return b.weight - a.weight || b.lastDay.localeCompare(a.lastDay) || a.id - b.id;
}

/** Shared terms as a share of all terms of both. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = a.union(b).size;
  return all === 0 ? 0 : a.intersection(b).size / all;
}
