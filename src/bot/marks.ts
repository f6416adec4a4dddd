import { LRUCache } from 'lru-cache';

/** Things that are to be done once, by whichever process comes first: handled events. */
export interface Marks {
  /** Sets the mark. Gives back whether this call set it: of several at once, in any process, exactly one does. */
  claim(key: string, options: { readonly ttlMs: number }): Promise<boolean>;
  /** Something while the mark is set; undefined when it is not. */
  find(key: string): Promise<string | undefined>;
}

const mostRemembered = 50_000;

/** Where there is no database: known to this process alone, and gone with it. */
export function createMemoryMarks(): Marks {
  const marks = new LRUCache<string, true>({ max: mostRemembered });
  return {
    claim: async (key, { ttlMs }) => {
      if (marks.has(key)) return false;
      marks.set(key, true, { ttl: ttlMs });
      return true;
    },
    find: async (key) => (marks.has(key) ? '' : undefined),
  };
}
