import type { Place } from '../knowledge/problem.ts';
import type { LocatedEntries } from '../knowledge/rules.ts';

/** How often a fact was shown as an answer of late. */
export type Usage = (factId: string) => number;

export interface StaleFact {
  readonly id: string;
  /** The day by which it was to be reviewed. */
  readonly reviewBy: string;
  readonly used: number;
  /** Where its review date stands. */
  readonly place: Place;
}

/** The facts whose review is due: the most used first, then those that wait longest. */
export function findStale(
  { facts }: LocatedEntries,
  { today, usage = () => 0 }: { readonly today: string; readonly usage?: Usage | undefined },
): StaleFact[] {
  return facts
    .filter(({ entry }) => entry.reviewBy !== '' && entry.reviewBy < today)
    .map(({ entry: { id, reviewBy }, problem }) => {
      const { file, line, column } = problem(['reviewBy'], '', '');
      return { id, reviewBy, used: usage(id), place: { file, line, column } };
    })
    .sort((a, b) => b.used - a.used || a.reviewBy.localeCompare(b.reviewBy));
}
