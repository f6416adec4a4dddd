import { LRUCache } from 'lru-cache';

const rememberedMs = 30 * 60_000;
const mostRemembered = 10_000;

/** Which fact each conversation was about last: only its id, only in memory, and for half an hour. */
export interface Conversations {
  subjectOf(conversation: string | undefined): string | undefined;
  /** Notes the fact that led an answer; an answer without one leaves the subject as it is. */
  note(conversation: string | undefined, leadingFact: string | undefined): void;
}

export function createConversations(): Conversations {
  // The wall clock is exact enough, and a test can move it.
  const subjects = new LRUCache<string, string>({ max: mostRemembered, ttl: rememberedMs, perf: Date });
  return {
    subjectOf: (conversation) => (conversation === undefined ? undefined : subjects.get(conversation)),
    note: (conversation, leadingFact) => {
      if (conversation !== undefined && leadingFact !== undefined) subjects.set(conversation, leadingFact);
    },
  };
}
