import type { Chart } from './charts.ts';
import type { FactEntry, GlossaryEntry, Source, Topic, WithdrawnEntry } from './schema.ts';

export type NonEmpty<T> = readonly [T, ...T[]];

/** claimed: it is worded as somebody's claim or position; disputed: another fact, not just a claim, says otherwise. */
export type Standing = 'established' | 'claimed' | 'disputed' | 'superseded';

/** A fact with all that the corpus knows of it: its sources, and its relations seen from both sides. */
export interface Fact extends FactEntry {
  /** The file it stands in, without ending: its topic. */
  readonly subject: string;
  /** Its place among the facts of that file, from 0. */
  readonly position: number;
  readonly standing: Standing;
  readonly sources: NonEmpty<Source>;
  /** Ids of the facts that say otherwise, whichever side names the conflict; those it names itself come first. */
  readonly conflicts: readonly string[];
  /** Ids of the older facts that this one has overtaken. */
  readonly supersedes: readonly string[];
}

/** A fact that was taken out; its id stays taken. */
export interface WithdrawnFact extends WithdrawnEntry {
  /** The topic that it stood in. */
  readonly subject: string;
}

export interface CorpusTopic {
  readonly id: string;
  readonly title: string;
  /** The same in Ukrainian. */
  readonly uk?: { readonly title: string };
}

export interface Corpus {
  readonly about: Topic;
  readonly glossary: readonly GlossaryEntry[];
  /** Questions that are known to have no answer in it. */
  readonly unanswered: readonly string[];
  readonly topics: readonly CorpusTopic[];
  /** In the order of their file. */
  readonly charts: readonly Chart[];
  /** Ids of the facts that a picture of a long timeline shows, the most important first. */
  readonly milestones: readonly string[];
  readonly facts: ReadonlyMap<string, Fact>;
  /** The facts of each topic, in the order of its file. */
  readonly bySubject: ReadonlyMap<string, readonly Fact[]>;
  readonly byTag: ReadonlyMap<string, readonly Fact[]>;
  readonly withdrawn: readonly WithdrawnFact[];
}
