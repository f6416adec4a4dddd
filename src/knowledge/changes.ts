import type { Corpus, Fact, WithdrawnFact } from './corpus.ts';
import { compareDates } from './partial-date.ts';
import type { CorrectionEntry } from './schema.ts';

/** Something that happened to the corpus, with its day. */
export type Change =
  | { readonly type: 'added' | 'overtaken'; readonly on: string; readonly fact: Fact }
  | { readonly type: 'withdrawn'; readonly on: string; readonly fact: WithdrawnFact };

/** A statement that was wrong until that day, and what it said. */
export interface Correction extends CorrectionEntry {
  readonly fact: Fact;
}

export interface Changes {
  /** Newest first; on one day, what no longer holds comes before what is new. */
  readonly changes: readonly Change[];
  /** Newest first. */
  readonly corrections: readonly Correction[];
}

const order = { withdrawn: 0, overtaken: 1, added: 2 } as const;

/**
 * What the corpus itself says about how it changed. A fact without `addedOn` was always there.
 * @param since The first day that counts; of a month or a year, all days do.
 */
export function changesSince(
  { facts, withdrawn }: Pick<Corpus, 'facts' | 'withdrawn'>,
  since: string,
): Changes {
  const all = [...facts.values()];
  const changes: Change[] = [
    ...withdrawn.map((fact) => ({ type: 'withdrawn' as const, on: fact.on, fact })),
    ...all.flatMap((fact): Change[] => [
      ...(fact.overtakenOn === undefined ? [] : [{ type: 'overtaken' as const, on: fact.overtakenOn, fact }]),
      ...(fact.addedOn === undefined ? [] : [{ type: 'added' as const, on: fact.addedOn, fact }]),
    ]),
  ];
  const corrections = all.flatMap((fact) => fact.corrections.map((entry) => ({ ...entry, fact })));
  return {
    changes: changes
      .filter(({ on }) => compareDates(on, since) >= 0)
      .sort((a, b) => b.on.localeCompare(a.on) || order[a.type] - order[b.type]),
    corrections: corrections
      .filter(({ on }) => compareDates(on, since) >= 0)
      .sort((a, b) => b.on.localeCompare(a.on)),
  };
}
