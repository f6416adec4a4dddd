import { LRUCache } from 'lru-cache';

/** Things that are to be done once, by whichever process comes first: handled events. */
export interface Marks {
  /** Sets the mark. Gives back whether this call set it: of several at once, in any process, exactly one does. */
  claim(key: string, options: { readonly ttlMs: number; readonly note?: string }): Promise<boolean>;
  /** The note of the mark, by default ''; undefined when it is not set. */
  find(key: string): Promise<string | undefined>;
}

const mostRemembered = 50_000;
const mostBytes = 32 * 1_024 * 1_024;

/** Where there is no database: known to this process alone, and gone with it. */
export function createMemoryMarks(): Marks {
  const marks = new LRUCache<string, string>({
    max: mostRemembered,
    maxSize: mostBytes,
    sizeCalculation: (note, key) => note.length + key.length + 1,
  });
  return {
    claim: async (key, { ttlMs, note = '' }) => {
      if (marks.has(key)) return false;
      marks.set(key, note, { ttl: ttlMs });
      return true;
    },
    find: async (key) => marks.get(key),
  };
}
