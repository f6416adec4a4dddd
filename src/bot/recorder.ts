import type { Invocation } from './command.ts';
import type { FeedbackSubject } from './feedback.ts';
import type { Content } from './reply.ts';

/** Takes down which questions found no good answer and which facts answer, but never who asked. */
export interface Recorder {
  /**
   * Called with each reply once it is made. Gives back at once what can be said of it; the writing comes later. Of what
   * is not to be noted, the words of the question are not held either.
   */
  record(invocation: Invocation, content: Content, options: RecordOptions): Recorded;
}

export interface RecordOptions {
  /** Whether the place has it that questions without a good answer are noted. */
  readonly mayNote: boolean;
}

export interface Recorded {
  /** Whether the question is kept for the people who keep the facts. */
  readonly isNoted: boolean;
  /** What feedback on this reply would be about, if there can be any. */
  readonly feedback?: FeedbackSubject;
}
