/** A day, as 2026-11-25. Nothing is stored with a time of day. */
export type Day = string;

/**
 * Why a question is worth a look. unanswered: no fact answered it; weak: a fact did, with little confidence; contested:
 * somebody called the answer wrong or outdated.
 */
export type Outcome = 'unanswered' | 'weak' | 'contested';

/** Something that happened. It does not say to whom: `place` is a keyed hash that tells one place from another. */
export type Observation =
  | {
      readonly type: 'question';
      readonly text: string;
      readonly outcome: Outcome;
      readonly place: string;
      readonly day: Day;
    }
  | { readonly type: 'use'; readonly factId: string; readonly day: Day };

/** A question as it was noted, with how often it was asked at each place on each day. */
export interface NotedQuestion {
  /** Stays the same as long as the question is kept. */
  readonly id: number;
  readonly text: string;
  /** What became of it when it was last asked. */
  readonly outcome: Outcome;
  /** When a maintainer took care of it, if one has. */
  readonly handledOn: Day | undefined;
  readonly askings: readonly { readonly place: string; readonly day: Day; readonly times: number }[];
}

export type Verdict = 'useful' | 'wrong';

/** What somebody says of an answer. */
export interface StoredFeedback {
  readonly verdict: Verdict;
  readonly note: string | undefined;
  /** Facts of the answer, the lead first. */
  readonly factIds: readonly string[];
  /** A keyed hash of the question, if there was one. */
  readonly questionHash: string | undefined;
  readonly place: string;
  readonly day: Day;
}

/** What people asked, and which facts led the answers. */
export interface Notes {
  /** Takes down all of them or, on an error, none. */
  record(observations: readonly Observation[]): Promise<void>;
  /** All questions that are not forgotten, in the order of their ids. */
  questions(): Promise<readonly NotedQuestion[]>;
  markHandled(ids: readonly number[], day: Day): Promise<void>;
  /** How often each fact has led an answer since that day, inclusive; facts that never did are left out. */
  factUses(since: Day): Promise<ReadonlyMap<string, number>>;
}

/** What people said of answers. */
export interface Remarks {
  add(feedback: StoredFeedback): Promise<void>;
  /** All that is not forgotten, the oldest first. */
  all(): Promise<readonly StoredFeedback[]>;
}

/** What the admins of a place chose. `place` is its keyed hash. */
export interface StoredSettings {
  /** What was saved last; undefined if nothing was. */
  find(place: string): Promise<string | undefined>;
  save(place: string, json: string): Promise<void>;
}

/** Tokens of the workspaces that installed the bot. They come and go sealed: see `createSealedInstallations`. */
export interface StoredInstallations {
  find(key: string): Promise<string | undefined>;
  save(key: string, sealed: string): Promise<void>;
  /** Does nothing when there is none. */
  delete(key: string): Promise<void>;
}

/** Keys that are held until they expire: handled events, answers shown lately. */
export interface Marks {
  /**
   * Sets the mark if it is not there or has expired. Gives back whether this call set it: of several at once, in any
   * process, exactly one does.
   * @param options.note Default ''.
   */
  claim(key: string, options: { readonly ttlMs: number; readonly note?: string }): Promise<boolean>;
  /** The note of a mark that has not expired; undefined if there is none. */
  find(key: string): Promise<string | undefined>;
  /** Replaces the note of a mark that is there; does nothing when there is none. It expires when it did before. */
  annotate(key: string, note: string): Promise<void>;
}

/** How many rows were deleted. */
export interface Forgotten {
  /** Questions that were asked in the place, each counted once. */
  readonly questions: number;
  readonly remarks: number;
  readonly settings: number;
}

/** Counts within a minute, for limits. */
export interface Counter {
  /**
   * Counts one more. Gives back how many milliseconds are left of the minute when that is more than the limit, and
   * undefined while it is not. Never rejects: where the database is away, it goes on in memory.
   */
  count(key: string): Promise<number | undefined>;
}

/**
 * What outlasts the program. Every method may reject with the error of the database; whatever has resolved is on the
 * disk, and survives a crash.
 */
export interface Storage {
  readonly notes: Notes;
  readonly remarks: Remarks;
  readonly settings: StoredSettings;
  readonly installations: StoredInstallations;
  readonly marks: Marks;
  /** The value that is kept under this name; `initial` is kept first when there is none. */
  keep(name: string, initial: string): Promise<string>;
  /** Deletes what people wrote, and where, before that day. Counts of facts stay: they say nothing of anybody. */
  forgetBefore(day: Day): Promise<void>;
  /** Deletes all that bears the hash of this place: its questions, unless others asked them, remarks and settings. */
  forgetPlace(place: string): Promise<Forgotten>;
  /** Counts that all processes on the database share, if it is one that processes on several machines can share. */
  createCounter(name: string, options: { readonly mostPerMinute: number }): Counter;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Waits for what is being written. */
  close(): Promise<void>;
}
